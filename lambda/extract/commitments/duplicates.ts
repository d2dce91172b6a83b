import type { Candidate } from './candidates.ts';
import { type PairModel, sumOf } from './model.ts';
import type { Roles } from './resolve.ts';
import { pairFeatures, sentencesWith } from './same.ts';
import { type Wording, wordingOf } from './wording.ts';

/** A candidate that was judged a commitment. */
export interface Found {
  candidate: Candidate;
  roles: Roles;
  confidence: number;
}

/** A repeat is looked for among so many commitments before it, and so many wordings of each: a hostile text stays linear. */
const NEAR = 20;
const WORDINGS = 4;

/** A commitment of the article: the wording that states it most fully, and all of them in order of the text. */
export interface Group {
  fullest: Found;
  wordings: readonly Found[];
}

/**
 * The commitments of the article, each with its wordings; the fullest is one with a day, with a speaker, then the
 * first.
 */
export function groupsOf(found: readonly Found[], title: ReadonlySet<string>, model: PairModel): Group[] {
  if (found.length < 2) return found.map((item) => ({ fullest: item, wordings: [item] }));
  const wordings = found.map(({ candidate, roles }) => wordingOf(candidate, roles));
  const common = sentencesWith(wordings);
  /** By how much two clauses are rather one commitment than two; null where they cannot be one. */
  const likeness = (a: Wording, b: Wording): number | null =>
    a.candidate.negated === b.candidate.negated &&
    forbids(a.candidate) === forbids(b.candidate) &&
    !twoDays(a.candidate, b.candidate) &&
    !twoCompanies(a.roles, b.roles)
      ? sumOf(model.weights, pairFeatures(a, b, common, title)) - model.threshold
      : null;
  const groups: number[][] = [];
  for (const [i, wording] of wordings.entries()) {
    const group = likeliest(groups.slice(-NEAR), (j) => likeness(wordings[j]!, wording));
    if (group) group.push(i);
    else groups.push([i]);
  }
  return groups.map((members) => {
    const items = members.map((i) => found[i]!);
    return { fullest: fullest(items), wordings: items };
  });
}

/** The group whose last wordings are on average the likest; undefined where that is none. The first of equals. */
function likeliest(groups: readonly number[][], likeness: (i: number) => number | null): number[] | undefined {
  let best: { group: number[]; mean: number } | undefined;
  for (const group of groups) {
    const recent = group.slice(-WORDINGS);
    const sum = recent.reduce((all, i) => all + Math.max(UNLIKE, likeness(i) ?? UNLIKE), 0);
    const mean = sum / recent.length;
    if (mean >= 0 && (best === undefined || mean > best.mean)) best = { group, mean };
  }
  return best?.group;
}
/**
 * What a wording that cannot be the same counts beside others of its group: two days for one act are as often one day read otherwise
 * as two commitments, so that one such does not outweigh all the rest.
 */
const UNLIKE = -6;

/** What is forbidden is not what is asked for, whatever words they share. */
const forbids = ({ forms }: Candidate): boolean => forms.some((form) => FORBIDDEN.test(form));
const FORBIDDEN =
  /larang\b|\bboleh|\bjangan\b|^(?:tidak|tak) (?:diperbolehkan|dibolehkan|diizinkan|diperkenankan|dibenarkan)/;

/** Two days for one act are two commitments. */
function twoDays({ deadline: a }: Candidate, { deadline: b }: Candidate): boolean {
  return a !== null && b !== null && a.due !== b.due && /^\d/.test(a.due) && /^\d/.test(b.due);
}

/** Two listed companies, each named in its clause, promise each for itself. */
function twoCompanies(a: Roles, b: Roles): boolean {
  const named = ({ by, authority }: Roles): boolean => !authority && (by === 'subject' || by === 'addressee');
  if (!named(a) || !named(b) || [...a.obligors, ...b.obligors].some(({ actor }) => actor === null)) return false;
  return !a.obligors.some((one) => b.obligors.some(({ actor }) => actor === one.actor));
}

function fullest(members: readonly Found[]): Found {
  let best = members[0]!;
  for (const member of members) if (fullness(member) > fullness(best)) best = member;
  return best;
}

function fullness({ candidate, roles, confidence }: Found): number {
  const due = candidate.deadline?.due;
  const dated = due === undefined ? 0 : due === 'vague' ? 2 : 4;
  return dated + (roles.speaker ? 0.5 : 0) + (roles.by === 'inferred' ? 0 : 0.6) + confidence;
}
