import { stemKey } from '../text/stem.ts';
import type { MentionType } from '../types.ts';
import type { Candidate } from './candidates.ts';
import type { Features } from './feature-names.ts';
import { verbClass } from './lexicon/verbs.ts';
import { OFFENCES, OFFENDING } from './lexicon/words.ts';
import type { Roles } from './resolve.ts';

/** A type that a commitment may be of, with what speaks for it. */
export interface TypeOption {
  type: MentionType;
  features: Features;
}

const TYPES: readonly MentionType[] = ['pledge', 'obligation', 'agreement', 'sanction'];
/** Words of an action that tell what it is: those behind say more of the matter than of the deed. */
const TELLING = 12;
/** Words before the marker that are looked at. */
const BEFORE = 6;
/** Parties that are counted. */
const MOST = 3;

/**
 * What a clause that is a commitment may be, for the model to choose from: the rules see the marker, and a promise to punish
 * those who do wrong, a duty told as done, or what two have signed is told by all of the clause.
 */
export function typeOptions(candidate: Candidate, roles: Roles): TypeOption[] {
  const clues = cluesOf(candidate, roles);
  // Only an authority imposes; who else the rules say does is not asked again.
  const types = TYPES.filter((type) => type !== 'sanction' || roles.authority || type === candidate.type);
  const options: TypeOption[] = [];
  for (const type of types) {
    // What the rules gave (`type-of.ts`).
    const features: string[] = type === candidate.type ? ['rule', ''] : [];
    for (const clue of clues) features.push(type, clue);
    options.push({ type, features });
  }
  return options;
}

/**
 * `mencapai kata sepakat: X akan …`, `memuat kesepakatan bahwa …`, `sebagaimana disepakati bersama Y`: what is pledged has been agreed.
 * Of 182 labelled pledges and agreements of such sentences 176 are agreements.
 */
export function isAgreed({ at, action, view: { tokens } }: Candidate): boolean {
  for (let i = 0; i < tokens.length; i++) {
    const { lower } = tokens[i]!;
    if (i < at ? AGREED.has(lower) : i >= action.to - 1 && lower === 'disepakati') return !isOpen(tokens, i);
    if (i < at && lower === 'kesepakatan' && tokens[i + 1]?.lower === 'bahwa') return true;
    // `Telah tercapai titik temu antara X dan Y`
    if (i < at && lower === 'titik' && tokens[i + 1]?.lower === 'temu') return !isOpen(tokens, i);
  }
  return false;
}
const AGREED = new Set(['sepakat', 'bersepakat', 'menyepakati', 'disepakati']);

/** Nothing is agreed yet: `bila sepakat`, `belum sepakat`. */
const isOpen = (tokens: Candidate['view']['tokens'], at: number): boolean =>
  tokens.slice(Math.max(0, at - OPEN_WITHIN), at).some(({ lower }) => OPENS.has(lower));
const OPEN_WITHIN = 4;
const OPENS = new Set([
  'bila',
  'jika',
  'kalau',
  'apabila',
  'belum',
  'tidak',
  'tak',
  'setelah',
  'hingga',
  'sampai',
  'agar',
  'batal',
]);

function cluesOf({ type, rule, rules, forms, condition, act, action, at, view }: Candidate, roles: Roles): Set<string> {
  const { tokens } = view;
  const { obligors, counterparties, speaker, authority, by } = roles;
  const verb = act === null ? '' : tokens[act.verb]!.lower;
  const hangs = condition !== null;
  const told = speaker === null ? 'none' : obligors.some(({ text }) => text === speaker.text) ? 'own' : 'other';
  const offends = isAboutOffenders(tokens);
  const clues = new Set([
    `type:${type}`,
    `chief:${rule}`,
    `by:${by}`,
    `speaker:${told}`,
    `verb:${stemKey(verb)}`,
    `kind:${act === null ? 'none' : verbClass(verb)} ${hangs}`,
    `voice:${act?.voice ?? 'none'}`,
    `bound:${Math.min(MOST, obligors.length)} ${type}`,
    `others:${Math.min(MOST, counterparties.length)}`,
    `authority:${authority} ${type} ${hangs}`,
    `chief:${rule} ${authority}`,
    `chief:${rule} ${hangs}`,
    `offenders:${offends} ${authority}`,
  ]);
  for (const one of rules) clues.add(`rule:${one}`);
  for (const form of forms) clues.add(`form:${form}`);
  for (let i = action.from; i < Math.min(action.to, action.from + TELLING); i++) {
    if (tokens[i]!.kind === 'word') clues.add(`word:${stemKey(tokens[i]!.lower)}`);
  }
  for (let i = Math.max(0, at - BEFORE); i < at; i++) {
    if (tokens[i]!.kind === 'word') clues.add(`before:${stemKey(tokens[i]!.lower)}`);
  }
  return clues;
}

/** `platform yang masih mengabaikan …`, `penyelenggara yang belum membayar`: a sentence about those who do wrong. */
function isAboutOffenders(tokens: Candidate['view']['tokens']): boolean {
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.lower !== 'yang') continue;
    const next = OFFENDING.has(tokens[i + 1]?.lower ?? '') ? tokens[i + 2] : tokens[i + 1];
    if (OFFENCES.has(next?.lower ?? '')) return true;
  }
  return false;
}
