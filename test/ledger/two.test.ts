import { expect, test } from 'vitest';
import { followRows } from '../../lambda/ledger/follow.ts';

/** How many promises a pile of two articles is found to have. */
function promisesOf(first: string, second: string): number {
  const articles = [first, second].map((told, i) => ({
    ...{ id: `a${i}`, url: `https://a${i}.example/`, outlet: `a${i}`, published: `2025-06-1${i + 2}T12:00:00+07:00` },
    ...{ title: told, text: `Jakarta - ${told}\n\nHujan turun sejak pagi.` },
  }));
  return followRows(articles, []).length;
}

test.each([
  [
    'a firm by its name and another body promise the same deed',
    'PT Cahaya Lestari berjanji melunasi tunggakan gaji paling lambat 30 Juni 2025.',
    'Pemerintah Kabupaten Sleman berjanji melunasi tunggakan gaji paling lambat 30 Juni 2025.',
  ],
  [
    'one body promises two deeds for one day',
    'Kementerian Perhubungan berjanji memulangkan pekerja migran paling lambat 30 Juni 2025.',
    'Kementerian Perhubungan berjanji menerbitkan pedoman iklan paling lambat 30 Juni 2025.',
  ],
  [
    'one deed, and what is to be said about it',
    'Kementerian Perhubungan berjanji merelokasi pedagang pasar paling lambat 30 Juni 2025.',
    'Kementerian Perhubungan akan menyosialisasikan relokasi pedagang pasar kepada warga mulai pekan depan.',
  ],
  [
    'one deed, and the day of it that is to be made known',
    'OJK berjanji menguji sampel sirup paling lambat 30 Juni 2025.',
    'OJK berjanji mengumumkan jadwal pengujian sampel sirup paling lambat 20 Juni 2025.',
  ],
])('%s: two promises', (_, first, second) => {
  expect(promisesOf(first, second)).toBe(2);
});

test.each([
  [
    'a local government is shortened',
    'Pemerintah Kota Bandung berjanji melunasi tunggakan gaji paling lambat 30 Juni 2025.',
    'Pemkot Bandung memastikan tunggakan gaji dilunasi sebelum akhir bulan ini.',
  ],
  [
    'the deed is told in a kindred word',
    'Kementerian Perhubungan berjanji memulangkan pekerja migran paling lambat 30 Juni 2025.',
    'Kementerian Perhubungan memastikan kepulangan buruh migran tuntas sebelum akhir bulan ini.',
  ],
  [
    'a meeting is held, told by a light verb',
    'Kementerian Perhubungan akan mempertemukan pengemudi dan aplikator pada 20 Juni 2025.',
    'Kementerian Perhubungan akan menggelar pertemuan pengemudi dan aplikator pada 20 Juni 2025.',
  ],
])('%s: one promise', (_, first, second) => {
  expect(promisesOf(first, second)).toBe(1);
});
