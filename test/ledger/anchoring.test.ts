import { describe, expect, test } from 'vitest';
import { resolveDeadline } from '../../lambda/extract/time/deadlines.ts';
import { countedFrom } from '../../lambda/ledger/model/anchoring.ts';
import { countAndEvent } from '../../lambda/ledger/outcomes/anchors.ts';

const COUNTS = [
  ...['30 hari', 'tiga puluh hari', '30 (tiga puluh) hari', '30 hari kalender', 'tujuh sampai sepuluh hari'],
  ...['14 hari kerja', 'lima belas hari kerja', '5-7 hari kerja', '100 hari kerja', '7 x 24 jam kerja'],
  ...['24 jam', '2x24 jam', '36 jam', 'sehari', 'dua pekan', 'sebulan', 'dua setengah bulan', 'dua triwulan'],
  ...['setahun', '1 tahun 6 bulan', 'satu tahun enam bulan', 'satu semester', 'satu dekade'],
];
const BOUNDS = ['paling lambat', 'selambat-lambatnya', 'dalam waktu', 'paling lambat dalam waktu', 'tidak lebih dari'];
const EVENTS = ['sejak putusan berkekuatan hukum tetap', 'terhitung setelah salinan surat dikirim'];
const DAYS = { '2025-03-03': '3 Maret 2025', '2024-02-29': '29 Februari 2024', '2025-12-24': '24 Desember 2025' };

describe('a count from an event', () => {
  const phrases = COUNTS.flatMap((count) =>
    BOUNDS.flatMap((bound) => EVENTS.map((event) => ({ bound, count, phrase: `${bound} ${count} ${event}` }))),
  );
  test('once the event is dated, ends where the extractor ends the same count from that day', () => {
    let counted = 0;
    for (const { bound, count, phrase } of phrases) {
      const claim = resolveDeadline(phrase, { published: '2025-01-22T12:00:00+07:00' });
      const words = countAndEvent(phrase)?.count ?? '';
      if (claim?.due !== 'unanchored') continue;
      for (const [day, printed] of Object.entries(DAYS)) {
        const read = resolveDeadline(`${bound} ${count} sejak ${printed}`, { published: '2026-02-01T12:00:00+07:00' });
        const { due, earliest, latest, rule, precision, calendarVersion } = read!;
        expect(countedFrom(claim, words, day), phrase).toEqual({
          ...{ due, earliest, latest, rule, precision, calendarVersion, anchor: day },
        });
        counted++;
      }
    }
    expect(counted).toBeGreaterThan(500);
  });

  test('without a length is no deadline: that after which an act may begin gives no day by which it must be done', () => {
    const claim = resolveDeadline('setelah masa reses berakhir', { published: '2025-01-22T12:00:00+07:00' });
    expect(claim?.due ?? 'unanchored').toBe('unanchored');
    expect(countedFrom({ rule: claim?.rule ?? 'awaited-after' }, '', '2025-03-03')).toBeNull();
  });
});
