/**
 * Temporal expressions and deadlines against chrono-node's English pass over the same Indonesian texts, side by side in
 * one run: `node bench/time.ts`. The ratio is what counts; the milliseconds are this machine's.
 */
import * as chrono from 'chrono-node';
import { findDeadlines } from '../lambda/extract/time/deadlines.ts';
import { findTimexes } from '../lambda/extract/time/timexes.ts';
import { inTurns, median, tellCosts } from './measure.ts';

const PARAGRAPHS = [
  'JAKARTA - Kementerian Komunikasi dan Digital memberi waktu tujuh hari kerja kepada penyelenggara sistem elektronik untuk mendaftar, kata Direktur Jenderal dalam keterangan tertulis, Selasa (10/6/2025).',
  'Menurut dia, surat peringatan pertama dikirim pada 2 Juni 2025 pukul 10.00 WIB dan yang kedua menyusul pekan lalu. Hingga kini baru separuh yang menjawab.',
  '"Kalau sampai akhir bulan ini belum ada tanggapan, paling lambat Senin depan aksesnya kami tutup," ujarnya di Jakarta.',
  'Perusahaan itu berjanji membuka kantor sebelum akhir tahun, lebih cepat dari target semula pada kuartal III tahun depan. Setiap tiga bulan laporan disampaikan kepada pemerintah.',
  'Sebelumnya, dalam rapat kerja dengan komisi terkait, pemerintah menjelaskan bahwa aturan itu lahir setelah pembahasan panjang dengan pelaku usaha, akademisi, dan masyarakat. Banyak masukan yang diterima, termasuk soal biaya kepatuhan bagi usaha kecil.',
  'Pengamat menilai langkah tersebut wajar asalkan dijalankan terbuka dan tidak memberatkan. Ia mengingatkan pengalaman negara lain yang tergesa-gesa menerapkan aturan serupa lalu mengubahnya berkali-kali.',
];

/** Some `size` characters of article made of the paragraphs in turn. */
function article(size: number, seed: number): string {
  let text = '';
  for (let i = seed; text.length < size; i++) text += `${PARAGRAPHS[i % PARAGRAPHS.length]}\n\n`;
  return text.slice(0, size);
}

/** Pieces of work by what they do: ours and chrono's, over the same articles. */
const ARTICLES = Array.from({ length: 100 }, (_, i) => article(2500, i));
const PUBLISHED = '2025-06-10';
const REFERENCE = new Date('2025-06-10T05:00:00Z');
const all = (read: (text: string) => unknown) => () => {
  for (const text of ARTICLES) read(text);
};
const deadlines = (text: string) =>
  findDeadlines(text, findTimexes(text, { published: PUBLISHED }), { published: PUBLISHED });

const costs = await inTurns(
  {
    timexes: all((text) => findTimexes(text, { published: PUBLISHED })),
    deadlines: all(deadlines),
    chrono: all((text) => chrono.parse(text, REFERENCE)),
  },
  { rounds: 7 },
);
const short = Array.from({ length: 100 }, (_, i) => article(10_000, i));
const long = article(1_000_000, 0);
const lengths = await inTurns({ short: () => short.forEach(deadlines), long: () => deadlines(long) }, { rounds: 5 });
for (const [name, cost] of Object.entries(costs)) {
  console.log(`${name.padEnd(12)}${(median(cost) / ARTICLES.length).toFixed(3)} ms an article of 2.5 KB`);
}
tellCosts({ what: 'timexes', against: 'chrono-node, English pass' }, costs.timexes, costs.chrono);
tellCosts(
  { what: 'timexes and deadlines', against: 'chrono-node, English pass', goal: '1.5' },
  costs.deadlines,
  costs.chrono,
);
tellCosts({ what: 'deadlines: a character of 1 MB', against: 'of 10 KB' }, lengths.long, lengths.short);
