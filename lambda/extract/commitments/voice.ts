import type { ActorRef } from '../types.ts';
import type { Candidate } from './candidates.ts';
import type { Option } from './obligor.ts';
import { indexOfRef, isPerson, lastMentionBefore, partyRef } from './parties.ts';
import type { Roles } from './resolve.ts';
import { partiesToWeigh, type Scene, standingOf, type Voice } from './scene.ts';

/**
 * On whose word a candidate may stand: nobody's but the reporter's, any party of the article, or whom the rules chose.
 * The features say who speaks in its sentence and in those beside it.
 */
export function speakerOptions(candidate: Candidate, roles: Roles, obligor: number, scene: Scene): Option[] {
  const clause = clauseOf(candidate, roles, obligor, scene);
  const { parties } = scene;
  const options: Option[] = [
    { ref: null, party: -1, byRule: roles.speaker === null, features: nobody(candidate, roles, clause, scene) },
  ];
  const known = new Map<string, string[]>();
  for (const party of partiesToWeigh(scene, () => beside(clause))) {
    const { generic, kind } = parties.all[party]!;
    if (scene.first[party] === Number.POSITIVE_INFINITY || (generic && party !== clause.rule)) continue;
    const flags = partyFlags(party, clause, scene);
    const what = generic ? 'class' : isPerson(parties.all[party]) ? 'person' : kind;
    const standing = standingOf(flags, what);
    const features = known.get(standing) ?? featuresOf(flags, what, candidate, clause);
    known.set(standing, features);
    options.push({ ref: null, party, byRule: party === clause.rule, features });
  }
  if (roles.speaker && clause.rule < 0) {
    options.push({
      ref: roles.speaker,
      party: -1,
      byRule: true,
      features: ['rule', '', 'words', '', 'rule', clause.context],
    });
  }
  return options;
}

/**
 * `Pihaknya akan menempuh jalur hukum`: whoever spoke last speaks on, though no verb says so; null where the subject is none that
 * stands for a speaker. Of nine such clauses of labelled news all are some speaker's.
 */
export function ownWord({ subject, view }: Candidate, { voices, parties }: Scene): ActorRef | null {
  if (subject === null || !OWN.has(subject.head)) return null;
  const span = view.tokens[subject.from]!;
  for (let i = view.index; i >= 0 && i >= view.index - SPEAKS_ON; i--) {
    const last = voices[i]?.findLast(({ party }) => party >= 0);
    if (last !== undefined) return partyRef(parties, last.party, { start: span.start, end: span.end });
  }
  return null;
}
const OWN: ReadonlySet<string> = new Set(['pihaknya']);
/** Sentences back. */
const SPEAKS_ON = 4;

/** Flags crossed with the clause (see `feature-names.ts`). */
function featuresOf(flags: readonly string[], what: string, { rule }: Candidate, { context, both }: Clause): string[] {
  const features = [`kind:${what}`, ''];
  for (const flag of flags) {
    features.push(flag, '', flag, what, flag, context, flag, both, flag, rule);
  }
  return features;
}

interface Clause {
  rule: number;
  /** How the rules found the speaker. */
  how: string;
  /** Quoted or not, and what statement holds the sentence. */
  context: string;
  /** The two of them. */
  both: string;
  here: readonly Voice[];
  before: readonly Voice[];
  earlier: readonly Voice[];
  after: readonly Voice[];
  /** The sentence before, or after, is of the same paragraph. */
  joined: { before: boolean; after: boolean };
  subject: number;
  subjectSide: number;
  obligor: number;
  /** Where a party stands in the sentence: before the marker or behind it. */
  place: ReadonlyMap<number, 'front' | 'back'>;
  lastPerson: number;
  /** Who is said, one or two sentences on, to have said this. */
  told: number;
  toldAt: number;
}

const NO_VOICES: readonly Voice[] = [];

function clauseOf(candidate: Candidate, { speaker }: Roles, obligor: number, scene: Scene): Clause {
  const { view, at, action } = candidate;
  const { parties, voices, paragraphOf } = scene;
  const here = voices[view.index] ?? NO_VOICES;
  const rule = speaker ? indexOfRef(parties, speaker) : -1;
  const subject = candidate.subject?.mention?.party ?? -1;
  const place = new Map<number, 'front' | 'back'>();
  for (let i = 0; i < view.mentionAt.length; i++) {
    const mention = view.mentionAt[i];
    if (mention && !place.has(mention.party)) place.set(mention.party, i < at ? 'front' : 'back');
  }
  const held = here.length === 0 ? 'none' : here.some(({ direct }) => direct) ? 'direct' : 'indirect';
  const joined = (other: number): boolean => paragraphOf[other] === view.paragraph;
  const { told, toldAt } = toldOf(scene, view.index);
  const how = howFound(speaker, here, rule, subject);
  const context = `${view.quoted[action.from] ? 'quoted' : 'plain'}/${held}`;
  return {
    rule,
    how,
    context,
    both: `${context}|${how}`,
    here,
    before: voices[view.index - 1] ?? NO_VOICES,
    earlier: voices[view.index - 2] ?? NO_VOICES,
    after: voices[view.index + 1] ?? NO_VOICES,
    joined: { before: joined(view.index - 1), after: joined(view.index + 1) },
    subject,
    subjectSide: subject < 0 ? -1 : (parties.all[subject]!.organisation ?? -1),
    obligor,
    place,
    lastPerson: lastPersonBefore(scene, view.start),
    told,
    toldAt,
  };
}

