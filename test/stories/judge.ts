import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type FollowArticle, type FollowRow, followRows, ledgerRows } from '../../lambda/ledger/follow.ts';
import { articleText, storyOf } from '../../lambda/local/samples/stories.ts';

/** One commitment that an article of a story reports, as a careful reader marked it. */
interface Marked {
  key: string;
  obligor: string;
  sentence: string;
  optional?: boolean;
}

interface Expected {
  key: string;
  deadlines?: { due: string; state?: string }[];
  slips?: number;
  mentions: string[];
  reports?: string[];
  statusAt: { at: string; status: string }[];
}

/** A chain of articles with the ledger a careful reader would keep of it (README.md). */
export interface Story {
  chain: string;
  /** Name of the sample story that the articles are of; without it they stand here in full. */
  articlesFrom?: string;
  articles: {
    id: string;
    commitments: Marked[];
    outlet?: string;
    published?: string;
    title?: string;
    paragraphs?: string[];
  }[];
  expected: Expected[];
  syndicated?: string[][];
}

/** The stories of a folder, by file name; all of them, or those of some names. */
export const storiesIn = (dir: string, which: (name: string) => boolean = () => true): Story[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.story.json') && which(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(dir, name), 'utf8')));

export const SAMPLES = storiesIn(import.meta.dirname);
export const EXERCISES_DIR = path.join(import.meta.dirname, 'exercises');
export const EXERCISES = storiesIn(EXERCISES_DIR);
/** Exercises that no rule was tuned on. */
export const isHeld = (name: string): boolean => name.startsWith('held-');

/** The articles of a story as `tagih follow` is given them. */
export function articlesOf(story: Story): FollowArticle[] {
  if (story.articlesFrom === undefined) {
    return story.articles.map(({ id, outlet, published, title, paragraphs }) => ({
      id,
      url: `https://${outlet}.example/${id}`,
      outlet: outlet!,
      published: published!,
      title: title!,
      text: paragraphs!.join('\n\n'),
    }));
  }
  const sample = storyOf(story.articlesFrom);
  if (!sample) throw new Error(`${story.chain}: there is no sample story "${story.articlesFrom}"`);
  const own = new Set(story.articles.map(({ id }) => id));
  return sample.articles
    .filter(({ id }) => own.has(id))
    .map((a) => ({
      id: a.id,
      url: `https://${a.outlet}.example/${a.id}`,
      outlet: a.outlet,
      published: a.published,
      title: a.title,
      text: articleText(a),
    }));
}

/** Everything that following a story gave, against what a careful reader would keep. */
export interface Verdict {
  expected: number;
  found: number;
  extra: string[];
  wrong: string[];
  deadlines: number;
  deadlinesRight: number;
  instants: number;
  instantsRight: number;
  /** Reports of what became of a commitment that a reader marked, and those that were linked to it. */
  reports: number;
  reportsFound: number;
  /** Commitments of which some article tells what became of them, those of them that were found at all, and those of which it was seen. */
  ended: number;
  endedKept: number;
  endedSeen: number;
}

/**
 * Commitments of which some article tells what became of them, those of them that were found at all (the growing ledger keeps
 * only what is in its scope), and those of which that was seen.
 */
export function endings(verdicts: readonly Verdict[]): { ended: number; kept: number; seen: number } {
  return {
    ended: verdicts.reduce((n, v) => n + v.ended, 0),
    kept: verdicts.reduce((n, v) => n + v.endedKept, 0),
    seen: verdicts.reduce((n, v) => n + v.endedSeen, 0),
  };
}

/** Statuses that rest on a report. */
export const ENDED: ReadonlySet<string> = new Set([
  'fulfilled',
  'fulfilled_late',
  'partly_fulfilled',
  'disputed',
  'broken',
  'withdrawn',
]);

/** The same as the growing ledger has it: what its pages say of evidence missed is counted so. */
export const judgeLedger = (story: Story): Verdict => judge(story, ledgerRows);

/** Follows a story and compares. */
export function judge(story: Story, rowsOf: typeof followRows = followRows): Verdict {
  const articles = articlesOf(story);
  const instants = [...new Set(story.expected.flatMap((e) => e.statusAt.map((s) => s.at)))].sort();
  const rows = rowsOf(articles, instants);
  const verdict: Verdict = {
    expected: story.expected.length,
    found: 0,
    extra: [],
    wrong: [],
    deadlines: 0,
    deadlinesRight: 0,
    instants: 0,
    instantsRight: 0,
    reports: 0,
    reportsFound: 0,
    ended: 0,
    endedKept: 0,
    endedSeen: 0,
  };
  const keysOf = new Map(rows.map((row) => [row, keysIn(row, story, articles)]));
  const taken = new Set<FollowRow>();
  for (const e of story.expected) {
    const holders = rows.filter((row) => keysOf.get(row)!.includes(e.key));
    verdict.instants += e.statusAt.length;
    verdict.reports += e.reports?.length ?? 0;
    if (e.deadlines) verdict.deadlines++;
    const told = e.statusAt.filter((s) => ENDED.has(s.status));
    if (told.length > 0) verdict.ended++;
    const row = holders.sort((a, b) => b.mentions.length - a.mentions.length)[0];
    if (!row) {
      verdict.wrong.push(`${e.key}: not found`);
      continue;
    }
    if (holders.length === 1 && !taken.has(row)) verdict.found++;
    else verdict.wrong.push(`${e.key}: in ${holders.length} pieces, or one with another`);
    taken.add(row);
    if (told.length > 0) verdict.endedKept++;
    const seen = told.filter((s) => ENDED.has(row.statusAt.find((x) => x.at === s.at)?.status ?? ''));
    if (told.length > 0 && seen.length === told.length) verdict.endedSeen++;
    const dues = row.deadlines.map((d) => d.due).join(' > ');
    const wanted = e.deadlines?.map((d) => d.due).join(' > ');
    if (wanted !== undefined && dues === wanted) verdict.deadlinesRight++;
    else if (wanted !== undefined) verdict.wrong.push(`${e.key}: deadlines ${dues || 'none'}, not ${wanted || 'none'}`);
    for (const { at, status } of e.statusAt) {
      const got = row.statusAt.find((s) => s.at === at)?.status;
      if (got === status) verdict.instantsRight++;
      else verdict.wrong.push(`${e.key}: ${got} at ${at}, not ${status}`);
    }
    for (const report of e.reports ?? []) {
      if (row.outcomes.some((o) => o.article === report)) verdict.reportsFound++;
      else verdict.wrong.push(`${e.key}: what ${report} tells of it is missed`);
    }
  }
  for (const row of rows) if (keysOf.get(row)!.length === 0) verdict.extra.push(`${row.obligor.text}: ${row.action}`);
  return verdict;
}

/** Keys of the marked commitments whose sentences the row's mentions overlap. */
function keysIn(row: FollowRow, story: Story, articles: FollowArticle[]): string[] {
  const keys = new Set<string>();
  for (const { article, sentence } of row.mentions) {
    const text = articles.find((a) => a.id === article)!.text;
    const own = row.obligor.text
      .toLowerCase()
      .split(/\W+/)
      .filter((w) => w.length > 1);
    const marked = (story.articles.find((a) => a.id === article)?.commitments ?? []).filter((m) => {
      const start = text.indexOf(m.sentence);
      return start < sentence.end && start + m.sentence.length > sentence.start;
    });
    // Two commitments may stand in one sentence: the one whose obligor is named alike.
    const alike = marked.filter((m) => own.some((w) => m.obligor.toLowerCase().includes(w)));
    for (const m of alike.length > 0 ? alike : marked) keys.add(m.key);
  }
  return [...keys];
}
