import { isCountry } from '../actors/foreign.ts';
import type { ActorRef, MentionType } from '../types.ts';
import { hasBodyActing } from './acting.ts';
import type { Candidate } from './candidates.ts';
import type { Found, Group } from './duplicates.ts';
import { isRegulated, PREPOSITIONS, WHOLE } from './lexicon/words.ts';
import { best, type Models } from './model.ts';
import { likeliest, type Option, obligorOptions, refOfOption } from './obligor.ts';
import { indexOfRef, isPerson, type Parties, partyRef } from './parties.ts';
import type { Roles } from './resolve.ts';
import type { Scene } from './scene.ts';
import { ownWord, speakerOfOption, speakerOptions } from './voice.ts';

/**
 * So many other wordings of a commitment have a say in who is bound; the articles that repeat themselves most have seven.
 * Each of them weighs all parties, and a text that says one thing ten thousand times would run out of memory.
 */
const MOST_WORDINGS = 100;

/** The roles by the rules, with the obligor and the speaker that the models choose for a commitment of a type. */
export function chosenRoles(
  text: string,
  { fullest, wordings }: Group,
  type: MentionType,
  scene: Scene,
  models: Models,
): Roles {
  const { candidate, roles } = fullest;
  const { parties } = scene;
  const toRef = (option: Option) => refOfOption(option, candidate, parties);
  const others = wordings.filter((item) => item !== fullest).slice(0, MOST_WORDINGS);
  const optionsOf = (item: Found) => obligorOptions(text, item.candidate, item.roles, scene);
  const obligor =
    isBoundClass(candidate, roles) || hasAgent(candidate, roles) || isOtherCountry(candidate, roles)
      ? undefined
      : likeliest(models.obligor, optionsOf(fullest), others.map(optionsOf));
  const kept = obligor === undefined || obligor.byRule;
  const named = kept ? roles.obligors : together(roles.obligors, toRef(obligor));
  // What is imposed is imposed by the office, not by who holds it: `Agusman mengancam mencabut izin`.
  const obligors = type === 'sanction' ? named.map((ref) => officeOf(ref, parties)) : named;
  const bound = indexOfRef(parties, obligors[0]!);
  const speaker = best(models.speaker, speakerOptions(candidate, roles, bound, scene));
  // Whoever the sentence itself says to speak, and no list knows, the models have seen too seldom to choose.
  const inWords = roles.speaker !== null && indexOfRef(parties, roles.speaker) < 0;
  const found =
    speaker === undefined || speaker.byRule || (inWords && speaker.party < 0)
      ? roles.speaker
      : speakerOfOption(speaker, toRef);
  const said = found ?? ownWord(candidate, scene);
  if (kept && obligors.every((ref, i) => ref === named[i])) return { ...roles, speaker: said };
  const names = new Set(obligors.map((ref) => ref.text));
  const counterparties = roles.counterparties.filter((ref) => !names.has(ref.text));
  const kind = bound >= 0 ? parties.all[bound]!.kind : undefined;
  const authority = kind === 'regulator' || kind === 'official';
  return { ...roles, obligors, counterparties, authority, speaker: said };
}

/** One of several who are named together is bound with the others, the likeliest first. */
function together(obligors: readonly ActorRef[], chosen: ActorRef): ActorRef[] {
  const isChosen = ({ text }: ActorRef): boolean => text === chosen.text;
  return obligors.some(isChosen) ? [chosen, ...obligors.filter((ref) => !isChosen(ref))] : [chosen];
}

function officeOf(ref: ActorRef, parties: Parties): ActorRef {
  const party = parties.all[indexOfRef(parties, ref)];
  return isPerson(party) && party!.organisation !== null ? partyRef(parties, party!.organisation, ref) : ref;
}

/** `akan diserap oleh Bulog`, `dijadwalkan BAKTI mengangkasa`: the clause itself names who does it. */
function hasAgent(candidate: Candidate, { by }: Roles): boolean {
  const { act, at, forms, view, action } = candidate;
  if (by !== 'agent') return false;
  if (hasBodyActing(candidate)) return true;
  const behind = view.mentionAt[at + 1];
  if (forms[0]?.startsWith('di') && behind !== undefined && !behind.pronoun && !behind.person) return true;
  if (act?.voice !== 'passive') return false;
  for (let i = act.verb + 1; i < action.to; i++) if (view.tokens[i]!.lower === 'oleh') return true;
  return false;
}

/** `Semua PSE wajib …`, `meminta perusahaan aplikasi membayar …`: the clause itself says which class is bound. */
function isBoundClass({ type }: Candidate, { by, obligors: [first] }: Roles): boolean {
  if (type !== 'obligation' || first === undefined || first.actor !== null) return false;
  if (by !== 'group' && by !== 'addressee' && by !== 'subject') return false;
  const [head, next] = first.text.toLowerCase().split(' ');
  if (THIS.test(first.text)) return false;
  return isRegulated(head!) || (WHOLE.has(head!) && isRegulated(next ?? ''));
}

/** The subject is another country, and no thing of it (`Raksasa teknologi asal Amerika Serikat`): whoever speaks of it is not bound. */
function isOtherCountry({ subject, view: { tokens } }: Candidate, { by }: Roles): boolean {
  if (by !== 'group' || subject === null || !isCountry(tokens[subject.from])) return false;
  const before = tokens[subject.from - 1]?.lower ?? '';
  return before !== 'asal' && !PREPOSITIONS.has(before);
}

/** What points back to somebody who has been named. */
const THIS = /\b(?:itu|ini|tersebut|kedua|ketiga|dimaksud|bersangkutan)\b|nya$/i;
