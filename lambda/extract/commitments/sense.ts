import type { Candidate } from './candidates.ts';
import { add } from './feature-names.ts';
import { deedOf, thingOfWord } from './lexicon/senses.ts';
import type { View } from './view.ts';

/** Words behind a verb among which its object stands. */
const OBJECT = 5;

/**
 * What sort of body does what sort of deed to what sort of thing (`lexicon/senses.data.json`).
 * @param who the kind of its subject, where that is somebody (`regulator`, `we`).
 */
export function sensesOf(candidate: Candidate, who: string, found: string[]): void {
  const { view, subject, at, forms } = candidate;
  const { tokens } = view;
  const deed = deedIn(candidate);
  let doer = who;
  if (subject !== null && who === 'thing') {
    doer = 'unknown';
    for (let i = subject.from; i < subject.to && doer === 'unknown'; i++) doer = thingOfWord(tokens[i]!) ?? doer;
  }
  const thing = thingBehind(candidate);
  add(found, 'deed', deed);
  add(found, 'doer', doer);
  add(found, 'thing', thing);
  add(found, 'doer+deed', doer, deed);
  add(found, 'deed+thing', deed, thing);
  add(found, 'doer+thing', doer, thing);
  add(found, 'form+deed', forms[0] ?? '', deed);
  const front: string[] = [];
  const back: string[] = [];
  const sorts = sortsIn(view);
  for (let i = 0; i < sorts.length; i++) {
    const sort = sorts[i];
    if (sort === undefined) continue;
    const there = i < at ? front : back;
    if (!there.includes(sort)) there.push(sort);
  }
  for (const sort of front) add(found, 'things-front', sort);
  for (const sort of back) add(found, 'things-back', sort);
}

/** Verbs that only lend their form to the noun of a deed: `melakukan penertiban`, `penertiban akan dilakukan`. */
const LENDING = new Set(
  'melakukan dilakukan melaksanakan dilaksanakan menjalankan dijalankan menggelar digelar mengadakan diadakan'.split(
    ' ',
  ),
);
const NOUN = /^pe[a-z]{4,}an(?:nya)?$/;

/** The sort of deed of a clause; that of the noun where its verb only lends its form. */
export function deedIn({ view: { tokens }, act, subject }: Candidate): string {
  if (act === null) return 'none';
  const verb = tokens[act.verb]!.lower;
  if (LENDING.has(verb)) {
    const noun = verb.startsWith('me') ? tokens[act.verb + 1]?.lower : subject?.head;
    const lent = noun !== undefined && NOUN.test(noun) ? deedOf(noun) : undefined;
    if (lent !== undefined) return lent;
  }
  return deedOf(verb) ?? 'other';
}

/** The sort of thing that the deed is done to: the first known one behind the verb. */
export function thingBehind({ view: { tokens, mentionAt }, act, action, at }: Candidate): string {
  const start = act ? act.verb + 1 : at + 1;
  for (let i = start; i < Math.min(start + OBJECT, action.to); i++) {
    const thing = mentionAt[i] === undefined ? thingOfWord(tokens[i]!) : 'named';
    if (thing !== undefined) return thing;
  }
  return 'none';
}

/** The sort of thing that each token of a sentence names; several clauses of it ask. */
export function sortsIn(view: View): readonly (string | undefined)[] {
  if (view.sorts !== undefined) return view.sorts;
  const sorts: (string | undefined)[] = [];
  for (const token of view.tokens) sorts.push(token.kind === 'word' ? thingOfWord(token) : undefined);
  view.sorts = sorts;
  return sorts;
}
