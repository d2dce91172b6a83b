/** Of clauses that say one thing twice within a sentence, which of them stays. */
import type { Found } from './duplicates.ts';

/** Where two candidates of a sentence share their act, the likelier one. Only a sentence's own clauses are compared. */
export function withoutOverlaps(found: readonly Found[]): Found[] {
  return [...bySentence(found).values()]
    .flatMap(likelierOnes)
    .sort((a, b) => a.candidate.view.index - b.candidate.view.index || a.candidate.at - b.candidate.at);
}

function bySentence(found: readonly Found[]): Map<number, Found[]> {
  const sentences = new Map<number, Found[]>();
  for (const item of found) {
    const { index } = item.candidate.view;
    const own = sentences.get(index);
    if (own) own.push(item);
    else sentences.set(index, [item]);
  }
  return sentences;
}

function likelierOnes(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  const own = found.filter((item) => !isWithinOrder(item, found));
  for (const item of own.sort((a, b) => b.confidence - a.confidence)) {
    const clash = kept.some(
      ({ candidate }) =>
        candidate.action.from < item.candidate.action.to && item.candidate.action.from < candidate.action.to,
    );
    if (!clash) kept.push(item);
  }
  return kept;
}

/** A `segera` within what an order asks for (`mengimbau semua PSE untuk segera mendaftar`) promises nothing of its own. */
function isWithinOrder({ candidate }: Found, found: readonly Found[]): boolean {
  if (candidate.type !== 'pledge' || !candidate.rules.every((rule) => rule === 'soon' || rule === 'later'))
    return false;
  return found.some(
    ({ candidate: other }) =>
      other.type === 'obligation' &&
      other.action.from < candidate.action.from &&
      candidate.action.from < other.action.to,
  );
}
