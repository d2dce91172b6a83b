import { expect, test } from 'vitest';
import { toLedgerArticle } from '../../lambda/ledger/follow.ts';
import { movesOf } from '../../lambda/ledger/outcomes/moves.ts';

/** What is read of a sentence where extraction reads nothing, as `obligor | action | due`. */
function read(text: string, published: string): string[] {
  const article = toLedgerArticle({
    id: 'a',
    url: 'https://a.example/',
    outlet: 'a',
    published: `${published}T12:00:00+07:00`,
    title: '',
    text,
  });
  const bare = { ...article, extraction: { ...article.extraction, commitments: [] } };
  return movesOf(bare).map((m) => `${m.obligor.text} | ${m.action.text} | ${m.deadline?.due}`);
}

test.each([
  [
    'Google mengundurkan pembangunan pusat data di Batam hingga 30 Juni 2025.',
    '2024-12-10',
    'Google | mengundurkan pembangunan pusat data di Batam | 2025-06-30',
  ],
  [
    'Penerbitan pedoman biometrik oleh Komdigi diundur hingga 31 Agustus 2025.',
    '2025-06-28',
    'Komdigi | Penerbitan pedoman biometrik oleh Komdigi diundur | 2025-08-31',
  ],
  [
    'Bappebti memajukan pengalihan pengawasan kripto kepada OJK menjadi 10 Januari 2025 dari jadwal semula 12 Januari 2025.',
    '2025-01-08',
    'Bappebti | memajukan pengalihan pengawasan kripto kepada OJK | 2025-01-10',
  ],
  [
    'Direktorat Jenderal Pajak memajukan batas penyetoran PPN pertama OpenAI dari 31 Maret menjadi 16 Maret 2025.',
    '2025-02-20',
    'OpenAI | memajukan batas penyetoran PPN pertama OpenAI dari 31 Maret | 2025-03-16',
  ],
  [
    'OJK memberi Shopee waktu tiga hari untuk menghapus iklan pinjaman.',
    '2025-02-03',
    'Shopee | menghapus iklan pinjaman | 2025-02-06',
  ],
  [
    'Komdigi menyatakan PSE yang belum mendaftar diberi tambahan waktu lima hari kerja, atau hingga Rabu (27/7/2022), untuk mendaftar.',
    '2022-07-21',
    'PSE | mendaftar | 2022-07-27',
  ],
])('%s: a day that moved, or time given, is somebody’s', (text, published, expected) => {
  expect(read(text, published)).toEqual([expected]);
});

test.each([
  ['Asosiasi meminta Komdigi agar memperpanjang pendaftaran hingga 30 Juni 2025.', '2025-06-01'],
  ['Komdigi tidak memperpanjang pendaftaran hingga 30 Juni 2025.', '2025-06-01'],
  ['Komdigi pernah memperpanjang pendaftaran hingga 27 Juli 2022.', '2023-06-01'],
  ['Apakah Komdigi memperpanjang pendaftaran hingga 30 Juni 2025?', '2025-06-01'],
  ['OJK rapat di Bandung (Baca juga: Pendaftaran Bank Mundur hingga 30 Juni 2025). Bank hadir.', '2025-06-01'],
  ['OJK bertemu bank (Baca juga: pendaftaran bank diperpanjang Komdigi) hingga 30 Juni 2025.', '2025-06-01'],
  ['Komdigi memperpanjang kontrak satelit hingga 30 Juni 2026.', '2025-06-01'],
  ['Pendaftaran PSE diperpanjang (Baca juga: Aturan Baru Berlaku hingga 30 Juni 2025).', '2025-06-01'],
])('%s: moves nothing', (text, published) => {
  expect(read(text, published)).toEqual([]);
});
