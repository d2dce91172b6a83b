/** What the labels of an article say of the candidates that the rules found in it. */
import type { Judged } from '../lambda/extract/commitments/commitments.ts';
import { stemKey } from '../lambda/extract/text/stem.ts';
import { tokenize } from '../lambda/extract/text/tokens.ts';
import type { Span } from '../lambda/extract/types.ts';

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

export const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
export const mostly = (a: Span, b: Span): boolean => shared(a, b) > 0.5 * Math.min(a.end - a.start, b.end - b.start);

const keys = (text: string): Set<string> =>
  new Set(
    tokenize(text)
      .filter((token) => token.kind === 'word' && token.lower.length > 3)
      .map((token) => stemKey(token.lower)),
  );

/** What the labels say of one candidate. */
export interface Verdict {
  /** It is a commitment, it is none, or the labels leave it open. */
  commitment: boolean | null;
  /** The labelled commitment that it words, in its first sentence or a later one; null where it words none. */
  gold: GoldCommitment | null;
  /** It stands in the first sentence that states the commitment. */
  first: boolean;
}

/**
 * The verdict on each candidate. Of several candidates in one sentence of a labelled commitment the one that fits its
 * action best is the commitment; the others are left open, for they are parts of it.
 */
export function verdictsOn(judged: readonly Judged[], article: LabelledArticle): Verdict[] {
  const verdicts: Verdict[] = judged.map(() => ({ commitment: false, gold: null, first: false }));
  const bySentence = new Map<number, number[]>();
  for (const [i, { candidate }] of judged.entries()) {
    const { index } = candidate.view;
    const known = bySentence.get(index);
    if (known) known.push(i);
    else bySentence.set(index, [i]);
  }
  for (const gold of article.commitments) {
    for (const members of bySentence.values()) mark(verdicts, judged, members, gold, article.text);
  }
  return verdicts;
}

function mark(
  verdicts: Verdict[],
  judged: readonly Judged[],
  members: readonly number[],
  gold: GoldCommitment,
  text: string,
): void {
  const { view } = judged[members[0]!]!.candidate;
  const first = mostly(view, gold.sentence);
  if (!first && !(gold.also ?? []).some((other) => mostly(view, other))) return;
  const fits = members.map((i) => (first ? fitOf(judged[i]!, gold) : likeness(judged[i]!, gold, text, members.length)));
  const most = Math.max(...fits);
  if (most <= 0) return;
  for (const [n, i] of members.entries()) {
    const verdict = verdicts[i]!;
    if (fits[n] === 0) continue;
    const sure = fits[n] === most && (first || most > DOUBTFUL) && !gold.optional;
    if (sure) verdict.commitment = true;
    else if (verdict.commitment !== true) verdict.commitment = null;
    if (verdict.gold === null || sure) Object.assign(verdict, { gold, first });
  }
}

/** At most this fits a later sentence that shares no word with the action. */
const DOUBTFUL = 0.1;

/** How much of a candidate's act is the labelled action; a little where only its subject is. */
function fitOf(judged: Judged, gold: GoldCommitment): number {
  const act = actOf(judged);
  const both = shared(act, gold.action);
  if (both > 0) return 0.1 + both / (act.end - act.start + gold.action.end - gold.action.start - both);
  return shared(clauseOf(judged), gold.action) > 0 ? 0.05 : 0;
}

function likeness(judged: Judged, gold: GoldCommitment, text: string, candidates: number): number {
  const wanted = keys(gold.action.text);
  const { start, end } = clauseOf(judged);
  const has = [...keys(text.slice(start, end))].filter((key) => wanted.has(key)).length;
  if (has > 0) return DOUBTFUL + has / Math.max(3, wanted.size);
  return candidates === 1 ? 0.01 : 0;
}

const actOf = ({ candidate: { view, action } }: Judged): Span => ({
  start: view.tokens[action.from]!.start,
  end: view.tokens[action.to - 1]!.end,
});

const clauseOf = (judged: Judged): Span => {
  const { view, subject, at, action } = judged.candidate;
  return { start: view.tokens[Math.min(subject?.from ?? at, at, action.from)]!.start, end: actOf(judged).end };
};
