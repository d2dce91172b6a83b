/** What choosing who is bound looks at of a clause. */
import { firstEndingBehind } from '../text/bisect.ts';
import { stemOf } from '../text/stem.ts';
import type { ActorRef } from '../types.ts';
import type { Candidate } from './candidates.ts';
import { verbClass } from './lexicon/verbs.ts';
import { PREPOSITIONS, RECEIVING } from './lexicon/words.ts';
import { indexOfRef, isPerson, type Parties } from './parties.ts';
import type { Roles } from './resolve.ts';
import type { Scene } from './scene.ts';
import { deedIn, thingBehind } from './sense.ts';
import type { View } from './view.ts';

/** What of the clause the features are crossed with. */
export interface Clause {
  candidate: Candidate;
  rule: number;
  by: string;
  type: string;
  context: string;
  subjectKind: string;
  quoted: string;
  subject: number;
  subjectSide: number;
  inner: number;
  addressee: number;
  speaker: number;
  speakerSide: number;
  agents: ReadonlySet<number>;
  within: ReadonlySet<number>;
  /** How those named in the act stand in it, by the word before them. */
  places: ReadonlyMap<number, string>;
  sentence: ReadonlySet<number>;
  /** Named in the sentence only as where something was said: `di Gedung DPR`. */
  venues: ReadonlySet<number>;
  before: ReadonlySet<number>;
  nearest: readonly number[];
  /** Obligors, by the rules, of the clauses before and behind. */
  bound: { before: number; near: boolean; after: number };
  typeAndVoice: string;
  /** Names of what is done, to what: class and stem of the verb, sorts of the deed and of the thing. */
  acts: readonly string[];
}

/** How all that are named stand to a clause, made once for all options. */
export function clauseOf(candidate: Candidate, roles: Roles, scene: Scene, first: ActorRef): Clause {
  const { parties } = scene;
  const { view, act, action, at, type } = candidate;
  const sideOf = (party: number): number => (party < 0 ? -1 : (parties.all[party]!.organisation ?? -1));
  const subject = candidate.subject?.mention?.party ?? -1;
  const speaker = roles.speaker ? indexOfRef(parties, roles.speaker) : -1;
  const subjectKind = subjectKindOf(candidate, parties);
  const within = new Set<number>();
  const agents = new Set<number>();
  const places = new Map<number, string>();
  for (let i = action.from; i < action.to; i++) {
    const mention = view.mentionAt[i];
    if (mention) {
      within.add(mention.party);
      if (mention !== view.mentionAt[i - 1] && !places.has(mention.party))
        places.set(mention.party, standsAs(view, i, act));
    }
    if (view.tokens[i]!.lower !== 'oleh') continue;
    const agent = view.mentionAt[i + 1] ?? view.mentionAt[i + 2] ?? view.mentionAt[i + 3];
    if (agent) agents.add(agent.party);
  }
  const sentence = new Set<number>();
  const venues = new Set<number>();
  for (let i = 0; i < view.mentionAt.length; i++) {
    const mention = view.mentionAt[i];
    if (!mention || mention === view.mentionAt[i - 1]) continue;
    if (VENUES.has(view.tokens[i - 1]?.lower ?? '') && !sentence.has(mention.party)) venues.add(mention.party);
    else venues.delete(mention.party);
    sentence.add(mention.party);
  }
  const start = firstEndingBehind(parties.mentions, view.start);
  const before = new Set<number>();
  for (let i = start - 1; i >= 0 && scene.sentenceOf[i] === view.index - 1; i--) before.add(parties.mentions[i]!.party);
  return {
    candidate,
    type,
    subjectKind,
    subject,
    speaker,
    within,
    places,
    agents,
    sentence,
    venues,
    before,
    rule: indexOfRef(parties, first),
    by: roles.by,
    context: `${voiceOf(candidate)}/${subjectKind}`,
    quoted: view.quoted[action.from] ? 'quoted' : 'plain',
    subjectSide: sideOf(subject),
    inner: candidate.subject?.inner?.party ?? -1,
    addressee: candidate.addressee?.mention?.party ?? -1,
    speakerSide: sideOf(speaker),
    nearest: nearestBefore(scene, view.tokens[at]!.start),
    bound: boundBeside(candidate, scene),
    typeAndVoice: `${type}|${act?.voice ?? 'none'}`,
    acts: [
      `verb:${act ? verbClass(view.tokens[act.verb]!.lower) : 'none'}`,
      `stem:${act ? stemOf(view.tokens[act.verb]!) : ''}`,
      `deed:${deedIn(candidate)}`,
      `thing:${thingBehind(candidate)}`,
    ],
  };
}

/** `menyerahkan data kepada Kominfo`, `memblokir TikTok`, `izin Kresna Life`: by what word, or as what, somebody stands in an act. */
function standsAs({ tokens }: View, i: number, act: Candidate['act']): string {
  const before = tokens[i - 1]?.lower ?? '';
  if (act !== null && i === act.verb + 1) return `next-${act.voice}`;
  if (PREPOSITIONS.has(before)) return before;
  return tokens[i - 1]?.kind === 'mark' ? 'mark' : before === 'dan' || before === 'yang' ? before : 'noun';
}

const VENUES = new Set(['gedung', 'kantor', 'kompleks', 'markas', 'lobi', 'halaman', 'depan', 'pelataran', 'aula']);

/** Whom the clauses right before and behind bind. */
function boundBeside(candidate: Candidate, { bound, placeOf }: Scene): Clause['bound'] {
  const place = placeOf.get(candidate) ?? -1;
  const before = bound[place - 1];
  return {
    before: before?.party ?? -1,
    near: before !== undefined && candidate.view.index - before.sentence <= 1,
    after: place < 0 ? -1 : (bound[place + 1]?.party ?? -1),
  };
}

/** The voice of the act; `receive` where the subject is to get what another must give. */
function voiceOf({ act, view }: Candidate): string {
  if (act === null) return 'none';
  return RECEIVING.has(view.tokens[act.verb]!.lower) ? 'receive' : act.voice;
}

function subjectKindOf({ subject }: Candidate, parties: Parties): string {
  if (subject === null) return 'none';
  if (subject.mention === undefined) return 'thing';
  if (subject.mention.pronoun) return 'pronoun';
  const party = parties.all[subject.mention.party]!;
  return isPerson(party) ? 'person' : party.generic ? 'class' : 'body';
}

/** The last three organisations and classes named before an offset, the nearest first. */
function nearestBefore({ parties: { mentions }, nearest }: Scene, offset: number): number[] {
  return nearest(firstEndingBehind(mentions, offset) - 1).map((i) => mentions[i]!.party);
}
