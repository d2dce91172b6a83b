import { expect, test } from 'vitest';
import { type FollowRow, followRows } from '../../lambda/ledger/follow.ts';

const article = (id: string, published: string, text: string) => ({
  id,
  url: `https://${id}.example/`,
  outlet: id,
  published: `${published}T12:00:00+07:00`,
  title: '',
  text,
});

const FINE = article(
  'denda',
  '2025-01-22',
  'Google wajib membayar denda Rp202,5 miliar paling lambat 30 hari sejak putusan berkekuatan hukum tetap, kata Komisi Pengawas Persaingan Usaha (KPPU).',
);
const FINAL = article(
  'final',
  '2025-03-05',
  'Putusan Komisi Pengawas Persaingan Usaha (KPPU) terhadap Google berkekuatan hukum tetap sejak 3 Maret 2025. Perusahaan itu tidak mengajukan upaya hukum lain.',
);
const OTHER = article(
  'lain',
  '2025-03-05',
  'Google membuka pendaftaran program rintisan di Jakarta sejak 3 Maret 2025. Aturan program itu diumumkan di lamannya.',
);
const INSTANTS = ['2025-02-15T12:00:00+07:00', '2025-03-10T12:00:00+07:00', '2025-04-10T12:00:00+07:00'];

const fine = (rows: FollowRow[]): FollowRow => rows.find((row) => row.mentions.some((m) => m.article === 'denda'))!;

test('a count waits for its event, and becomes a day when the event is dated', () => {
  const row = fine(followRows([FINE, FINAL], INSTANTS));
  expect(row.deadlines.map((d) => `${d.due} ${d.state}`)).toEqual(['unanchored superseded', '2025-04-02 current']);
  expect(row.slips).toBe(0);
  expect(row.statusAt.map((s) => s.status)).toEqual(['awaiting_anchor', 'open', 'overdue']);
});

test('another event of the same company on some day anchors nothing', () => {
  const row = fine(followRows([FINE, OTHER], INSTANTS));
  expect(row.deadlines.map((d) => d.due)).toEqual(['unanchored']);
  expect(row.statusAt.map((s) => s.status)).toEqual(['awaiting_anchor', 'awaiting_anchor', 'awaiting_anchor']);
});

test('a ruling that is read on a day is not final on it', () => {
  const read = article(
    'baca',
    '2025-01-23',
    'Putusan Komisi Pengawas Persaingan Usaha (KPPU) terhadap Google itu dibacakan pada Selasa, 21 Januari 2025.',
  );
  const text = FINE.text.replace('berkekuatan hukum tetap', 'inkrah');
  const row = fine(followRows([{ ...FINE, text }, read], INSTANTS));
  expect(row.deadlines.map((d) => d.due)).toEqual(['unanchored']);
});
