/**
 * The whole of `extract` against parsing the page that the text came from (`cheerio/slim`), and against chrono-node's
 * English pass, side by side in one run: `node bench/extract.ts [PAGES.jsonl]`, where each line of PAGES is
 * `{"html" | "htmlBase64", "url"}`. Without it the pages are the sample archive's, which are lighter than real ones.
 */
import { readFileSync } from 'node:fs';
import { load } from 'cheerio/slim';
import * as chrono from 'chrono-node';
import { extract } from '../lambda/extract/extract.ts';
import { pageHtml, pathOf } from '../lambda/local/samples/archive.ts';
import { ARTICLES } from '../lambda/local/samples/stories.ts';
import { readPage } from '../lambda/read/page.ts';

interface Page {
  html: string;
  text: string;
}

function pagesOf(file: string | undefined): Page[] {
  if (file === undefined) {
    return ARTICLES.map((article) => {
      const html = pageHtml(pathOf(article)) ?? '';
      return { html, text: readPage(html, { url: `http://samples.invalid${pathOf(article)}` }).text };
    });
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row = JSON.parse(line) as { html?: string; htmlBase64?: string; url: string };
      const html = row.html ?? Buffer.from(row.htmlBase64 ?? '', 'base64').toString();
      return { html, text: readPage(html, { url: row.url }).text };
    });
}

const RUNS = 15;

/** Milliseconds of processor time for one pass, the median of the runs. */
function cost(pass: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < RUNS + 3; i++) {
    const before = process.cpuUsage();
    pass();
    const { user, system } = process.cpuUsage(before);
    if (i >= 3) times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

const pages = pagesOf(process.argv[2]);
const published = '2025-06-10';
const reference = new Date('2025-06-10T05:00:00Z');
const parse = cost(() => {
  for (const { html } of pages) load(html);
});
const extraction = cost(() => {
  for (const { text } of pages) extract({ text, published });
});
const english = cost(() => {
  for (const { text } of pages) chrono.parse(text, reference);
});
const tokens = cost(() => {
  for (const { text } of pages) text.match(/[\p{L}\p{N}]+/gu);
});
const mean = (of: (page: Page) => number) => pages.reduce((sum, page) => sum + of(page), 0) / pages.length;
const kb = (n: number) => `${(n / 1000).toFixed(1)} KB`;
const each = (total: number) => `${(total / pages.length).toFixed(3)} ms`;
console.log(
  `${pages.length} pages: ${kb(mean((p) => p.html.length))} of HTML, ${kb(mean((p) => p.text.length))} of text on average`,
);
console.log(`extract               ${each(extraction)}`);
console.log(`cheerio/slim parse    ${each(parse)}   extract / parse    ${(extraction / parse).toFixed(2)}`);
console.log(`chrono-node, English  ${each(english)}   extract / chrono   ${(extraction / english).toFixed(2)}`);
console.log(`splitting into words  ${each(tokens)}   extract / words    ${(extraction / tokens).toFixed(1)}`);
