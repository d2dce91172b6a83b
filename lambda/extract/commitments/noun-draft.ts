/** Drafts of markers that are nouns: plans, promises and last days. */
import { POINTERS } from '../text/demonstratives.ts';
import { type Act, actAfter, isVerbLike, NOMINAL } from './clause.ts';
import { type Addressee, type Draft, groupThenVerb, type Hit, OWNER_REACH, ownerAfter } from './drafts.ts';
import { type Subject, subjectBefore } from './subject.ts';
import type { View } from './view.ts';

/** `mengumumkan rencana penerbitan obligasi`: the plan's noun, its act behind it, its owner before the verb. */
export function nounDraft(view: View, hit: Hit): Draft | null {
  const { tokens } = view;
  const after = hit.at + hit.length;
  let i = hit.at - 1;
  while (i >= 0 && i > hit.at - 5 && !isVerbLike(tokens[i]!.lower)) i--;
  const governed = i >= 0 && isVerbLike(tokens[i]!.lower);
  const subject = subjectBefore(view, governed ? i : hit.at);
  let verb = after;
  if (hit.marker.rule === 'deadline-noun') {
    // `Tenggat itu diperpanjang`: of whom it was told before.
    if (POINTERS.has(tokens[after]?.lower ?? '')) {
      const moved = actAfter(view, after + 1);
      return moved && isVerbLike(tokens[moved.verb]!.lower)
        ? { hits: [hit], subject: null, addressee: null, act: moved, from: moved.verb }
        : null;
    }
    // `memiliki tenggat hingga 1 September untuk membayar denda`: who has it is bound.
    const link = UNTIL.has(tokens[after]?.lower ?? '') ? linkBehind(view, after) : -1;
    const own = link < 0 ? null : actAfter(view, link + 1);
    if (own && isVerbLike(tokens[own.verb]!.lower))
      return { hits: [hit], subject, addressee: null, act: own, from: own.verb };
    const found = link < 0 ? groupThenVerb(view, after) : null;
    if (found) return { hits: [hit], subject, addressee: found.addressee, act: found.act, from: found.from };
    const owner = NOMINAL.test(tokens[after]?.lower ?? '') ? duesOf(view, after) : null;
    if (owner) {
      const act: Act = { verb: after, voice: 'other', agent: undefined, negated: false };
      return { hits: [hit], subject, addressee: owner, act, from: after };
    }
  }
  if (tokens[verb]?.lower === 'untuk') verb++;
  if (verb >= tokens.length || tokens[verb]!.kind === 'mark' || tokens[verb]!.lower === 'yang') return null;
  const planner = plannerAt(view, verb);
  if (planner !== null && hit.marker.rule === 'plan-noun') {
    const act: Act = { verb: planner.to, voice: 'active', agent: undefined, negated: false };
    return { hits: [hit], subject: planner, addressee: null, act, from: planner.to };
  }
  const act: Act = {
    verb,
    voice: isVerbLike(tokens[verb]!.lower) ? 'active' : 'other',
    agent: undefined,
    negated: false,
  };
  return { hits: [hit], subject, addressee: null, act, from: verb };
}

const UNTIL = new Set(['hingga', 'sampai', 'selama', 'sebelum']);
/** The `untuk` behind a time; -1 where none stands there. */
function linkBehind({ tokens }: View, from: number): number {
  for (let i = from + 1; i < tokens.length && i < from + OWNER_REACH; i++) if (tokens[i]!.lower === 'untuk') return i;
  return -1;
}

/** `Tenggat pembayaran denda bagi Google`, `batas akhir pendaftaran PSE`: who is to do the deed for which a last day is told. */
function duesOf(view: View, noun: number): Addressee | null {
  const behind = ownerAfter(view, noun, true);
  const mention = view.mentionAt[noun + 1];
  if (behind !== null || mention === undefined || mention.pronoun) return behind;
  let to = noun + 1;
  while (view.mentionAt[to] === mention) to++;
  return { from: noun + 1, to, mention, head: view.tokens[noun + 1]!.lower };
}

/** `Rencana Telkomsel (untuk) mengaktifkan …`: whose plan it is stands between the noun and its verb; null where nobody does. */
function plannerAt({ tokens, mentionAt }: View, at: number): Subject | null {
  const mention = mentionAt[at];
  if (mention === undefined || mention.pronoun) return null;
  let to = at;
  while (mentionAt[to] === mention) to++;
  if (tokens[to]?.lower === 'untuk') to++;
  if (!isVerbLike(tokens[to]?.lower ?? '')) return null;
  return { from: at, to, mention, inner: mention, head: tokens[at]!.lower, relative: false, shared: false };
}
