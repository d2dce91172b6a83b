import { expect, test } from 'vitest';
import { stemKey } from '../../../lambda/extract/text/stem.ts';

test.each<string[]>([
  ['menerbitkan', 'diterbitkan', 'penerbitan'],
  ['memblokir', 'diblokir', 'pemblokiran', 'blokir'],
  ['memanggil', 'dipanggil', 'pemanggilan'],
  ['mengirim', 'dikirim', 'pengiriman'],
  ['menyusun', 'disusun', 'penyusunan'],
  ['membuka', 'dibuka', 'pembukaan'],
  ['memperpanjang', 'diperpanjang'],
])('the forms of one word share a key: %s', (...forms) => {
  expect(new Set(forms.map(stemKey)).size).toBe(1);
});

test.each([
  ['memblokir', 'membuka'],
  ['menerbitkan', 'menutup'],
  ['kantor', 'konten'],
])('%s and %s have keys of their own', (a, b) => {
  expect(stemKey(a)).not.toBe(stemKey(b));
});
