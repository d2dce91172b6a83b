import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generator } from '../../../bench/adam.ts';
import { fitNet, type NetArticle, type NetClause } from '../../../bench/network.ts';
import { packed } from '../../../bench/packed-net.ts';
import { type Net, surroundings, unpacked, type Weighed, worths } from '../../../lambda/extract/commitments/net.ts';
import { wordOf } from '../../../lambda/extract/text/words.ts';

/** Promises of offices and hopes of citizens are commitments here, the other two are not: no word alone tells which. */
const KINDS: readonly [string, string, boolean][] = [
  ['who:office', 'what:promise', true],
  ['who:citizen', 'what:hope', true],
  ['who:office', 'what:hope', false],
  ['who:citizen', 'what:promise', false],
];
const WORDS = { least: 4, most: 1, pull: 1 };
const OPTIONS = { units: 6, epochs: 60, minimumArticles: 4, held: () => 1, article: WORDS, sentence: WORDS };
const clause = (features: string[], sentence: number, positive: boolean | null, words: string[] = []): NetClause => ({
  features: ['bias', ...features],
  sentence,
  words,
  positive,
  weight: positive === null ? 0 : 1,
});
const article = (clauses: NetClause[], words: string[] = []): NetArticle => ({ clauses, words });
const ARTICLES = Array.from({ length: 400 }, (_, i): NetArticle => {
  const [who, what, positive] = KINDS[i % 4]!;
  return article([clause([who, what, `article:${i}`], 0, positive)]);
});
const NET = fitNet(ARTICLES, OPTIONS);

const weighed = (names: readonly string[], sentence = 0, words: string[] = []): Weighed => ({
  words: words.map(wordOf),
  features: names.flatMap((name) => [name.split(':')[0]!, name.split(':')[1] ?? '', '']),
  sentence,
});
const worthsOf = (net: Net, clauses: Weighed[], words: string[] = []): number[] =>
  worths(net, { clauses, words: words.map(wordOf) });
const worthOf = (net: Net, ...names: string[]): number => worthsOf(net, [weighed(['bias', ...names])])[0]!;

describe('the network', () => {
  it('learns what two features are worth together where neither is worth anything alone', () => {
    for (const [who, what, positive] of KINDS) expect(worthOf(NET, who, what) > 0, `${who} ${what}`).toBe(positive);
  });

  it('learns from what is round a clause, though nothing of its own tells', () => {
    // The same clause is a commitment beside a promise, and none beside a hope, of which nothing is said.
    const articles = Array.from({ length: 600 }, (_, i) =>
      article([
        clause(['what:plan'], 0, i % 2 === 0),
        clause([i % 2 === 0 ? 'what:promise' : 'what:hope'], i % 3, null),
      ]),
    );
    const net = fitNet(articles, OPTIONS);
    const beside = (what: string, sentence: number): number =>
      worthsOf(net, [weighed(['bias', 'what:plan']), weighed(['bias', what], sentence)])[0]!;
    for (const sentence of [0, 1, 2]) {
      expect(beside('what:promise', sentence)).toBeGreaterThan(0);
      expect(beside('what:hope', sentence)).toBeLessThan(0);
    }
  });

  it('learns from the words of the article and of the sentence, where nothing of the clause tells', () => {
    const articles = Array.from({ length: 600 }, (_, i) => {
      const isOfOffice = i % 2 === 0;
      const isDated = i % 4 < 2;
      const words = [isDated ? 'juli' : 'suatu', 'hari', `satu-${i}`];
      const beside = [isOfOffice ? 'kementerian' : 'liga', 'jakarta'];
      return article([clause(['what:plan'], 0, isOfOffice && isDated, words)], [...words, ...beside]);
    });
    const net = fitNet(articles, OPTIONS);
    const worth = (sentence: string, other: string): number =>
      worthsOf(net, [weighed(['bias', 'what:plan'], 0, [sentence, 'hari'])], [sentence, 'hari', other, 'jakarta'])[0]!;
    expect(worth('juli', 'kementerian')).toBeGreaterThan(0);
    expect(worth('suatu', 'kementerian')).toBeLessThan(0);
    expect(worth('juli', 'liga')).toBeLessThan(0);
    // What stands everywhere tells nothing, nor what stands once.
    expect([...net.sentence.rows.keys()]).toEqual(['juli', 'suatu']);
    const kept = unpacked(JSON.parse(JSON.stringify(packed(net))));
    // Words that are kept no more count as words of the text still.
    const idle = Array.from({ length: 40 }, (_, i) => `kata-${i}`);
    for (const words of [['juli'], ['suatu'], ['juli', ...idle]]) {
      const [whole, bytes] = [net, kept].map(
        (one) => worthsOf(one, [weighed(['bias'], 0, words)], [...words, 'liga'])[0]!,
      );
      expect(Math.abs(whole! - bytes!)).toBeLessThan(0.5);
    }
    expect(() => unpacked({ ...packed(net), article: { ...packed(net).article, words: 'liga' } })).toThrow(/cut short/);
  });

  it('leaves out features of too few articles, and counts an unknown feature as nothing', () => {
    expect([...NET.rows.keys()].sort()).toEqual(['bias', 'what:hope', 'what:promise', 'who:citizen', 'who:office']);
    expect(worthOf(NET, 'who:office', 'what:hope', 'never:seen')).toBe(worthOf(NET, 'who:office', 'what:hope'));
    const nothing = worthsOf(NET, [{ features: [], sentence: 0, words: [] }])[0]!;
    expect(worthsOf(NET, [{ features: ['never', 'seen', ''], sentence: 0, words: [wordOf('never')] }])[0]).toBe(
      nothing,
    );
    expect(Number.isFinite(nothing)).toBe(true);
    expect(worthsOf(NET, [])).toEqual([]);
  });

  it('comes back from its bytes as it was, nearly', () => {
    const kept = unpacked(JSON.parse(JSON.stringify(packed(NET))));
    for (const [who, what] of KINDS) {
      expect(Math.abs(worthOf(kept, who, what) - worthOf(NET, who, what))).toBeLessThan(0.5);
    }
    expect(() => unpacked({ ...packed(NET), names: { 'who:': ['office'] } })).toThrow(/cut short/);
  });

  it('is the same for the same articles, byte for byte', () => {
    const few = ARTICLES.slice(0, 60);
    const fit = (): string => JSON.stringify(packed(fitNet(few, { ...OPTIONS, epochs: 5 })));
    expect(fit()).toBe(fit());
  });
});

