import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { parseFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import {
  answer,
  feedXml,
  MANIFEST,
  ORIGIN_NOTE,
  OUTLETS,
  pageHtml,
  pathOf,
} from '../../lambda/local/samples/archive.ts';
import { ARTICLES, articleText, STORIES, storyOf } from '../../lambda/local/samples/stories.ts';

const ORIGIN = 'http://archive.example';
const PATHS = MANIFEST.outlets.flatMap((outlet) => outlet.articles);
const page = (path: string) => {
  const html = pageHtml(path, ORIGIN);
  if (html === undefined) throw new Error(`no page at ${path}`);
  return load(html);
};

test('the manifest names every article once, under its outlet', () => {
  expect(PATHS.length).toBe(ARTICLES.length);
  expect(new Set(PATHS).size).toBe(ARTICLES.length);
  expect(new Set(ARTICLES.map((article) => article.id)).size).toBe(ARTICLES.length);
  expect([...PATHS].sort()).toEqual(ARTICLES.map(pathOf).sort());
  expect(MANIFEST.articles).toBe(ARTICLES.length);
});

test('the manifest declares a coverage that every article falls into', () => {
  for (const outlet of MANIFEST.outlets) {
    const own = ARTICLES.filter((article) => article.outlet === outlet.id);
    expect(own.length).toBeGreaterThan(5);
    for (const article of own) {
      const at = Date.parse(article.published);
      expect(at).toBeGreaterThan(Date.parse(outlet.coverage.from));
      expect(at).toBeLessThan(Date.parse(outlet.coverage.to));
    }
  }
});

test.each(OUTLETS.map((outlet) => outlet.id))('the feed of %s is RSS 2.0 with every article of the outlet', (id) => {
  const { format, feed } = parseFeed(feedXml(id, ORIGIN) ?? '');
  if (format !== 'rss') throw new Error(`${id} is ${format}`);
  const own = ARTICLES.filter((article) => article.outlet === id);
  expect(feed.items?.length).toBe(own.length);
  const articles = new Map(own.map((article) => [ORIGIN + pathOf(article), article]));
  const instants: number[] = [];
  for (const item of feed.items ?? []) {
    const article = articles.get(item.link ?? '');
    expect(article, item.link).toBeDefined();
    expect(item.title).toBe(article?.title);
    expect(Date.parse(String(item.pubDate))).toBe(Date.parse(article?.published ?? ''));
    instants.push(Date.parse(String(item.pubDate)));
  }
  expect(instants).toEqual([...instants].sort((a, b) => b - a));
  expect(feed.description).toContain(ORIGIN_NOTE.id);
});

test('every link on every page leads to a page, a feed or a section of the archive', () => {
  const fronts = MANIFEST.outlets.map((outlet) => outlet.home);
  for (const path of [...PATHS, ...fronts]) {
    for (const element of page(path)('[href]').toArray()) {
      const url = new URL(element.attribs.href ?? '', ORIGIN + path);
      expect(url.origin, `${path} leads away`).toBe(ORIGIN);
      expect(answer(url.pathname, ORIGIN).status, `${path} leads to ${url.pathname}`).toBe(200);
      if (url.hash !== '') expect(page(url.pathname)(url.hash).length, `${url.pathname}${url.hash}`).toBe(1);
    }
  }
});

test('links hold when the archive is served below another path', () => {
  const below = `${ORIGIN}/samples`;
  for (const path of [...PATHS, ...MANIFEST.outlets.map((outlet) => outlet.home)]) {
    for (const element of page(path)('body [href]').toArray()) {
      const url = new URL(element.attribs.href ?? '', below + path);
      expect(url.href.startsWith(`${below}/`), `${path} leads to ${url.href}`).toBe(true);
      expect(answer(url.pathname.slice('/samples'.length), ORIGIN).status).toBe(200);
    }
  }
});

test('every page carries its facts where readers look for them, and they agree', () => {
  for (const article of ARTICLES) {
    const $ = page(pathOf(article));
    expect($('h1').text()).toBe(article.title);
    expect($('link[rel=canonical]').attr('href')).toBe(ORIGIN + pathOf(article));
    expect($('meta[property="article:published_time"]').attr('content')).toBe(article.published);
    const facts = JSON.parse($('script[type="application/ld+json"]').text()) as Record<string, unknown>;
    expect(facts['@type']).toBe('NewsArticle');
    expect(facts.headline).toBe(article.title);
    expect(facts.datePublished).toBe(article.published);
  }
});

test('the printed date is the instant in WIB, with the weekday of that day', () => {
  const html = (path: string) => page(path)('time').text();
  const at = (id: string) => pathOf(ARTICLES.find((article) => article.id === id) ?? fail(id));
  expect(html(at('facebook-2'))).toBe('Rabu, 2 Agustus 2017 | 16:40 WIB');
  expect(html(at('tunas-5'))).toBe('Sabtu, 7 Maret 2026 | 08:12 WIB');
});

test('every paragraph is on its page, in order, and the lines around the body are not in the text', () => {
  for (const article of ARTICLES) {
    const text = page(pathOf(article))('article').text();
    let from = 0;
    for (const paragraph of article.paragraphs) {
      from = text.indexOf(paragraph, from);
      expect(from, `${article.id}: ${paragraph.slice(0, 40)}`).toBeGreaterThan(-1);
      from += paragraph.length;
    }
    expect(articleText(article)).not.toMatch(/Baca juga|ADVERTISEMENT|\(CT[HKE]/i);
  }
});

test('every page and feed says that it is a sample, outside the article', () => {
  for (const path of [...PATHS, ...MANIFEST.outlets.map((outlet) => outlet.home)]) {
    const $ = page(path);
    expect($('meta[name="tagih:sample"]').attr('content')).toBe(ORIGIN_NOTE.id);
    expect($('footer').text()).toContain(ORIGIN_NOTE.id);
    expect($('article').text()).not.toContain(ORIGIN_NOTE.id);
  }
  expect(MANIFEST.origin).toEqual(ORIGIN_NOTE);
});

test('an outlet is marked as a sample by its id and its name, and bylines name no person', () => {
  for (const outlet of OUTLETS) {
    expect(outlet.id).toMatch(/^contoh-[a-z]+$/);
    expect(outlet.name).toMatch(/^Contoh /);
  }
  for (const article of ARTICLES) {
    const outlet = OUTLETS.find((o) => o.id === article.outlet);
    expect(article.byline).toBe(`Redaksi ${outlet?.name}`);
    expect(outlet?.sections).toContain(article.section);
  }
});

test('a story has its sources, two to seven articles, and each article the length of a news item', () => {
  for (const story of STORIES) {
    expect(story.sources.length, story.story).toBeGreaterThan(0);
    for (const source of story.sources) expect(URL.canParse(source), source).toBe(true);
    expect(story.articles.length, story.story).toBeGreaterThanOrEqual(2);
    expect(story.articles.length, story.story).toBeLessThanOrEqual(7);
    for (const article of story.articles) {
      const words = articleText(article).split(/\s+/).length;
      expect(words, article.id).toBeGreaterThanOrEqual(100);
      expect(words, article.id).toBeLessThanOrEqual(300);
      expect(article.slug, article.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(article.published, article.id).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+07:00$/);
    }
  }
});

const DAY_NUMBER: Record<string, number> = { Senin: 1, Selasa: 2, Rabu: 3, Kamis: 4, Jumat: 5, Sabtu: 6, Minggu: 0 };

test('a weekday printed with its date is the weekday of that date', () => {
  let checked = 0;
  for (const article of ARTICLES) {
    for (const [clause, name, day, month, year] of articleText(article).matchAll(
      /\b(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu) \((\d{1,2})\/(\d{1,2})\/(\d{4})\)/g,
    )) {
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      expect(date.getUTCDay(), `${article.id}: ${clause}`).toBe(DAY_NUMBER[name ?? '']);
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(30);
});

test('what the archive does not have is answered with 404', () => {
  for (const path of ['/', '/contoh-lain/', '/contoh-harian/2017/08/02/tidak-ada', '/../etc/passwd']) {
    expect(answer(path, ORIGIN).status).toBe(404);
  }
});

interface GoldStory {
  articlesFrom: string;
  articles: { id: string; commitments: GoldCommitment[] }[];
  expected: {
    key: string;
    type: string;
    deadlines?: { due: string; fromArticle: string }[];
    mentions: string[];
    reports: string[];
    statusAt: { at: string; status: string }[];
  }[];
  syndicated: string[][];
}

interface GoldCommitment {
  key: string;
  type: string;
  obligor: string;
  speaker: string | null;
  sentence: string;
  action: string;
  deadline: { text: string; due: string } | null;
  also?: string[];
  optional?: boolean;
}

const GOLD_FOLDER = new URL('../stories/', import.meta.url);
const GOLD = readdirSync(GOLD_FOLDER)
  .filter((name) => name.endsWith('.story.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, GOLD_FOLDER), 'utf8')) as GoldStory)
  .filter((story) => story.articlesFrom !== undefined);
const STATUSES =
  'withdrawn disputed broken fulfilled fulfilled_late partly_fulfilled superseded awaiting_anchor undated open due_soon overdue lapsed_unverified'.split(
    ' ',
  );
const DAY = /^\d{4}-\d\d-\d\d$/;
const DUE = /^(\d{4}-\d\d-\d\d|vague|unanchored)$/;

test('every sample story has its chain, article for article', () => {
  expect(GOLD.map((story) => story.articlesFrom).sort()).toEqual(STORIES.map((story) => story.story).sort());
  for (const gold of GOLD) {
    const story = storyOf(gold.articlesFrom);
    expect(gold.articles.map((article) => article.id)).toEqual(story?.articles.map((article) => article.id));
  }
});

test('what a chain marks in an article stands there verbatim', () => {
  for (const { id, commitments } of GOLD.flatMap((story) => story.articles)) {
    const text = articleText(ARTICLES.find((article) => article.id === id) ?? fail(id));
    for (const mark of commitments) {
      const at = `${id} ${mark.key}`;
      for (const sentence of [mark.sentence, ...(mark.also ?? [])]) expect(text, at).toContain(sentence);
      expect(mark.sentence, at).toContain(mark.action);
      expect(text, at).toContain(mark.obligor);
      if (mark.speaker !== null) expect(text, at).toContain(mark.speaker);
      if (mark.deadline === null) continue;
      expect(mark.sentence, at).toContain(mark.deadline.text);
      expect(mark.deadline.due, at).toMatch(DUE);
    }
  }
});

test('what a chain expects agrees with what it marks', () => {
  for (const gold of GOLD) {
    const ids = gold.articles.map((article) => article.id);
    const published = new Map(ARTICLES.map((article) => [article.id, Date.parse(article.published)]));
    const marks = gold.articles.flatMap(({ id, commitments }) => commitments.map((mark) => ({ id, mark })));
    for (const { mark } of marks.filter(({ mark }) => mark.optional !== true)) {
      expect(gold.expected.map((expected) => expected.key)).toContain(mark.key);
    }
    for (const expected of gold.expected) {
      const own = marks.filter(({ mark }) => mark.key === expected.key && mark.optional !== true);
      expect([...new Set(own.map(({ id }) => id))], expected.key).toEqual(expected.mentions);
      for (const { mark } of own) expect(mark.type, expected.key).toBe(expected.type);
      const days = [...new Set(own.flatMap(({ mark }) => mark.deadline?.due ?? []))];
      if (expected.deadlines !== undefined)
        expect(
          expected.deadlines.map(({ due }) => due),
          expected.key,
        ).toEqual(days);
      for (const id of expected.reports) expect(ids, expected.key).toContain(id);
      const first = published.get(expected.mentions[0] ?? '') ?? Number.POSITIVE_INFINITY;
      const instants = expected.statusAt.map(({ at }) => Date.parse(at));
      expect(instants, expected.key).toEqual([...instants].sort((a, b) => a - b));
      for (const { at, status } of expected.statusAt) {
        expect(STATUSES, expected.key).toContain(status);
        expect(Date.parse(at), `${expected.key} at ${at} is not stated yet`).toBeGreaterThan(first);
      }
    }
    for (const id of gold.syndicated.flat()) expect(ids).toContain(id);
  }
});

test('a status that comes from time alone follows from the days that the chain gives', () => {
  const WEEK_MS = 7 * 86_400_000;
  const published = new Map(ARTICLES.map((article) => [article.id, Date.parse(article.published)]));
  for (const expected of GOLD.flatMap((story) => story.expected)) {
    for (const { at, status } of expected.statusAt) {
      const now = Date.parse(at);
      const days = (expected.deadlines ?? [])
        .filter(({ due, fromArticle }) => DAY.test(due) && (published.get(fromArticle) ?? 0) <= now)
        .map(({ due }) => Date.parse(`${due}T23:59:59+07:00`));
      const label = `${expected.key} at ${at}`;
      // Whichever of the days is the current one, the status must be possible for one of them.
      if (status === 'undated') expect(days.length, label).toBe(0);
      if (status === 'open')
        expect(
          days.some((day) => now < day - WEEK_MS),
          label,
        ).toBe(true);
      if (status === 'due_soon')
        expect(
          days.some((day) => now >= day - WEEK_MS && now <= day),
          label,
        ).toBe(true);
      if (status === 'overdue') expect(days.length > 0 && days.every((day) => now > day), label).toBe(true);
    }
  }
});

function fail(id: string): never {
  throw new Error(`no article ${id}`);
}
