/**
 * What reading costs: pages with a site rule and without one, against the bare parse of the same page by
 * `cheerio/slim`, in CPU time (other work on the machine does not count).
 *
 *   node bench/read.ts [FOLDER]     a folder of .html files; without one, pages of the usual size are made
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { readPage } from '../lambda/read/page.ts';

const RUNS = 41;
const WARM = 8;

interface Sample {
  html: string;
  url: string;
}

/** An article of 30 paragraphs in a page of 150 KB, as publishers serve it: menus, scripts, teasers, a long footer. */
function made(url: string, body: string): Sample {
  const sentence =
    'Kementerian meminta seluruh platform membuka kantor perwakilan paling lambat akhir tahun ini, kata juru bicara. ';
  const paragraphs = Array.from({ length: 30 }, (_, i) => `<p>${sentence.repeat(2)}Alinea ${i}.</p>`).join('\n');
  const links = (count: number) =>
    Array.from(
      { length: count },
      (_, i) =>
        `<li class="nav-item item-${i}"><a class="link" href="/kanal/${i}?x=1&amp;y=2" data-id="${i}"><img src="/gambar/${i}.jpg" alt=""><span>Judul berita nomor ${i} dari kanal ini</span></a></li>`,
    ).join('');
  const script = `<script>var config = ${JSON.stringify({ list: Array.from({ length: 400 }, (_, i) => ({ id: i, name: `slot-${i}` })) })};</script>`;
  return {
    url,
    html: `<!DOCTYPE html><html lang="id"><head><title>Platform Diminta Membuka Kantor Perwakilan</title><meta property="og:title" content="Platform Diminta Membuka Kantor Perwakilan"><meta property="article:published_time" content="2017-08-02T14:35:00+07:00"><meta name="author" content="Nama Penulis">${script}</head><body><header><nav><ul>${links(120)}</ul></nav></header><h1>Platform Diminta Membuka Kantor Perwakilan</h1><div class="${body}">${paragraphs}</div><aside><ul>${links(120)}</ul></aside><footer><ul>${links(150)}</ul></footer>${script}</body></html>`,
  };
}

const folder = process.argv[2];
const samples: Sample[] = folder
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .map((name) => ({ html: readFileSync(join(folder, name), 'utf8'), url: `https://example.com/${name}` }))
  : [
      made('https://nasional.kompas.com/read/2017/08/02/14350001/platform-diminta', 'read__content'),
      made('https://news.detik.com/berita/d-3584931/platform-diminta', 'detail__body-text'),
      made('https://www.contoh.id/nasional/platform-diminta-membuka-kantor', 'isi'),
    ];

/** Milliseconds of CPU time. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

const groups = new Map<string, Sample[]>();
for (const sample of samples) {
  const { rule } = readPage(sample.html, { url: sample.url });
  const group = rule === 'general' || rule === 'json-ld' ? 'general reader' : 'site rule';
  groups.set(group, [...(groups.get(group) ?? []), sample]);
}
for (const [group, pages] of groups) {
  const parses: number[] = [];
  const reads: number[] = [];
  // In turns, so that a machine that slows down slows both.
  for (let run = 0; run < RUNS + WARM; run++) {
    const parsed = cost(() => {
      for (const { html } of pages) load(html);
    });
    const done = cost(() => {
      for (const { html, url } of pages) readPage(html, { url });
    });
    if (run < WARM) continue;
    parses.push(parsed);
    reads.push(done);
  }
  const parse = median(parses);
  const read = median(reads);
  const ratio = median(reads.map((value, run) => value / (parses[run] || 1)));
  const each = (total: number) => (total / pages.length).toFixed(2).padStart(8);
  console.log(
    `${group.padEnd(15)} pages ${String(pages.length).padStart(3)}  parse ${each(parse)} ms  read ${each(read)} ms  ratio ${ratio.toFixed(2)}`,
  );
}
