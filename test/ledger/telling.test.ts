import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FollowArticle, followRows, reportsInPile, toPileArticle } from '../../lambda/ledger/follow.ts';
import { partsIn } from '../../lambda/ledger/pile/parts.ts';
import { sentencesOf } from '../../lambda/ledger/pile/telling/clues.ts';
import { anyOf, likeliestOf, TOLD_KINDS, tellingOf, unpackTelling } from '../../lambda/ledger/pile/telling/telling.ts';
import { LEAST_TOLD } from '../../lambda/ledger/pile/told.ts';

const article = (text: string, title = 'Kabar Kantor Meta'): FollowArticle => ({
  id: 'satu',
  url: 'https://satu.example/satu',
  outlet: 'satu',
  published: '2025-06-20T10:00:00+07:00',
  title,
  text,
});

/** What a sentence behind one about nothing most likely tells. */
function told(sentence: string) {
  const read = toPileArticle(article(`Jakarta - Cuaca di Jakarta cerah pada Jumat pagi.\n\n${sentence}`));
  const reports = reportsInPile(read);
  const own = reports.filter(({ quote, telling }) => quote === sentence && telling !== undefined);
  const telling = own[0]?.telling as Parameters<typeof likeliestOf>[0] | undefined;
  return telling === undefined ? null : likeliestOf(telling);
}

describe('a sentence of a pile tells how something ended, in words that no rule names', () => {
  test.each([
    ['fulfilled', 'Kantor perwakilan Meta di Jakarta kini resmi beroperasi.'],
    ['fulfilled', 'Dana nasabah akhirnya kembali seluruhnya pada Kamis (19/6).'],
    ['missed', 'Sampai tenggat lewat, Meta belum juga mendaftar.'],
    ['missed', 'Tak sepeser pun denda itu dibayar Meta hingga hari terakhir.'],
    ['partly', 'Baru 12 dari 34 kantor cabang yang sudah dibuka Meta.'],
    ['withdrawn', 'Kementerian akhirnya membatalkan rencana pungutan tersebut.'],
    ['contested', 'Pernyataan Meta itu dibantah Kementerian Komunikasi dan Digital.'],
  ] as const)('%s: %s', (kind, sentence) => {
    expect(told(sentence)).toBe(kind);
  });

  test.each([
    ['what is only background', 'Meta didirikan di Amerika Serikat dan memiliki miliaran pengguna di seluruh dunia.'],
    ['a link', 'Baca juga: Meta Resmi Buka Kantor di Jakarta'],
  ])('and of %s nothing is looked at', (_name, sentence) => {
    expect(told(sentence)).toBeNull();
  });
});

test('how likely a sentence tells what is never less than nothing, and never more than sure in all', () => {
  const clues = fc.array(
    fc.constantFrom('w:belum', 'w:sudah', 'promise', 'x:resmi', 'rk:fulfilled', 'w:batal', 'w:tak'),
  );
  fc.assert(
    fc.property(clues, (names) => {
      const telling = tellingOf(names);
      for (const kind of TOLD_KINDS) expect(telling[kind]).toBeGreaterThanOrEqual(0);
      expect(anyOf(telling)).toBeLessThanOrEqual(1 + 1e-9);
    }),
    { seed: 6, numRuns: 200 },
  );
});

test('weights are kept in steps, a row a clue', () => {
  const worth = unpackTelling({ step: 0.5, worth: { bias: '-4 -4 -4 -4 -4', 'w:belum': '0 0 6 0 0' } });
  expect(worth.get('w:belum')).toEqual([0, 0, 3, 0, 0]);
  expect(anyOf(tellingOf([], worth))).toBeCloseTo((5 * Math.exp(-2)) / (1 + 5 * Math.exp(-2)));
  expect(likeliestOf(tellingOf(['w:belum', 'w:nothing'], worth))).toBe('missed');
});

test('a sentence is seen with its days, its promises and what stands beside it', () => {
  const read = toPileArticle(
    article('Meta akan membuka kantor di Jakarta pada 30 Juni 2025. Kantor lama sudah ditutup pada 2 Juni 2025.'),
  );
  const [first, second] = sentencesOf(read, []);
  expect(first!.clues).toEqual(
    expect.arrayContaining(['at:0', 'p.none', 'day:ahead', 'promise', 'promise:day', 'w:akan']),
  );
  expect(second!.clues).toEqual(expect.arrayContaining(['day:past-only', 'p.promise', 'm:sudah+passive']));
});

