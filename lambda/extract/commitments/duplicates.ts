import { stemKey } from '../text/stem.ts';
import type { ActorRef } from '../types.ts';
import type { Candidate } from './candidates.ts';
import { type PairModel, sumOf } from './model.ts';
import type { Roles } from './resolve.ts';
import { pairFeatures, sameRef, sentencesWith } from './same.ts';
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
  const groups: number[][] = [];
  /** Of each group the day of its deadline, as soon as one of its wordings names it. */
  const days: (string | null)[] = [];
  for (const [i, wording] of wordings.entries()) {
    const day = dayOf(wording.candidate);
    let best = { group: -1, mean: 0 };
    for (let g = Math.max(0, groups.length - NEAR); g < groups.length; g++) {
      // Two days for one act are two commitments.
      if (day !== null && days[g] !== null && days[g] !== day) continue;
      const recent = groups[g]!.slice(-WORDINGS).map((j) => wordings[j]!);
      if (recent.some((other) => areApart(other, wording))) continue;
      const sums = recent.map((other) => sumOf(model.weights, pairFeatures(other, wording, common, title)));
      const mean = sums.reduce((all, sum) => all + Math.max(UNLIKE, sum - model.threshold), 0) / sums.length;
      if (mean >= 0 && (best.group < 0 || mean > best.mean)) best = { group: g, mean };
    }
    if (best.group < 0) best = { group: groups.push([]) - 1, mean: 0 };
    groups[best.group]!.push(i);
    days[best.group] ??= day;
  }
  return groups.map((members) => {
    const items = members.map((i) => found[i]!);
    return { fullest: fullest(items), wordings: items };
  });
}

/** One wording that is quite another's does not outweigh all the rest. */
const UNLIKE = -6;

/** Two clauses that cannot be one commitment, whatever words they share. */
const areApart = (a: Wording, b: Wording): boolean =>
  a.candidate.negated !== b.candidate.negated ||
  forbids(a.candidate) !== forbids(b.candidate) ||
  areTwoCompanies(a.roles, b.roles) ||
  areTwoDoers(a, b) ||
  isOneThreat(a, b) ||
  hangsOn(a, b) ||
  hangsOn(b, a);

/** What is threatened, if a condition is met, is no other wording of another act that hangs on none. */
const isOneThreat = (a: Wording, b: Wording): boolean => isThreat(a) !== isThreat(b) && a.verb !== b.verb;
const isThreat = ({ candidate: { type, condition } }: Wording): boolean => type === 'sanction' && condition !== null;

/** `mencabut izin importir yang tidak menarik produknya`: what is done to those who have not done the other. */
function hangsOn({ candidate: { view, action }, verb }: Wording, other: Wording): boolean {
  if (verb === other.verb || other.verb === '') return false;
  for (let i = action.from; i + 2 < action.to; i++) {
    if (!OPENS_WHO.has(view.tokens[i]!.lower) || !NOT_DONE.has(view.tokens[i + 1]!.lower)) continue;
    return stemKey(view.tokens[i + 2]!.lower) === other.verb;
  }
  return false;
}
const OPENS_WHO = new Set(['yang', 'jika', 'bila', 'apabila', 'kalau']);
const NOT_DONE = new Set(['tidak', 'tak', 'belum', 'gagal', 'enggan', 'menolak']);

const dayOf = ({ deadline }: Candidate): string | null =>
  deadline !== null && /^\d/.test(deadline.due) ? deadline.due : null;

/** What is forbidden is not what is asked for, whatever words they share. */
const forbids = ({ forms }: Candidate): boolean => forms.some((form) => FORBIDDEN.test(form));
const FORBIDDEN =
  /larang\b|\bboleh|\bjangan\b|^(?:tidak|tak) (?:diperbolehkan|dibolehkan|diizinkan|diperkenankan|dibenarkan)/;

/** `Kemenhub akan membuka bandara`, `Citilink akan terbang dari bandara`: an authority and a company, each doing what it says itself. */
function areTwoDoers(a: Wording, b: Wording): boolean {
  const isNamed = ({ roles, candidate }: Wording): boolean =>
    roles.by === 'subject' &&
    candidate.act?.voice === 'active' &&
    roles.obligors.every(({ actor, text }) => actor !== null || /^\p{Lu}/u.test(text));
  if (a.roles.authority === b.roles.authority || a.verb === b.verb || !isNamed(a) || !isNamed(b)) return false;
  return !a.roles.obligors.some((one) => b.roles.obligors.some((other) => sameRef(one, other)));
}

/** Two companies, each named in its clause and listed or by its full name (`PT Dexa Medica`), promise each for itself. */
function areTwoCompanies(a: Roles, b: Roles): boolean {
  const named = ({ by, authority }: Roles): boolean => !authority && (by === 'subject' || by === 'addressee');
  if (!named(a) || !named(b)) return false;
  const [own, other] = [a.obligors.map(companyOf), b.obligors.map(companyOf)];
  return ![...own, ...other].includes(null) && !own.some((one) => other.includes(one));
}

/** A listed actor, or the first word of the name behind `PT`; null of anything else. */
const companyOf = ({ actor, text }: ActorRef): string | null =>
  actor ?? /^PT ([\p{L}\d-]+)/u.exec(text)?.[1]?.toLowerCase() ?? null;

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
