import { expect, test } from 'vitest';
import { extract } from '../../../lambda/extract/extract.ts';

const typesOf = (text: string): string[] =>
  extract({ text, published: '2025-06-10T09:00:00+07:00' }, 0.2).commitments.map(({ type }) => type);

test.each([
  'OJK akan mencabut izin penyelenggara yang tidak memenuhi ketentuan itu hingga 4 Juli 2025.',
  'Komdigi akan memblokir platform yang belum mendaftar mulai 20 Juli 2025, kata Alexander Sabar.',
  'Kementerian Perdagangan akan membekukan izin lokapasar yang mengabaikan permintaan itu.',
])('what an authority will do to those who do wrong is a sanction: %s', (text) => {
  expect(typesOf(text)).toEqual(['sanction']);
});

test.each([
  ['OJK akan menerbitkan aturan tentang bank digital pada Agustus 2025.', 'pledge'],
  ['Komdigi mewajibkan seluruh platform mendaftar paling lambat 20 Juli 2025.', 'obligation'],
  ['Google akan membuka kantor di Surabaya pada September 2025, kata Putri Alam.', 'pledge'],
])('%s is of the type %s', (text, type) => {
  expect(typesOf(text)).toEqual([type]);
});

test.each([
  'Pengguna yang belum mendaftar akan dikenai denda oleh Telkomsel mulai 1 Juli 2025.',
  'Tokopedia akan mendenda penjual yang terlambat mengirim barang mulai 1 Juli 2025.',
])('what a company does to its customers is no sanction of an authority: %s', (text) => {
  expect(typesOf(text)).not.toContain('sanction');
});
