/** A commitment as `extract` prints it, of the clause that words it most fully. */
import { forObligor } from '../time/deadlines.ts';
import type { ActorRef, DeadlineClaim, Mention, MentionType, TextSpan } from '../types.ts';
import type { Candidate } from './candidates.ts';
import type { Range } from './clause.ts';
import { isOfCondition } from './deadline.ts';
import type { Found } from './duplicates.ts';
import type { Parties } from './parties.ts';
import { topicOf } from './topic.ts';
import type { View } from './view.ts';

/** The mention of a type that a clause and its roles make. */
export function mentionOf(
  text: string,
  parties: Parties,
  type: MentionType,
  { candidate, roles, confidence }: Found,
): Mention {
  const { view, action, deadline, condition } = candidate;
  const speakerFor = organisationOf(parties, roles.speaker);
  const isLookedAt =
    type === 'sanction' && deadline !== null && condition !== null && isOfCondition(view, deadline, condition);
  const obligors = roles.obligors.map((ref) => beforeTime(ref, deadline));
  return {
    type,
    obligor: obligors[0]!,
    obligors,
    counterparties: roles.counterparties,
    modality: candidate.modality,
    topic: topicOf(view.tokens, action.from, action.to),
    rule: candidate.rule,
    speaker: roles.speaker,
    ...(speakerFor === null ? {} : { speakerFor }),
    sentence: { start: view.start, end: view.end },
    action: textOf(text, view, withThing(candidate)),
    deadline: isLookedAt ? null : deadline && forObligor(deadline, { authority: roles.authority }),
    condition: condition ? textOf(text, view, condition) : null,
    negated: candidate.negated,
    confidence: Math.round(confidence * 1000) / 1000,
  };
}

/** `memberi waktu teman-teman PLN 3 x 24 jam untuk …`: the time that is given is no part of who is given it. */
function beforeTime(ref: ActorRef, deadline: DeadlineClaim | null): ActorRef {
  const isWithin =
    deadline !== null && deadline.start > ref.start && deadline.start < ref.end && deadline.end >= ref.end;
  // The name of a party known by another one is printed elsewhere.
  if (!isWithin || ref.text.length !== ref.end - ref.start) return ref;
  const text = ref.text.slice(0, deadline.start - ref.start).trimEnd();
  return { ...ref, end: ref.start + text.length, text };
}

/** The listed organisation of a person who is not the gazetteer's own. */
function organisationOf({ all, byName }: Parties, speaker: ActorRef | null): string | null {
  if (speaker === null || speaker.actor !== null) return null;
  const organisation = all[byName.get(speaker.text) ?? -1]?.organisation ?? null;
  return organisation === null ? null : all[organisation]!.actor;
}

/** `Pusat data di Batam ditargetkan rampung`: where a thing is the subject, it says with the verb what is to be done. */
function withThing(candidate: Candidate): Range {
  const { subject, act, at } = candidate;
  const action = beforeCopula(candidate);
  if (subject === null || subject.shared || subject.mention !== undefined || act === null || act.voice === 'active')
    return action;
  return subject.from < at && subject.to <= action.from ? { from: subject.from, to: action.to } : action;
}

function textOf(text: string, { tokens }: View, range: Range): TextSpan {
  // `mengultimatum Telegram: tutup kanal itu`
  let from = range.from;
  while (from < range.to - 1 && tokens[from]!.kind === 'mark') from++;
  const { start } = tokens[from]!;
  const end = tokens[Math.max(range.from, range.to - 1)]!.end;
  return { start, end, text: text.slice(start, end) };
}

/** `Tenggat pembayaran denda bagi Google | jatuh pada 1 September`: where the deed ends that a last day is told of. */
function beforeCopula({ action, act, rule, view: { tokens } }: Candidate): Range {
  if (rule !== 'deadline-noun' || act?.voice !== 'other') return action;
  const at = tokens.findIndex(({ lower }, i) => i > act.verb && COPULAS.has(lower));
  return at < 0 || at >= action.to ? action : { from: action.from, to: at };
}
const COPULAS = new Set(['jatuh', 'adalah', 'ialah', 'yakni', 'yaitu', 'menjadi', 'ditetapkan', 'berakhir', 'habis']);
