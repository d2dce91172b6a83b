import { expect, test } from 'vitest';
import { countSources } from '../../lambda/ledger/model/sources.ts';
import { articleRef } from '../../lambda/ledger/outcomes/article-ref.ts';
import { fingerprint } from '../../lambda/read/copies.ts';
import { article } from './articles.ts';

const STORY =
  'Kementerian Komunikasi dan Digital meminta Telegram menghapus kanal perjudian dalam tujuh hari. Direktur Jenderal ' +
  'Pengawasan Ruang Digital Alexander Sabar mengatakan surat permintaan sudah dikirim pada Senin. Perusahaan itu belum ' +
  'menjawab. Kementerian mencatat 214 kanal yang menawarkan judi daring sejak awal tahun, naik dua kali lipat.';
const OTHER =
  'Telegram menyatakan sedang menyiapkan tim moderator berbahasa Indonesia yang akan bekerja dari Jakarta. Juru bicara ' +
  'perusahaan mengatakan perekrutan berlangsung sampai akhir tahun. Tim itu akan memeriksa laporan pengguna setiap hari ' +
  'dan menutup grup yang melanggar ketentuan layanan maupun hukum setempat.';

const ref = (id: string, outlet: string, published: string, text: string) =>
  articleRef(article({ id, outlet, published, text, fingerprint: fingerprint(text) }));

test('a wire story on three sites is one source, another story another', () => {
  const wire = ['a', 'b', 'c'].map((outlet, i) =>
    ref(outlet, outlet, `2025-06-1${i}`, `${outlet.toUpperCase()} - ${STORY}`),
  );
  expect(countSources(wire)).toBe(1);
  expect(countSources([...wire, ref('d', 'd', '2025-06-11', OTHER)])).toBe(2);
});

test('versions of one article are one source, and so is the same text to the letter however short', () => {
  expect(countSources([ref('a', 'x', '2025-06-10', STORY), ref('a', 'x', '2025-06-10', STORY)])).toBe(1);
  expect(countSources([ref('a', 'x', '2025-06-10', 'Pendek.'), ref('b', 'y', '2025-06-10', 'Pendek.')])).toBe(1);
  expect(countSources([ref('a', 'x', '2025-06-10', 'Pendek.'), ref('b', 'y', '2025-06-10', 'Lain.')])).toBe(2);
});
