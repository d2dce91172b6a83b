/** Second acts of one marker: `akan membayar denda bulan ini dan membuka sistemnya pada Agustus`. */
import type { Candidate } from './candidates.ts';
import { JOINS } from './clause.ts';

/** Rules of acts that only a day makes one. */
const DATED = 'dated-act';

/**
 * An act with a day of its own that is joined to one before it is told by the marker of that, and of whom it tells. Candidates in the
 * order of the text.
 */
export function withCarried(found: readonly Candidate[]): Candidate[] {
  return found.map((candidate) => {
    // `kuota tahun 2026` says which, and not when.
    if (candidate.rule !== DATED || candidate.deadline?.precision === 'year') return candidate;
    const { tokens } = candidate.view;
    let join = candidate.at - 1;
    if (!JOINS.has(tokens[join]?.lower ?? '')) return candidate;
    if (tokens[join - 1]?.lower === ',') join--;
    const first = found.find(
      (one) => one.rule !== DATED && one.at < join && one.action.to === join && one.act !== null,
    );
    if (first === undefined || first.negated) return candidate;
    const { rule, type, modality, forms, rules, subject, addressee } = first;
    return {
      ...candidate,
      ...{ rule, type, modality, forms, rules, addressee },
      subject: subject && { ...subject, shared: true },
    };
  });
}
