/**
 * Temporal expressions and deadlines against chrono-node's English pass over the same Indonesian texts, side by side in
 * one run: `node bench/time.ts`. The ratio is what counts; the milliseconds are this machine's.
 */
import * as chrono from 'chrono-node';
import { findDeadlines } from '../lambda/extract/time/deadlines.ts';
import { findTimexes } from '../lambda/extract/time/timexes.ts';

const PARAGRAPHS = [
  'JAKARTA - Kementerian Komunikasi dan Digital memberi waktu tujuh hari kerja kepada penyelenggara sistem elektronik untuk mendaftar, kata Direktur Jenderal dalam keterangan tertulis, Selasa (10/6/2025).',
  'Menurut dia, surat peringatan pertama dikirim pada 2 Juni 2025 pukul 10.00 WIB dan yang kedua menyusul pekan lalu. Hingga kini baru separuh yang menjawab.',
  '"Kalau sampai akhir bulan ini belum ada tanggapan, paling lambat Senin depan aksesnya kami tutup," ujarnya di Jakarta.',
  'Perusahaan itu berjanji membuka kantor sebelum akhir tahun, lebih cepat dari target semula pada kuartal III tahun depan. Setiap tiga bulan laporan disampaikan kepada pemerintah.',
  'Sebelumnya, dalam rapat kerja dengan komisi terkait, pemerintah menjelaskan bahwa aturan itu lahir setelah pembahasan panjang dengan pelaku usaha, akademisi, dan masyarakat. Banyak masukan yang diterima, termasuk soal biaya kepatuhan bagi usaha kecil.',
  'Pengamat menilai langkah tersebut wajar asalkan dijalankan terbuka dan tidak memberatkan. Ia mengingatkan pengalaman negara lain yang tergesa-gesa menerapkan aturan serupa lalu mengubahnya berkali-kali.',
];

/** Some `size` characters of article made of the paragraphs in turn. */
export function article(size: number, seed: number): string {
  let text = '';
  for (let i = seed; text.length < size; i++) text += `${PARAGRAPHS[i % PARAGRAPHS.length]}\n\n`;
  return text.slice(0, size);
}

function time(runs: number, pass: () => void): number {
  const took: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = process.hrtime.bigint();
    pass();
    took.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  took.sort((a, b) => a - b);
  return took[Math.floor(took.length / 2)]!;
}

/** Median milliseconds of one pass over the articles, ours and chrono's, and how time grows with a text ten times as long. */
export function measure(): { ours: number; withDeadlines: number; chrono: number; growth: number } {
  const articles = Array.from({ length: 100 }, (_, i) => article(2500, i));
  const published = '2025-06-10';
  const reference = new Date('2025-06-10T05:00:00Z');
  const timexes = () => {
    for (const text of articles) findTimexes(text, { published });
  };
  const deadlines = () => {
    for (const text of articles) findDeadlines(text, findTimexes(text, { published }), { published });
  };
  const english = () => {
    for (const text of articles) chrono.parse(text, reference);
  };
  for (const warm of [timexes, deadlines, english]) time(3, warm);
  const short = Array.from({ length: 10 }, (_, i) => article(10_000, i));
  const long = article(1_000_000, 0);
  const at = (text: string) => findDeadlines(text, findTimexes(text, { published }), { published });
  const perShort = time(7, () => short.forEach(at)) / 100_000;
  const perLong = time(5, () => at(long)) / 1_000_000;
  return {
    ours: time(9, timexes) / articles.length,
    withDeadlines: time(9, deadlines) / articles.length,
    chrono: time(5, english) / articles.length,
    growth: perLong / perShort,
  };
}

if (import.meta.main) {
  const m = measure();
  console.log(`timexes               ${m.ours.toFixed(3)} ms an article of 2.5 KB`);
  console.log(`timexes and deadlines ${m.withDeadlines.toFixed(3)} ms`);
  console.log(`chrono-node, English  ${m.chrono.toFixed(3)} ms`);
  console.log(
    `ratio to chrono       ${(m.ours / m.chrono).toFixed(2)} (with deadlines ${(m.withDeadlines / m.chrono).toFixed(2)})`,
  );
  console.log(`a character of 1 MB costs ${m.growth.toFixed(2)} times one of 10 KB`);
}
