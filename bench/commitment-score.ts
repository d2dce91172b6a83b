/** Scores what is found against hand-made labels, as readers would. */
import type { Mention } from '../lambda/extract/types.ts';
import { type GoldCommitment, type LabelledArticle, mostly, shared } from './commitment-labels.ts';

export interface Score {
  gold: number;
  system: number;
  found: number;
  obligor: number;
  type: number;
  speaker: number;
  dueGold: number;
  dueSystem: number;
  due: number;
  quiet: number;
  quietKept: number;
}

export const emptyScore = (): Score => ({
  gold: 0,
  system: 0,
  found: 0,
  obligor: 0,
  type: 0,
  speaker: 0,
  dueGold: 0,
  dueSystem: 0,
  due: 0,
  quiet: 0,
  quietKept: 0,
});

const IDLE = new Set(
  'pt tbk cv yang di dan dari para pihak seluruh semua setiap ri republik indonesia kepala direktur menteri ketua bapak ibu'.split(
    ' ',
  ),
);
const nameWords = (name: string): string[] =>
  (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !IDLE.has(word));

/** Whether two names may mean the same: a word in common that tells names apart. */
export function sameName(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return !a && !b;
  const x = nameWords(a);
  const y = nameWords(b);
  return x.length === 0 || y.length === 0 ? a.toLowerCase() === b.toLowerCase() : x.some((word) => y.includes(word));
}

/** Adds an article to a score: each label is met by at most one mention, optional labels count neither way. */
export function addScore(score: Score, article: LabelledArticle, mentions: readonly Mention[]): void {
  const pairs: [number, GoldCommitment, Mention][] = [];
  for (const gold of article.commitments) {
    for (const mention of mentions) {
      if (![gold.sentence, ...(gold.also ?? [])].some((span) => mostly(span, mention.sentence))) continue;
      const affinity =
        1 +
        shared(gold.action, mention.action) +
        (sameName(gold.obligor.text, mention.obligor.text) ? 1000 : 0) +
        (gold.type === mention.type ? 10 : 0);
      pairs.push([affinity, gold, mention]);
    }
  }
  pairs.sort((a, b) => b[0] - a[0]);
  const usedGold = new Set<GoldCommitment>();
  const usedMention = new Set<Mention>();
  const spared = new Set<Mention>();
  for (const [, gold, mention] of pairs) {
    if (usedGold.has(gold) || usedMention.has(mention)) continue;
    usedGold.add(gold);
    usedMention.add(mention);
    if (gold.optional) {
      spared.add(mention);
      continue;
    }
    score.found++;
    if (sameName(gold.obligor.text, mention.obligor.text)) score.obligor++;
    if (gold.type === mention.type) score.type++;
    if (sameName(gold.speaker?.text, mention.speaker?.text)) score.speaker++;
    if (gold.deadline && mention.deadline && gold.deadline.due === mention.deadline.due) score.due++;
  }
  const wanted = article.commitments.filter((gold) => !gold.optional);
  const kept = mentions.filter((mention) => !spared.has(mention));
  score.gold += wanted.length;
  score.system += kept.length;
  score.dueGold += wanted.filter((gold) => gold.deadline).length;
  score.dueSystem += kept.filter((mention) => mention.deadline).length;
  if (article.commitments.length === 0) {
    score.quiet++;
    if (mentions.length === 0) score.quietKept++;
  }
}

export const f1 = (hit: number, system: number, gold: number): number => (hit === 0 ? 0 : (2 * hit) / (system + gold));

/** One line of figures for a score. */
export function summary(score: Score): string {
  const figure = (value: number): string => value.toFixed(3);
  return [
    `found F1 ${figure(f1(score.found, score.system, score.gold))}`,
    `(P ${figure(score.found / (score.system || 1))} R ${figure(score.found / (score.gold || 1))} of ${score.gold})`,
    `obligor ${figure(f1(score.obligor, score.system, score.gold))}`,
    `due ${figure(f1(score.due, score.dueSystem, score.dueGold))}`,
    `type ${figure(score.type / (score.found || 1))}`,
    `speaker ${figure(score.speaker / (score.found || 1))}`,
    `quiet kept ${score.quietKept}/${score.quiet}`,
  ].join('  ');
}

/** How well chances order what is and what is not: the mean precision down to each that is; NaN where none is. */
export function averagePrecision(all: readonly { chance: number; positive: boolean }[]): number {
  let [right, sum] = [0, 0];
  for (const [i, { positive }] of [...all].sort((a, b) => b.chance - a.chance).entries()) {
    if (positive) sum += ++right / (i + 1);
  }
  return sum / right;
}
