import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followRows } from '../../lambda/ledger/follow.ts';
import { featuresOf } from '../../lambda/ledger/model/features.ts';
import { pairFeatures } from '../../lambda/ledger/model/pair.ts';
import { formerlyIn, heldBefore, printedIn, tellsDay } from '../../lambda/ledger/model/printed.ts';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import { compare } from '../../lambda/ledger/model/similarity.ts';
import { article } from './articles.ts';

const WORDS = [
  'membuka kantor',
  'membayar denda',
  'menghapus konten judi',
  'merilis fitur cek nomor',
  'mundur ke Juni',
];
const mention = fc
  .record({
    action: fc.constantFrom(...WORDS),
    obligor: fc.constantFrom('Google=google', 'Komdigi=komdigi', 'Operator seluler'),
    day: fc.integer({ min: 1, max: 28 }),
    title: fc.constantFrom('Google dan Komdigi', 'Cek nomor', ''),
  })
  .map(({ action, obligor, day, title }) => {
    const text = `Disebutkan akan ${action} hingga 30 Juni 2025.`;
    const published = `2025-03-${String(day).padStart(2, '0')}`;
    const read = article({
      id: `${action}${day}`,
      published,
      title,
      text,
      mentions: [{ obligor, action, deadline: '2025-06-30' }],
    });
    return featuresOf(readMentions(read, read.published)[0]!);
  });

describe('two mentions compared whatever their party and act', () => {
  test('the features and the score do not depend on which comes first', () => {
    fc.assert(
      fc.property(mention, mention, (a, b) => {
        if (a.day === b.day) return;
        expect([...pairFeatures(a, b)].sort()).toEqual([...pairFeatures(b, a)].sort());
        expect(compare(a, b)).toEqual(compare(b, a));
      }),
      { numRuns: 200, seed: 11 },
    );
  });
  test('what a join names adds up to its score', () => {
    fc.assert(
      fc.property(mention, mention, (a, b) => {
        // Those of one party and act are compared by rules, whose sum may be capped.
        if (a.act === b.act && a.parties.some((party) => b.parties.includes(party))) return;
        const { score, features } = compare(a, b);
        expect(Object.values(features).reduce((sum, x) => sum + x, 0)).toBeCloseTo(score, 3);
      }),
      { numRuns: 200, seed: 12 },
    );
  });
});

test('a pile is compared as a whole: one promise told of two who must act, by two verbs, is one', () => {
  const at = (id: string, published: string, text: string) => ({
    ...{ id, published, text },
    url: `https://${id}.example/1`,
    outlet: id,
    title: 'Fitur cek nomor untuk pelanggan seluler',
  });
  const rows = followRows(
    [
      at(
        'kompas',
        '2017-11-10T10:00:00+07:00',
        'Menteri Komunikasi dan Informatika Rudiantara mewajibkan operator seluler menyediakan fitur cek nomor bagi pelanggan kartu prabayar paling lambat 31 Desember 2017.',
      ),
      at(
        'detik',
        '2017-11-12T10:00:00+07:00',
        'Fitur cek nomor bagi pelanggan kartu prabayar wajib dipasang operator seluler paling lambat 31 Desember 2017, kata Rudiantara.',
      ),
    ],
    [],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.mentions).toHaveLength(2);
});

test.each([
  ['mundur dari 30 Juni', 'day'],
  ['mundur dari jadwal (30/6/2025)', 'day'],
  ['mundur dari jadwal (30/06)', 'day'],
  ['MUNDUR DARI 30 JUNI', 'day'],
  ['bukan lagi Juni', 'month'],
  ['molor dari 2025', 'year'],
  ['mundur ke 3 Juli', 'no'],
  ['mundur dari 130 Juni', 'month'],
])('how much of 30 June 2025 a sentence prints: %s', (quote, told) => {
  expect(tellsDay(printedIn(quote), '2025-06-30')).toBe(told);
});

test.each([
  ['mengundurkan kewajiban itu dari semula 1 Januari menjadi 1 Februari 2026', '2026-01-01', 'day'],
  ['paling lambat 1 Juli 2024, mundur dari batas semula 24 Juni 2024', '2024-06-24', 'day'],
  ['diundur dari jadwal awal Rabu (20/7/2022) ke akhir Agustus', '2022-07-20', 'day'],
  ['Semula dijadwalkan Desember, kini Januari', '2025-12-31', 'month'],
  ['bergeser dari Maret ke Mei', '2025-06-30', 'no'],
  ['memajukan batas dari 31 Maret menjadi 16 Maret', '2026-03-16', 'no'],
  ['menerima laporan dari tiga operator pada Mei', '2025-05-31', null],
  ['mundur dari rencana awal sebelum Lebaran', '2025-03-30', null],
])('%s: it says that %s held before (%s)', (quote, due, held) => {
  expect(heldBefore(formerlyIn(quote), due)).toBe(held);
});