function howFound(speaker: Roles['speaker'], here: readonly Voice[], rule: number, subject: number): string {
  if (speaker === null) return 'none';
  if (here.some(({ party }) => party === rule)) return 'said';
  return rule === subject ? 'subject' : 'other';
}

function toldOf({ told }: Scene, sentence: number): { told: number; toldAt: number } {
  for (let at = 1; at <= 2; at++) {
    const party = told[sentence + at] ?? -1;
    if (party >= 0) return { told: party, toldAt: at };
  }
  return { told: -1, toldAt: 0 };
}

function lastPersonBefore({ parties: { mentions }, persons }: Scene, offset: number): number {
  const [last] = persons(lastMentionBefore(mentions, offset));
  return last === undefined ? -1 : mentions[last]!.party;
}

/** The parties that have something to do with a clause. */
function beside(clause: Clause): number[] {
  const voices = [clause.here, clause.before, clause.earlier, clause.after].flat();
  const { rule, subject, subjectSide, obligor, lastPerson, told, place } = clause;
  return [rule, subject, subjectSide, obligor, lastPerson, told, ...place.keys(), ...voices.map(({ party }) => party)];
}

function partyFlags(party: number, clause: Clause, scene: Scene): string[] {
  const flags: string[] = [];
  const flag = (holds: boolean, word: string): void => {
    if (holds) flags.push(word);
  };
  const speaks = (voices: readonly Voice[]): boolean => voices.some((voice) => voice.party === party);
  const shape = ([voice]: readonly Voice[], joined: boolean): string =>
    `${voice?.direct ? 'direct' : 'indirect'}${joined ? '-joined' : ''}`;
  const { organisation } = scene.parties.all[party]!;
  if (party === clause.rule) flags.push('rule', `rule:${clause.how}`);
  flag(speaks(clause.here), 'here');
  if (speaks(clause.before)) flags.push('before', `before:${shape(clause.before, clause.joined.before)}`);
  flag(speaks(clause.earlier), 'earlier');
  if (speaks(clause.after)) flags.push('after', `after:${shape(clause.after, clause.joined.after)}`);
  flag(party === clause.subject, 'subject');
  flag(party === clause.subjectSide, 'subject-side');
  flag(party === clause.obligor, 'obligor');
  flag(organisation !== null && organisation === clause.obligor, 'of-obligor');
  const place = clause.place.get(party);
  if (place) flags.push(place);
  flag(party === clause.lastPerson, 'last-person');
  const spoken = scene.spoken[party]!;
  if (spoken > 0) flags.push(SPOKEN[Math.min(3, spoken)]!);
  flag(party === scene.chiefSpeaker, 'chief');
  flag(spoken > 0 && scene.speakers === 1, 'only');
  if (party === clause.told) flags.push('told', `told:${clause.toldAt}`);
  return flags;
}

const SPOKEN = [0, 1, 2, 3].map((times) => `spoken:${times}`);

function nobody(candidate: Candidate, { speaker, by }: Roles, clause: Clause, scene: Scene): string[] {
  const { parties } = scene;
  const { context, how, before, after, joined } = clause;
  const shape = ([voice]: readonly Voice[], near: boolean): string =>
    `${voice === undefined ? 'none' : voice.direct ? 'direct' : 'indirect'}${near ? '-joined' : ''}`;
  const subject = clause.subject >= 0 ? parties.all[clause.subject]!.kind : candidate.subject ? 'thing' : 'none';
  const tails = ['', context, how, `${how}|${context}`, candidate.rule];
  tails.push(`${candidate.type}|${context}`, `by:${by}`, `subject:${subject}`);
  tails.push(`before:${shape(before, joined.before)}`, `after:${shape(after, joined.after)}`);
  tails.push(`sentence:${Math.min(3, candidate.view.index)}`);
  tails.push(`told:${clause.toldAt}`, `speakers:${Math.min(3, scene.speakers)}|${context}`);
  const features: string[] = [];
  for (const tail of tails) features.push('nobody', tail);
  if (speaker === null) features.push('rule', '');
  return features;
}

/** The speaker an option names; null for nobody. */
export function speakerOfOption(option: Option, toRef: (option: Option) => ActorRef): ActorRef | null {
  return option.ref === null && option.party < 0 ? null : toRef(option);
}
