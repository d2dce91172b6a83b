/**
 * What reading costs: pages with a site rule and without one, against the bare parse of the same page by cheerio (its
 * quick parser, which `read` uses too, and its standard one) and against `@mozilla/readability` on jsdom and on
 * linkedom; in turns, processor time.
 *
 *   node bench/read.ts [FOLDER]     a folder of .html files; without one, pages are made (heavy-pages.ts)
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { load as loadStandard } from 'cheerio';
import { load } from 'cheerio/slim';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseHTML } from 'linkedom';
import { readPage } from '../lambda/read/page.ts';
import { describe, heavyPages } from './heavy-pages.ts';
import { inTurns, median, tellCosts } from './measure.ts';

const ROUNDS = 7;
/** Of the pages that are made, which all have one shape: one in so many. */
const ONE_IN = 3;
/** jsdom takes many times as long: fewer pages and rounds show it well enough. */
const SLOW_ROUNDS = 4;
const SLOW_PAGES = 6;

interface Sample {
  html: string;
  url: string;
}

const folder = process.argv[2];
const silent = new VirtualConsole();

function samples(): Sample[] {
  if (folder) {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .map((name) => ({ html: readFileSync(join(folder, name), 'utf8'), url: `https://example.com/${name}` }));
  }
  const pages = heavyPages().filter((_, i) => i % ONE_IN === 0);
  console.log(describe(pages));
  return pages.flatMap(({ html, url, plainUrl }) => [
    { html, url },
    { html, url: plainUrl },
  ]);
}

/** Characters of text that a reader finds in all pages: what its time was spent for. */
function found(pages: readonly Sample[], read: (page: Sample) => string | null | undefined): number {
  return pages.reduce((sum, page) => sum + (read(page)?.replace(/\s+/g, ' ').length ?? 0), 0) / pages.length;
}

const ours = ({ html, url }: Sample): string => readPage(html, { url }).text;
const onLinkedom = ({ html }: Sample) =>
  // linkedom's document has what the reader needs; its type says less.
  new Readability(parseHTML(html).document as unknown as Document).parse()?.textContent;
function onJsdom({ html, url }: Sample) {
  const { window } = new JSDOM(html, { url, virtualConsole: silent });
  try {
    return new Readability(window.document).parse()?.textContent;
  } finally {
    window.close();
  }
}

const groups = Map.groupBy(samples(), ({ html, url }) => {
  const { rule } = readPage(html, { url });
  return rule === 'general' || rule === 'json-ld' ? 'general reader' : 'site rule';
});
for (const [group, pages] of groups) {
  const each = (some: readonly Sample[], piece: (page: Sample) => unknown) => () => {
    for (const page of some) piece(page);
  };
  const quick = await inTurns(
    {
      read: each(pages, ours),
      slim: each(pages, ({ html }) => load(html)),
      standard: each(pages, ({ html }) => loadStandard(html)),
    },
    { rounds: ROUNDS },
  );
  const few = pages.slice(0, SLOW_PAGES);
  const slow = await inTurns(
    { read: each(few, ours), linkedom: each(few, onLinkedom), jsdom: each(few, onJsdom) },
    { rounds: SLOW_ROUNDS, warm: 1 },
  );
  const ms = (costs: number[], count: number): string => `${(median(costs) / count).toFixed(2)} ms`;
  console.log(
    `${group}: ${pages.length} pages; read ${ms(quick.read, pages.length)}, cheerio/slim ${ms(quick.slim, pages.length)}, cheerio ${ms(quick.standard, pages.length)}, readability on linkedom ${ms(slow.linkedom, few.length)}, on jsdom ${ms(slow.jsdom, few.length)}`,
  );
  console.log(
    `characters found a page: ${found(few, ours).toFixed(0)}, readability on linkedom ${found(few, onLinkedom).toFixed(0)}, on jsdom ${found(few, onJsdom).toFixed(0)}`,
  );
  const what = `read, ${group}`;
  tellCosts({ what, against: 'cheerio/slim parse', goal: '1.6' }, quick.read, quick.slim);
  tellCosts({ what, against: 'cheerio parse (parse5)' }, quick.read, quick.standard);
  tellCosts({ what, against: 'readability on linkedom' }, slow.read, slow.linkedom);
  tellCosts({ what, against: 'readability on jsdom' }, slow.read, slow.jsdom);
}
