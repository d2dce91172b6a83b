import { describe, expect, test } from 'vitest';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import { speaksOfDigital } from '../../lambda/ledger/scope.ts';
import { article } from './articles.ts';

const kept = (text: string, obligor: string, action: string, title = ''): number => {
  const read = article({ id: 'a', published: '2025-06-01', title, text, mentions: [{ obligor, action }] });
  for (const mention of read.extraction.commitments) mention.topic = 'other';
  return readMentions(read, read.published).length;
};

describe('what the ledger keeps', () => {
  test('a promise of somebody listed, whatever it is about', () => {
    expect(kept('Google membangun taman kota.', 'Google=google', 'membangun taman kota')).toBe(1);
  });
  test('a duty of a class without a name, in an article about digital matters', () => {
    const text =
      'Seluruh lembaga penyiaran wajib menghentikan siaran analog. Pemilik televisi lama memerlukan dekoder.';
    expect(kept(text, 'Seluruh lembaga penyiaran', 'menghentikan siaran analog')).toBe(1);
  });
  test('no promise of a mayor about a road', () => {
    expect(kept('Wali kota akan memperbaiki jalan di Cimanggis pekan depan.', 'Wali kota', 'memperbaiki jalan')).toBe(
      0,
    );
  });
});

test('one word of digital matters in a long text does not make it digital', () => {
  const long = 'Warga menunggu jalan itu diperbaiki sebelum musim hujan tiba. '.repeat(30);
  expect(speaksOfDigital(`${long} Seorang warga mengunggahnya ke media sosial.`)).toBe(false);
  expect(speaksOfDigital('Operator seluler wajib memblokir kartu SIM tanpa registrasi.')).toBe(true);
});
