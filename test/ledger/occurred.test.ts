import { expect, test } from 'vitest';
import { extract } from '../../lambda/extract/extract.ts';
import { doneByThen, occurredIn, onlyAhead } from '../../lambda/ledger/outcomes/occurred.ts';
import type { LedgerArticle } from '../../lambda/ledger/types.ts';
import { article } from './articles.ts';

/** A sentence as the only one of an article published on 1 July 2025. */
function only(text: string): [LedgerArticle, { start: number; end: number }] {
  const published = '2025-07-01T12:00:00+07:00';
  const made = article({ id: 'a', published, text });
  return [
    { ...made, extraction: extract({ text, published }) },
    { start: 0, end: text.length },
  ];
}

test.each([
  ['a plan for a day to come', 'Kominfo membuka layanan itu pada 1 September 2025.', true],
  ['the same, said on a day gone by', 'Layanan itu kami buka 31 Agustus 2025," kata Budi, Jumat (27/6/2025).', true],
  ['what was done', 'Kominfo membuka layanan itu pada 1 Juni 2025.', false],
  ['without a day', 'Kominfo membuka layanan itu.', false],
])('all days of a sentence are ahead: %s', (_what, text, expected) => {
  expect(onlyAhead(...only(text))).toBe(expected);
});

test.each([
  ['by then it shall be so', 'Pada Agustus 2025 aplikasi itu sudah bisa diunduh.', true],
  ['it comes no sooner', 'Logo itu baru dibagikan Dewan Pers pada September 2025.', true],
  ['it is done, and holds from then on', 'Aturan itu sudah diteken dan berlaku pada 1 September 2025.', false],
  ['it was done', 'Logo itu baru dibagikan pada Juni 2025.', false],
])('what is done is done by a day ahead: %s', (_what, text, expected) => {
  expect(doneByThen(...only(text))).toBe(expected);
});

test.each([
  ['a feast', 'Bonus itu dibayar sepekan sebelum Idulfitri 31 Maret 2025.'],
  ['the deadline', 'Posko itu dibuka sehari lewat dari batas 5 Mei 2025.'],
])('a day that another is told by is not when it happened: %s', (_what, text) => {
  const [made, span] = only(text);
  expect(occurredIn(made, span, 5)).toEqual({ earliest: null, latest: '2025-07-01' });
});

test.each([
  ['in a part of a week', 'Posko itu dibuka awal pekan ini.', '2025-06-30', '2025-07-01'],
  ['in a week', 'Posko itu dibuka pekan lalu.', '2025-06-23', '2025-06-29'],
  ['on a day', 'Posko itu dibuka Jumat (27/6/2025).', '2025-06-27', '2025-06-27'],
])('what happened %s happened within that', (_when, text, earliest, latest) => {
  const [made, span] = only(text);
  expect(occurredIn(made, span, 5)).toEqual({ earliest, latest });
});

test.each([
  ['an hour', 'Uji coba masuk sekolah pukul 05.30 Wita sudah berjalan sejak Jumat (27/6/2025).'],
  ['the day of a clause that says which', 'Uang yang ditahan pada Mei lalu sudah dikembalikan pada Jumat (27/6/2025).'],
  ['the day of what a noun tells', 'Kompensasi atas pemadaman 2 Mei lalu sudah diberikan pada Jumat (27/6/2025).'],
  [
    'the day of the saying between commas',
    'Komisioner Agatha di Jakarta, Senin, menuturkan uang itu dikembalikan pada Jumat (27/6/2025).',
  ],
  ['the feast that came behind it', 'Uang itu dikembalikan pada Jumat (27/6/2025), tepat sebelum Idulfitri.'],
  ['the hour of a programme', 'Permintaan maaf itu dibacakan dalam berita petang pada Jumat (27/6/2025).'],
  ['the day behind the quote', '"Baru Jumat lalu (27/6) kajiannya diserahkan," keluhnya, Senin (30/6).'],
])('beside the day of the deed, %s tells nothing', (_what, text) => {
  const [made, span] = only(text);
  expect(occurredIn(made, span, 5)).toEqual({ earliest: '2025-06-27', latest: '2025-06-27' });
});

test.each([
  ['before the deadline ran out', '"Jawabannya kami terima Jumat (27/6), sebelum batas waktu habis," kata Budi.'],
  ['and nothing came after it', '"Berkas terakhir kami terima 27 Juni, jadi tidak ada yang lewat," kata Budi.'],
  ['the last of several', 'Gelombang terakhirnya dikirim Jumat (27/6/2025).'],
])('the next sentence tells the day: %s', (_what, next) => {
  const first = 'Perusahaan itu sudah menyerahkan jumlah pengguna yang terdampak.';
  const text = `${first} ${next}`;
  const [made] = only(text);
  const spans = [first, next].map((s) => ({ start: text.indexOf(s), end: text.indexOf(s) + s.length }));
  expect(occurredIn(made, spans[0]!, 1, spans.slice(1))).toEqual({ earliest: '2025-06-27', latest: '2025-06-27' });
});

test('the sentence behind the next tells the day where it goes on about the paper', () => {
  const text =
    'Sebuah dokumen kini berada di meja kementerian. Isinya adalah hitungan tentang penggantian bensin dengan listrik di seluruh kota. Dokumen yang dimintanya itu diantar Jumat (27/6/2025).';
  const [made] = only(text);
  const spans = [...text.matchAll(/[^.]+\./g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  expect(
    occurredIn(
      made,
      spans[0]!,
      5,
      spans.slice(1).map(({ start, end }) => ({ start: start + 1, end })),
    ),
  ).toEqual({
    earliest: '2025-06-27',
    latest: '2025-06-27',
  });
});

test('the next sentence tells the deadline, and not the day of the deed, where it says what came later than that', () => {
  const first = 'Rapat itu menyetujui pembubaran perusahaan.';
  const next = 'Rapat tersebut molor dari batas waktu yang diberikan OJK, yakni 27 Juni 2025.';
  const text = `${first} ${next}`;
  const [made] = only(text);
  const spans = [first, next].map((s) => ({ start: text.indexOf(s), end: text.indexOf(s) + s.length }));
  expect(occurredIn(made, spans[0]!, 5, spans.slice(1))).toEqual({ earliest: null, latest: '2025-07-01' });
});