test('what is read of a pile has of each sentence one report for each act and kind, and none that is unlikely', () => {
  const read = toPileArticle(article('Jakarta - Kantor Meta di Jakarta belum juga dibuka, padahal tenggatnya lewat.'));
  const reports = reportsInPile(read);
  expect(reports.map(({ kind }) => kind)).toContain('missed');
  expect(new Set(reports.map(({ id }) => id)).size).toBe(reports.length);
  for (const { telling } of reports)
    if (telling) expect(Object.values(telling).reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(LEAST_TOLD);
});

test('an end told in other words than its promise is seen, and what is only missed ends nothing', () => {
  const promise = {
    ...article('Jakarta - Meta akan membuka kantor perwakilan di Jakarta paling lambat 10 Juni 2025, kata Komdigi.'),
    published: '2025-05-20T10:00:00+07:00',
  };
  const later = (text: string): FollowArticle => ({
    ...article(`Jakarta - ${text}`),
    ...{ id: 'dua', url: 'https://dua.example/dua', outlet: 'dua' },
  });
  const at = ['2025-06-25T12:00:00+07:00'];
  const statusAfter = (text: string) => followRows([promise, later(text)], at)[0]!.statusAt[0]!.status;
  expect(statusAfter('Sejak 9 Juni 2025 Meta sudah menempati kantor perwakilan di Jakarta.')).toBe('fulfilled');
  expect(statusAfter('Kantor perwakilan Meta di Jakarta belum juga dibuka sampai tenggatnya lewat.')).toBe('overdue');
});

test('what rules read of an end stands, and a contradiction that comes after it counts', () => {
  const at = ['2025-07-25T12:00:00+07:00'];
  const on = (id: string, day: string, text: string): FollowArticle => ({
    ...article(`Jakarta - ${text}`),
    ...{ id, url: `https://${id}.example/${id}`, outlet: id, published: `${day}T10:00:00+07:00` },
  });
  const promise = on(
    'satu',
    '2025-05-20',
    'Meta akan membuka kantor perwakilan di Jakarta paling lambat 10 Juni 2025.',
  );
  const done = on('dua', '2025-06-10', 'Meta telah membuka kantor perwakilan di Jakarta pada 9 Juni 2025.');
  const after = on(
    'tiga',
    '2025-06-20',
    'Kantor perwakilan Meta di Jakarta belum juga dibuka sampai tenggatnya lewat.',
  );
  const denied = on('empat', '2025-06-20', 'Komdigi membantah Meta sudah membuka kantor perwakilan di Jakarta.');
  const statusOf = (...articles: FollowArticle[]) => followRows([promise, ...articles], at)[0]!.statusAt[0]!.status;
  expect(statusOf(done)).toBe('fulfilled');
  expect(statusOf(done, after)).toBe('fulfilled');
  expect(statusOf(done, denied)).toBe('disputed');
});

test('in whatever order an article’s promises are listed, its sentences are seen alike', () => {
  const read = toPileArticle(
    article('Meta akan membuka kantor pada 30 Juni 2025. TikTok akan menutup kantor di Bandung pada 5 Juli 2025.'),
  );
  const { commitments } = read.extraction;
  expect(commitments.length).toBe(2);
  const turned = { ...read, extraction: { ...read.extraction, commitments: [...commitments].reverse() } };
  expect(sentencesOf(turned, [])).toEqual(sentencesOf(read, []));
});

/** What a pile of one promise, made on 20 May for 10 June, and later articles is on 25 July. */
function statusWith(promise: string, ...later: [day: string, text: string][]): string {
  const on = (id: string, day: string, text: string): FollowArticle => ({
    ...article(`Jakarta - ${text}`),
    ...{ id, url: `https://${id}.example/${id}`, outlet: id, published: `2025-${day}T10:00:00+07:00` },
  });
  const pile = [on('awal', '05-20', promise), ...later.map(([day, text], i) => on(`nanti${i}`, day, text))];
  return followRows(pile, ['2025-07-25T12:00:00+07:00'])[0]!.statusAt[0]!.status;
}
const REPORT = 'Komdigi meminta Nusachat menyerahkan laporan audit keamanan paling lambat 10 Juni 2025.';

test('what an article tells as not done is not done by a verb that it says of something beside it', () => {
  expect(
    statusWith(REPORT, [
      '06-20',
      'Laporan audit keamanan Nusachat belum juga diterima Komdigi sampai tenggatnya lewat. Surat teguran sudah dikirim Komdigi pada Rabu (18/6/2025).',
    ]),
  ).toBe('overdue');
});

test.each([
  [
    'two towns',
    'Nusachat akan membuka kantor di Jakarta dan Surabaya paling lambat 10 Juni 2025.',
    'Nusachat telah membuka kantor di Surabaya pada 9 Juni 2025.',
    'Nusachat telah membuka kantor di Jakarta pada 10 Juni 2025.',
  ],
  [
    'two sorts, of which only one so far',
    'Nusachat akan menyerahkan data tiket dan hotel paling lambat 10 Juni 2025.',
    'Nusachat baru menyerahkan data tiket pada 9 Juni 2025.',
    'Nusachat telah menyerahkan seluruh data tiket dan hotel pada 10 Juni 2025.',
  ],
])('of %s one is a part', (_what, promise, one, other) => {
  expect(statusWith(promise, ['06-10', one])).toBe('overdue');
  expect(statusWith(promise, ['06-10', one], ['06-11', other])).toBe('fulfilled');
});

test('what is told of one of two sorts, and not that it was all, is the whole', () => {
  expect(
    statusWith('Nusachat akan menyerahkan data tiket dan hotel paling lambat 10 Juni 2025.', [
      '06-10',
      'Nusachat telah menyerahkan data hotel pada 9 Juni 2025.',
    ]),
  ).toBe('fulfilled');
});

test('who lists days, or a body with a conjunction in its name, lists no things', () => {
  expect(partsIn('membuka kantor di Jakarta dan Surabaya')?.named).toBe(true);
  expect(partsIn('menyerahkan data tiket dan hotel')?.named).toBe(false);
  expect(partsIn('membangun tol di Bandung, Jakarta, dan Surabaya')).toBeNull();
  expect(partsIn('melayani warga tiap Selasa dan Kamis')).toBeNull();
  expect(partsIn('menyerahkan data kepada Kementerian Komunikasi dan Digital')).toBeNull();
  expect(partsIn('membuka dan menutup kantor')).toBeNull();
});

test('what an article tells as refused is not done by what it tells in other words', () => {
  const refused = 'Nusachat menolak menyerahkan laporan audit keamanan.';
  expect(statusWith(REPORT, ['06-12', `${refused} Hasil audit keamanan itu sudah rampung pada Mei.`])).toBe('overdue');
});

test('what failed to come is told as missed', () => {
  const article = 'Dana nasabah Nusachat gagal kembali ke rekening pada hari terakhir.';
  const sentence = reportsInPile(
    toPileArticle({
      id: 'gagal',
      url: 'https://g.example/g',
      outlet: 'g',
      title: 'Kabar',
      published: '2025-06-12T10:00:00+07:00',
      text: article,
    }),
  );
  expect(sentence.map(({ kind }) => kind)).not.toContain('fulfilled');
});

test('what is off on its day, and set for a later one, was put off and not taken back', () => {
  const promise = 'Komdigi akan mengumumkan hasil audit Nusachat pada 10 Juni 2025.';
  const off = 'Pengumuman hasil audit Nusachat oleh Komdigi dibatalkan.';
  expect(statusWith(promise, ['06-09', off])).toBe('withdrawn');
  expect(
    statusWith(promise, ['06-09', `${off} Komdigi akan mengumumkan hasil audit Nusachat pada 30 Juli 2025.`]),
  ).toBe('due_soon');
});

test('when a thing was done is told by the sentence behind the one that tells it, at the top of an article', () => {
  const lead = 'Nusachat telah menyerahkan laporan audit keamanan kepada Komdigi.';
  expect(statusWith(REPORT, ['06-20', `${lead} Laporan itu masuk pada Senin (9/6/2025).`])).toBe('fulfilled');
  expect(statusWith(REPORT, ['06-20', `${lead} Laporan itu masuk pada Kamis (19/6/2025).`])).toBe('fulfilled_late');
  // The day of the deadline, or of the demand, is not that of the deed.
  for (const beside of ['Tenggatnya jatuh pada 10 Juni 2025.', 'Komdigi memanggil Nusachat pada 26 Mei 2025.'])
    expect(statusWith(REPORT, ['06-20', `${lead} ${beside}`])).toBe(statusWith(REPORT, ['06-20', lead]));
});

test('of a duty of several what is told of all of so many is all', () => {
  const duty =
    'Komdigi meminta Meta, TikTok, dan Google menyerahkan laporan audit keamanan paling lambat 10 Juni 2025.';
  expect(statusWith(duty, ['06-09', 'TikTok telah menyerahkan laporan audit keamanan kepada Komdigi.'])).not.toBe(
    'fulfilled',
  );
  for (const sentence of [
    'TikTok telah menyerahkan seluruh laporan audit keamanan kepada Komdigi.',
    'TikTok telah menyerahkan laporan audit keamanan kepada Komdigi tiga hari lalu.',
  ])
    expect(statusWith(duty, ['06-09', sentence])).not.toBe('fulfilled');
  expect(
    statusWith(duty, [
      '06-09',
      'Komdigi sudah menerima laporan audit keamanan dari tiga platform setelah TikTok menyerahkannya.',
    ]),
  ).toBe('fulfilled');
});