describe('what is round a clause', () => {
  it('is all of the article, what is up to two sentences away, and its own sentence, never the clause itself', () => {
    const { means, counts } = surroundings(Float64Array.of(8, 2, 6, 4), 1, [0, 0, 2, 9]);
    expect([...means[0]!].map((mean) => mean * 3)).toEqual([12, 18, 14, 16].map((sum) => expect.closeTo(sum, 9)));
    expect([...means[1]!]).toEqual([6, 6, 5, 0]);
    expect([...means[2]!]).toEqual([2, 8, 0, 0]);
    expect([...counts[1]!]).toEqual([1, 1, 2, 0].map((count) => expect.closeTo(count, 9)));
    expect([...counts[2]!]).toEqual([1, 1, 0, 0].map((count) => expect.closeTo(count, 9)));
  });

  it('is the same in whatever order the clauses of an article are given, and finite', () => {
    // Learned from articles of several clauses, in which what is round one tells.
    const articles = Array.from({ length: 200 }, (_, i) =>
      article([
        clause(['what:plan'], 0, i % 2 === 0),
        clause([i % 2 === 0 ? 'what:promise' : 'what:hope', 'who:office'], i % 3, null),
      ]),
    );
    const net = fitNet(articles, { ...OPTIONS, epochs: 20 });
    expect(net.round.flatMap((weights) => [...Array.from(weights)]).some((weight) => Math.abs(weight) > 0.01)).toBe(
      true,
    );
    const clauses = fc.array(
      fc.tuple(fc.constantFrom(...KINDS.flatMap(([who, what]) => [[who, what], [who]])), fc.nat(30)),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(clauses, (list) => {
        const all = list.map(([names, sentence]) => weighed(['bias', ...names], sentence));
        const there = worthsOf(net, all);
        const back = worthsOf(net, [...all].reverse()).reverse();
        for (const [i, worth] of there.entries()) {
          expect(Number.isFinite(worth)).toBe(true);
          expect(back[i]).toBeCloseTo(worth, 6);
        }
      }),
    );
  });

  it('is reckoned for fifty thousand clauses of one sentence as for those of many', () => {
    const outputs = Float64Array.from({ length: 50_000 }, (_, i) => (i % 10) / 10);
    const sentences = new Array<number>(50_000).fill(3);
    expect(surroundings(outputs, 1, sentences).means[2]![0]).toBeCloseTo(0.45, 3);
  });
});

describe('the generator', () => {
  it('draws the same numbers each time, evenly from nothing to one', () => {
    const draw = (seed: number): number[] => {
      const random = generator(seed);
      return Array.from({ length: 5000 }, random);
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(0).every((number) => number >= 0 && number < 1)).toBe(true);
    expect(draw(7).reduce((sum, number) => sum + number, 0) / 5000).toBeCloseTo(0.5, 1);
  });
});
