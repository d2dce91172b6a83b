import { stemOf } from '../text/stem.ts';
import type { Candidate } from './candidates.ts';
import { add } from './feature-names.ts';
import { clauseFrom } from './subject.ts';

/**
 * The single words of a clause and of the places round its marker and verb. One of them says little; some thousand
 * labelled clauses tell what each of them is worth.
 */
export function nearbyWords({ view, act, action, subject, at, forms }: Candidate, found: string[]): void {
  const { tokens } = view;
  const from = Math.max(0, Math.min(clauseFrom(subject, at), at) - 2);
  const to = Math.min(tokens.length, action.to + 2);
  const front = new Set<string>();
  const back = new Set<string>();
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || view.mentionAt[i] !== undefined) continue;
    (i < at ? front : back).add(stemOf(token));
  }
  for (const key of front) add(found, 'front', key);
  for (const key of back) add(found, 'back', key);
  const form = forms[0] ?? '';
  const before = tokens[at - 1];
  const second = tokens[at - 2];
  add(found, 'form+prev', form, before?.lower ?? '^');
  if (second !== undefined) add(found, 'second', second.lower);
  add(found, 'opens', tokens[0]!.lower);
  if (act === null) return;
  const verb = tokens[act.verb]!;
  const next = tokens[act.verb + 1];
  if (next !== undefined) add(found, 'next', next.kind === 'number' ? '#' : next.lower);
  add(found, 'verb-form', verb.lower);
  add(found, 'form+stem', form, stemOf(verb));
}
