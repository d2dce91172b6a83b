import { describe, expect, test } from 'vitest';
import { judged } from './judged.ts';

test('an end told without an affix, and with a day, is an act; one that only describes a thing is none', () => {
  const rulesIn = (text: string) => judged(text).judgement.judged.map(({ candidate }) => candidate.rule);
  expect(rulesIn('Kominfo menunggu. Ketetapannya terbit akhir bulan ini.')).toEqual(['dated-act']);
  expect(rulesIn('Kominfo menunggu. Besar dana yang cair akhir bulan ini.')).toEqual([]);
});

describe('acts to which no marker points', () => {
  const rulesIn = (text: string) => judged(text).judgement.judged.map(({ candidate }) => candidate.rule);

  test.each([
    [
      'behind a condition, done by who is named behind the verb',
      'Jika tetap beroperasi, pengelolanya diadukan OJK kepada polisi.',
      ['if-act'],
    ],
    [
      'behind a condition and who says so',
      'Apabila tidak diindahkan, menurut Budi, akses ke gim itu diputus Komdigi.',
      ['if-act'],
    ],
    [
      'behind a condition, by who is named in front',
      'Bila datanya tak kunjung lengkap, kata dia, OJK melimpahkan perkara itu ke polisi.',
      ['if-act'],
    ],
    [
      'what `kami` do, in a quotation',
      '"Yang masih membandel, kantornya kami tutup," kata Kepala OJK Budi Santoso.',
      ['own-act'],
    ],
    [
      'what heads the clause with `yang`, in a quotation',
      '"Yang membandel kami tegur secara tertulis," kata Kepala OJK Budi Santoso.',
      ['own-act'],
    ],
    [
      'what is brought before somebody',
      '"Kalau masih dibuang di sana, pengelolanya kami bawa ke polisi," kata Kepala OJK Budi Santoso.',
      ['if-act'],
    ],
    ['what one does oneself', '"Berkasnya saya antar sendiri ke OJK pekan depan," kata Budi Santoso.', ['dated-act']],
    [
      'what can be done from a day to come on',
      'Aplikasi OJK itu dapat diunduh siapa pun paling lambat Agustus.',
      ['may'],
    ],
    [
      'what is handed over by a word for telling',
      'OJK menunggu. Rekomendasi itu baru disampaikan ke publik awal Juli.',
      ['dated-act'],
    ],
    [
      'in days that are counted from an event',
      'Hasilnya diumumkan OJK dalam 10 hari kerja sejak berkas diterima.',
      ['dated-act'],
    ],
  ])('are found: %s', (_name, text, rules) => {
    expect(rulesIn(text)).toEqual(rules);
  });

  test.each([
    ['what `kami` have done', '"Kantornya sudah kami tutup," kata Kepala OJK Budi Santoso.'],
    ['what can be done, with no day', 'Aplikasi OJK itu dapat diunduh siapa pun.'],
    ['what `kami` know', '"Itu yang kami ketahui," kata Kepala OJK Budi Santoso.'],
    ['behind a condition, what nobody who is named does', 'Jika hujan turun, jalan itu tergenang dan warga mengungsi.'],
  ])('are not: %s', (_name, text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  test('what is not yet so may be what the act is done to', () => {
    expect(rulesIn('Produk yang belum sesuai akan dihentikan OJK.')).toEqual(['sanction']);
    expect(rulesIn('OJK belum akan menghentikan produk itu.')).toEqual([]);
  });
});
