import { describe, expect, test } from 'vitest';
import { saysLate } from '../../lambda/ledger/model/cues.ts';
import type { Joined } from '../../lambda/ledger/model/model.ts';
import { isUnderWay } from '../../lambda/ledger/outcomes/completion.ts';
import { fallsShort } from '../../lambda/ledger/pile/amounts.ts';
import { isLikely } from '../../lambda/ledger/pile/likely.ts';
import { likelyIn } from '../../lambda/ledger/pile/own-words.ts';
import type { End } from '../../lambda/ledger/pile/ties.ts';

/** A promise of a pile that clauses of some articles state, each so surely; the same text where the letter is the same. */
function stated(clauses: [text: string, confidence: number][], reports = 0): Pick<Joined, 'cluster' | 'reports'> {
  const members = clauses.map(([text, confidence], i) => ({
    mention: {
      article: { key: `a${i}`, published: `2025-01-0${i + 1}T00:00:00Z`, textHash: text, fingerprint: null },
      mention: { confidence },
    },
  }));
  return { cluster: { members }, reports: Array.from({ length: reports }) } as unknown as Joined;
}

describe('a promise of a pile', () => {
  test.each([
    ['stated surely', [['x', 0.8]], 0, true],
    ['stated unsurely by one', [['x', 0.7]], 0, false],
    [
      'stated unsurely by two',
      [
        ['x', 0.5],
        ['y', 0.6],
      ],
      0,
      true,
    ],
    [
      'stated unsurely by two copies of one text',
      [
        ['x', 0.5],
        ['x', 0.5],
      ],
      0,
      false,
    ],
    ['stated unsurely, and told of again', [['x', 0.5]], 1, true],
  ] as [string, [string, number][], number, boolean][])('stands or not: %s', (_what, clauses, reports, stands) => {
    expect(isLikely(stated(clauses, reports))).toBe(stands);
  });
});

test('what somebody promises in so many words stands, though its clause is unsure', () => {
  const promised = stated([['x', 0.5]]);
  for (const { mention } of promised.cluster.members) Object.assign(mention.mention, { rule: 'promise' });
  expect(isLikely(promised)).toBe(true);
});

describe('what sentences of an article tell of one end', () => {
  const promise = {} as End['one'];
  const end = (score: number, start: number, kind = 'fulfilled', key = 'a', one = promise): End =>
    ({
      one,
      score,
      report: { kind, quote: 'Baru sebagian.', article: { key }, span: { start, end: start + 9 } },
    }) as unknown as End;

  test('counts together, and the surest of them is kept', () => {
    const likely = likelyIn([end(0.35, 90), end(0.4, 10)]);
    expect(likely.map(({ report, score }) => [report.span.start, score.toFixed(2)])).toEqual([[10, '0.61']]);
    expect(likelyIn([end(0.4, 10), end(0.35, 90)])).toEqual(likely);
  });

  test.each([
    ['one is not likely enough', [end(0.45, 0)]],
    ['what is hardly likely adds nothing', [end(0.45, 0), end(0.2, 10), end(0.2, 20)]],
    ['they are of two articles', [end(0.4, 0), end(0.4, 10, 'fulfilled', 'b')]],
    ['they tell of two kinds', [end(0.4, 0), end(0.4, 10, 'withdrawn')]],
    ['they tell of two promises', [end(0.4, 0), end(0.4, 10, 'fulfilled', 'a', {} as End['one'])]],
    ['they only tell of a part', [end(0.5, 0, 'partly'), end(0.5, 10, 'partly')]],
  ])('tells nothing where %s', (_what, ends) => {
    expect(likelyIn(ends)).toEqual([]);
  });
});

test.each([
  ['Berkas itu masuk lima hari setelah batas waktu.', true],
  ['Dokumen diserahkan Rabu, lewat sehari dari batas.', true],
  ['"Telat sehari, tapi lengkap," ujarnya.', true],
  ['Uangnya terlambat diterima warga.', true],
  ['Dokumen diserahkan sehari sebelum batas waktu.', false],
  ['Warga lewat di jalan itu setiap hari.', false],
])('a thing is said to have come after its day: %s', (text, expected) => {
  expect(saysLate(text)).toBe(expected);
});

test.each([
  ['perpindahan sistem sudah melewati separuh jalan.', true],
  ['pekerjaan itu baru separuh jalan.', true],
  ['rencana itu kandas di tengah jalan.', false],
])('a thing is under way: %s', (text, expected) => {
  expect(isUnderWay(text)).toBe(expected);
});

test.each([
  ['less of the same', 'membangun 1.000 menara', 'Baru berdiri 412 menara milik perusahaan itu.', true],
  ['less money', 'membayar denda Rp 2,5 miliar', 'Perusahaan menyetor Rp 900 juta ke kas negara.', true],
  ['as much', 'membangun 1.000 menara', 'Sebanyak 1.000 menara sudah berdiri, 40 menara di antaranya di Papua.', false],
  ['more', 'membangun 1.000 menara', 'Sebanyak 1,2 ribu menara sudah berdiri.', false],
  ['other things', 'membangun 1.000 menara', 'Menara itu melayani 300 desa.', false],
  ['days', 'membayar dalam 30 hari', 'Uang itu masuk dalam 3 hari.', false],
  ['a day of the month', 'membayar 20 karyawan', 'Gaji dibayar pada 3 Maret 2025.', false],
  ['nothing counted', 'membangun 1.000 menara', 'Menara itu sudah berdiri.', false],
])('what is told falls short of what was promised or does not: %s', (_what, promised, told, expected) => {
  expect(fallsShort([promised], told)).toBe(expected);
});

test('a long row of numbers is read in time that grows with it', () => {
  expect(fallsShort([`${'1.000 '.repeat(50_000)}unit`], `${'2 juta, '.repeat(50_000)}3 unit`)).toBe(true);
});
