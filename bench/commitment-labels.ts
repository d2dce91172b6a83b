/** Joins candidates with hand-made labels, and scores what is found against them as readers would. */
import type { Judged } from '../lambda/extract/commitments/commitments.ts';
import { stemKey } from '../lambda/extract/text/stem.ts';
import { tokenize } from '../lambda/extract/text/tokens.ts';
import type { Mention, Span } from '../lambda/extract/types.ts';

export interface GoldCommitment {
  type: string;
  obligor: { text: string };
  speaker: { text: string } | null;
  sentence: Span;
  action: Span & { text: string };
  deadline: { due: string } | null;
  also?: Span[];
  optional?: boolean;
}

export interface LabelledArticle {
  id: string;
  text: string;
  published: string | null;
  title?: string;
  commitments: GoldCommitment[];
}

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const mostly = (a: Span, b: Span): boolean => shared(a, b) > 0.5 * Math.min(a.end - a.start, b.end - b.start);

const keys = (text: string): Set<string> =>
  new Set(
    tokenize(text)
      .filter((token) => token.kind === 'word' && token.lower.length > 3)
      .map((token) => stemKey(token.lower)),
  );

/** Whether the labels call a candidate a commitment; null where they leave it open. */
export function labelOf({ candidate }: Judged, article: LabelledArticle, alone: boolean): boolean | null {
  const { view, action } = candidate;
  const span: Span = {
    start: view.tokens[Math.min(candidate.at, action.from)]!.start,
    end: view.tokens[action.to - 1]!.end,
  };
  let open = false;
  for (const gold of article.commitments) {
    const primary = mostly(view, gold.sentence);
    const also = (gold.also ?? []).some((other) => mostly(view, other));
    if (!primary && !also) continue;
    if (primary && shared(span, gold.action) > 0) {
      if (!gold.optional) return true;
      open = true;
    } else if (also && !primary) {
      const wanted = keys(gold.action.text);
      const has = [...keys(article.text.slice(span.start, span.end))].some((key) => wanted.has(key));
      if (has || alone) {
        if (!gold.optional && has) return true;
        open = true;
      }
    }
  }
  return open ? null : false;
}

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

function sameName(a: string | undefined, b: string | undefined): boolean {
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
