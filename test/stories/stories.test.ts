import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mixed } from '../../bench/story-marks.ts';
import { MISSED } from '../../lambda/api/page/missed.data.ts';
import { type FollowArticle, rowsOf, toPileArticle } from '../../lambda/ledger/follow.ts';
import type { LedgerArticle } from '../../lambda/ledger/types.ts';
import {
  articlesOf,
  EXERCISES,
  EXERCISES_DIR,
  endings,
  isHeld,
  judge,
  judgeLedger,
  SAMPLES,
  type Story,
  storiesIn,
  type Verdict,
} from './judge.ts';

const STORIES = [...SAMPLES, ...EXERCISES];

/** Articles as a pile has them, each read once: that takes the longest, and every test here begins with it. */
const read = new Map<string, LedgerArticle>();
function pileArticle(article: FollowArticle): LedgerArticle {
  const known = read.get(article.url) ?? toPileArticle(article);
  read.set(article.url, known);
  return known;
}
const judged = (story: Story): Verdict =>
  judge(story, (articles, instants) => rowsOf(articles.map(pileArticle), instants));

/** Shares that a set of stories must reach, and most commitments that it may invent. */
interface Bars {
  found: number;
  deadlines: number;
  status: number;
  extra: number;
}

/** Of the exercises, two in three are followed in a short run, and all in a long one. */
const FOLLOWED = process.env.TAGIH_LONG ? EXERCISES : EXERCISES.filter((_, i) => i % 3 !== 0);

// The sample stories hold the bars of the product. The exercises hold what was reached: most of them were written by people
// who did not know the rules, the last 762 as real newspapers word things, and of those two in ten promises are in two pieces
// or missed, and two ends in five are told in other words than their promise.
const SETS: [string, Story[], Bars][] = [
  ['the sample stories', SAMPLES, { found: 0.9, deadlines: 0.9, status: 0.95, extra: 6 }],
  ['the exercises', FOLLOWED, { found: 0.89, deadlines: 0.86, status: 0.86, extra: process.env.TAGIH_LONG ? 72 : 48 }],
];

describe.each(SETS)('%s, from first promise to last report', (_name, stories, bars) => {
  const verdicts = stories.map((story) => ({ story, verdict: judged(story) }));
  const sum = (part: (v: Verdict) => number): number => verdicts.reduce((n, { verdict }) => n + part(verdict), 0);
  const all = verdicts
    .flatMap(({ story, verdict }) =>
      [...verdict.wrong, ...verdict.extra.map((x) => `extra: ${x}`)].map((w) => `${story.chain}: ${w}`),
    )
    .join('\n');

  test('commitments are kept, each once', () => {
    expect(sum((v) => v.found) / sum((v) => v.expected), all).toBeGreaterThanOrEqual(bars.found);
  });
  test('few are kept that a careful reader would not', () => {
    expect(
      sum((v) => v.extra.length),
      all,
    ).toBeLessThanOrEqual(bars.extra);
  });
  test('deadline histories are right', () => {
    expect(sum((v) => v.deadlinesRight) / sum((v) => v.deadlines), all).toBeGreaterThanOrEqual(bars.deadlines);
  });
  test('the status is right at the instants named', () => {
    expect(sum((v) => v.instantsRight) / sum((v) => v.instants), all).toBeGreaterThanOrEqual(bars.status);
  });
});

test('of many matters in one pile each is followed as if it were alone', () => {
  const verdicts = mixed(EXERCISES.slice(0, 150), 12).map(judged);
  const sum = (part: (v: Verdict) => number): number => verdicts.reduce((n, verdict) => n + part(verdict), 0);
  expect(verdicts.length).toBeGreaterThan(5);
  expect(sum((v) => v.found) / sum((v) => v.expected)).toBeGreaterThanOrEqual(0.81);
  expect(sum((v) => v.instantsRight) / sum((v) => v.instants)).toBeGreaterThanOrEqual(0.74);
});

test('how often evidence is missed is on the page as it is measured (node bench/evidence.ts writes it)', () => {
  const { kept, seen } = endings(storiesIn(EXERCISES_DIR, isHeld).map(judgeLedger));
  expect({ ended: kept, seen }).toEqual(MISSED);
});

test('any order and repetition of a story’s articles gives one and the same ledger', () => {
  // Of those stories only that are drawn.
  const prepare = (story: Story) => {
    const articles = articlesOf(story).map(pileArticle);
    const instants = story.expected.flatMap((e) => e.statusAt.map((s) => s.at));
    return { articles, instants, rows: rowsOf(articles, instants) };
  };
  const drawn = new Map<number, ReturnType<typeof prepare>>();
  fc.assert(
    fc.property(
      fc.nat({ max: STORIES.length - 1 }),
      fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
      (which, keys) => {
        const { articles, instants, rows } = drawn.get(which) ?? prepare(STORIES[which]!);
        drawn.set(which, { articles, instants, rows });
        const many = [...articles, ...articles.slice(0, keys[0]! % articles.length)];
        const shuffled = many.map((a, i) => ({ a, key: keys[i % keys.length]! })).sort((x, y) => x.key - y.key);
        expect(
          rowsOf(
            shuffled.map((x) => x.a),
            instants,
          ),
        ).toEqual(rows);
      },
    ),
    { numRuns: process.env.TAGIH_LONG ? 1000 : 50, seed: 6 },
  );
}, 900_000);
