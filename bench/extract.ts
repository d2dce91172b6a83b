/**
 * The whole of `extract` against parsing the page that the text came from (`cheerio/slim`), against chrono-node's
 * English pass, compromise's reading of the same text, and splitting into words alone; in turns, processor time:
 * `node bench/extract.ts [PAGES.jsonl]`, where each line of PAGES is `{"html" | "htmlBase64", "url"}`. Without it the
 * pages are made (heavy-pages.ts).
 */
import { readFileSync } from 'node:fs';
import { load } from 'cheerio/slim';
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import { extract } from '../lambda/extract/extract.ts';
import { tokenize } from '../lambda/extract/text/tokens.ts';
import { readPage } from '../lambda/read/page.ts';
import { describe, heavyPages } from './heavy-pages.ts';
import { inTurns, median, tellCosts } from './measure.ts';

const ROUNDS = 7;
/** Characters of the longest text, and of the pieces it is cut into. */
const LONG = 1_000_000;
const SHORT = 10_000;
const PUBLISHED = '2025-06-10';
const REFERENCE = new Date('2025-06-10T05:00:00Z');

interface Page {
  html: string;
  text: string;
}

function pagesOf(file: string | undefined): Page[] {
  if (file === undefined) {
    const pages = heavyPages();
    console.log(describe(pages));
    return pages.map(({ html, url }) => ({ html, text: readPage(html, { url }).text }));
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

const pages = pagesOf(process.argv[2]);
const each = (piece: (page: Page) => unknown) => () => {
  for (const page of pages) piece(page);
};
const costs = await inTurns(
  {
    extract: each(({ text }) => extract({ text, published: PUBLISHED })),
    parse: each(({ html }) => load(html)),
    chrono: each(({ text }) => chrono.parse(text, REFERENCE)),
    compromise: each(({ text }) => nlp(text)),
    tokens: each(({ text }) => tokenize(text)),
    words: each(({ text }) => text.match(/[\p{L}\p{N}]+/gu)),
  },
  { rounds: ROUNDS },
);
// The same text in pieces and as one article: what grows faster than the text shows between them.
const long = Array.from({ length: LONG / 1000 }, (_, i) => pages[i % pages.length]!.text)
  .join('\n\n')
  .slice(0, LONG);
const pieces = Array.from({ length: LONG / SHORT }, (_, i) => long.slice(i * SHORT, (i + 1) * SHORT));
const lengths = await inTurns(
  {
    short: () => {
      for (const text of pieces) extract({ text, published: PUBLISHED });
    },
    long: () => extract({ text: long, published: PUBLISHED }),
  },
  { rounds: 3, warm: 0 },
);
const mean = (of: (page: Page) => number): string =>
  `${(pages.reduce((sum, page) => sum + of(page), 0) / pages.length / 1000).toFixed(1)} KB`;
console.log(
  `${pages.length} pages: ${mean((p) => p.html.length)} of HTML, ${mean((p) => p.text.length)} of text on average`,
);
for (const [name, cost] of Object.entries(costs)) {
  console.log(`${name.padEnd(12)}${(median(cost) / pages.length).toFixed(3).padStart(9)} ms a page`);
}
tellCosts({ what: 'extract', against: 'cheerio/slim parse of its page', goal: '0.5' }, costs.extract, costs.parse);
tellCosts({ what: 'extract', against: 'chrono-node, English pass' }, costs.extract, costs.chrono);
tellCosts({ what: 'extract', against: 'compromise' }, costs.extract, costs.compromise);
tellCosts({ what: 'extract', against: 'its own tokens alone' }, costs.extract, costs.tokens);
tellCosts({ what: 'extract', against: 'words by one expression' }, costs.extract, costs.words);
tellCosts({ what: 'extract: a character of 1 MB', against: 'of 10 KB' }, lengths.long, lengths.short);
