import { atLeast } from '../words/rarity.ts';
import { byAge, type Features, wordsAround } from './features.ts';
import weights from './likeness-weights.data.json' with { type: 'json' };
import { onceOf } from './once.ts';
import { overlap, shared } from './overlap.ts';
import { oddsByKind, pairFeatures } from './pair.ts';
import {
  areCopies,
  compare,
  explained,
  isByRules,
  rounded,
  SAME,
  type Similarity,
  scoreOf,
  vetoOf,
} from './similarity.ts';
import { stageFeatures } from './stages.ts';
import { apartFeatures } from './whose.ts';

/**
 * How likely two mentions of the growing ledger are to word one promise: a logistic model over what `pair.ts` sees of the two,
 * the score of the rules, and which words they share that news does not use every day. An authority promises something
 * every week, in words that are much alike; `bench/train-likeness.ts` learns from promises of other stories and of general
 * news beside those of one story that they are others.
 */
const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(weights));

/**
 * Two mentions count as one from so many log-odds on, where what the rules say counts besides: so many for a whole score above or
 * below {@link SAME}. What is torn apart is missed, as what is put together is wrong. `bench/train-likeness.ts` says how many pairs
 * are right so, and by other bars.
 */
export const [FROM, OF_RULES] = [-0.25, 8.5];
/** So far below, what the rules say is not weighed any more: of a crowded block that is nearly all. */
const FAR = 0.3;

/** Compares two mentions of the growing ledger. Symmetric and pure. */
export function likeness(a: Features, b: Features): Similarity {
  const veto = vetoOf(a, b);
  if (veto !== null) return { score: 0, veto, features: {} };
  const ruled = isByRules(a, b) ? compare(a, b) : null;
  if (ruled !== null && (ruled.score < SAME - FAR || areCopies(a, b))) return ruled;
  const odds = oddsByKind(likenessFeatures(a, b, ruled), WEIGHTS);
  odds.bias = (odds.bias ?? 0) - FROM;
  if (ruled !== null) odds.rules = (odds.rules ?? 0) + OF_RULES * (ruled.score - SAME);
  const sum = Object.values(odds).reduce((all, one) => all + one, 0);
  const features = explained(odds);
  features.bias = rounded(features.bias! + SAME);
  const score = rounded(scoreOf(sum));
  // More than sure is no surer.
  if (score > 1) features.most = rounded(1 - score);
  return { score: Math.min(1, score), veto, features };
}

/**
 * Names of what holds of two mentions. A count is told by every step that it reaches.
 * @param ruled what the rules say, where they have a say.
 */
export function likenessFeatures(
  a: Features,
  b: Features,
  ruled: Similarity | null = isByRules(a, b) ? compare(a, b) : null,
): string[] {
  const [early, late] = byAge(a, b) <= 0 ? [a, b] : [b, a];
  const found = pairFeatures(a, b);
  const at = found.find((name) => name.startsWith('at:'))!;
  found.push(...apartFeatures(early, late), ...stageFeatures(early.mention.quote, late.mention.quote));
  if (a.places.size > 0 && b.places.size > 0)
    found.push(shared(a.places, b.places) > 0 ? 'places:same' : 'places:other');
  const [x, y] = [unusualIn(a), unusualIn(b)];
  const reaching = (name: string, value: number, steps: readonly number[]): void => {
    for (const step of steps) if (value >= step) found.push(`${name}>=${step}`);
  };
  const said = shared(x.words, y.words);
  const rare = shared(x.rare, y.rare);
  reaching('unusual', said, [1, 2, 3]);
  reaching('unusual-rare', shared(x.rareWords, y.rareWords), [1, 2]);
  reaching('unusual-near', shared(x.around, y.around), [1, 2, 3, 5, 8]);
  reaching('unusual-matter', rare, [1, 2, 3, 5]);
  if (x.words.size === 0 || y.words.size === 0) found.push('unusual-bare');
  else reaching('unusual-part', overlap(x.words, y.words), [0.25, 0.5, 0.75, 1]);
  reaching('unusual-around', overlap(x.around, y.around), [0.1, 0.2, 0.35, 0.5]);
  if (ruled !== null) {
    found.push('rules');
    reaching('rules', ruled.score, [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  }
  if (rare === 0) found.push(`nothing-rare:${at}`);
  const isWide = early.due !== null && !NARROW.has(early.due.precision);
  if (isWide && early.due!.day === late.due?.day && said === 0) found.push('due:wide-only');
  return found;
}

const NARROW = new Set(['instant', 'day']);

/** Of a mention's action, and of all around it, the words that are not everyday ones; of each the rare ones. */
const unusualIn = onceOf((one: Features) => {
  const around = new Set(wordsAround(one));
  return {
    words: atLeast(2, one.words),
    rareWords: atLeast(3, one.words),
    around: atLeast(2, around),
    rare: atLeast(3, around),
  };
});
