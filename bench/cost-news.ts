import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** What the publishers of `bench/cost.ts` print. */
export interface News {
  title: string;
  paragraphs: string[];
  /** Where it stands under its host: as long as addresses of news are, because they are kept many times. */
  path: string;
}

/** As long as the addresses of the general news that was counted: 88 characters in the middle, with the host. */
const made = (topic: string, place: string, n: number): string =>
  `/read/2026/11/28/${100_000 + n}/cerita-warga-tentang-${topic.replace(' ', '-')}-yang-terjadi-kemarin-sore-di-${place.toLowerCase()}`;

const TOPICS = ['banjir', 'konser', 'harga cabai', 'pertandingan', 'kemacetan', 'pameran', 'cuaca', 'wisata'];
const PLACES = ['Bandung', 'Medan', 'Makassar', 'Surabaya', 'Palembang', 'Denpasar', 'Manado', 'Pontianak', 'Jambi'];

/** News in which nobody promises anything, and nobody of the gazetteer is named unless `names` says so. */
export function plainNews(n: number, names = ''): News {
  const place = PLACES[n % PLACES.length]!;
  const paragraphs = Array.from(
    { length: 14 },
    (_, i) =>
      `Warga nomor ${n * 31 + i} di ${PLACES[(n + i) % PLACES.length]} menceritakan ${TOPICS[(n * 3 + i) % TOPICS.length]} yang terjadi kemarin sore, sementara ${(n * 7 + i * 13) % 90} orang lain berkumpul di tepi jalan dan mengambil foto bersama keluarga mereka.`,
  );
  if (names) paragraphs.push(`Sebuah papan bertuliskan ${names} berdiri di dekat mereka.`);
  const topic = TOPICS[n % TOPICS.length]!;
  return { title: `Cerita ${n} tentang ${topic} di ${place}`, paragraphs, path: made(topic, place, n) };
}

/** `count` articles of a file of JSON lines with `title`, `text` and, if known, `url`, gzipped or not. */
export function newsOf(file: string, count: number): News[] {
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n').filter(Boolean);
  // From all over the file: neighbours are often of one day and one outlet.
  const step = Math.max(1, Math.floor(lines.length / count));
  return lines
    .filter((_, i) => i % step === 0)
    .slice(0, count)
    .map((line, n) => {
      const { title, text, url } = JSON.parse(line) as { title: string; text: string; url?: string };
      const paragraphs = text.split('\n').filter((paragraph) => paragraph.trim() !== '');
      const path = url && URL.canParse(url) ? new URL(url).pathname : made(TOPICS[0]!, PLACES[0]!, n);
      // Two of one address would be one article.
      return { title, paragraphs, path: `${path.replace(/\/$/, '')}-${n}` };
    });
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Publishers under `http://NAME.localhost`, each with a feed of all its news, published in the hours before now. */
export function publishers(news: Record<string, News[]>): Server {
  const published = (n: number) => new Date(Date.now() - (n % 20) * 3_600_000);
  return createServer((request, response) => {
    const name = String(request.headers.host).split('.')[0]!;
    const all = news[name] ?? [];
    const number = all.findIndex(({ path }) => path === request.url);
    const one = all[number];
    if (one) {
      const title = escaped(one.title);
      const text = one.paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('');
      const when = published(number).toISOString();
      return response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          `<html><head><title>${title}</title><meta property="article:published_time" content="${when}"></head><body><article><h1>${title}</h1>${text}</article></body></html>`,
        );
    }
    if (request.url !== '/feed') return response.writeHead(404).end();
    const items = all.map(
      (item, n) =>
        `<item><title>${escaped(item.title)}</title><link>http://${name}.localhost${item.path}</link><guid>${name}-${n}</guid><pubDate>${published(n).toUTCString()}</pubDate></item>`,
    );
    return response
      .writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' })
      .end(`<rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`);
  });
}
