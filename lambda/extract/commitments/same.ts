import { POINTERS } from '../text/demonstratives.ts';
import type { ActorRef } from '../types.ts';
import type { Candidate } from './candidates.ts';
import type { Roles } from './resolve.ts';
import { turns } from './turns.ts';
import { count, type Wording } from './wording.ts';

/** In how many of an article's sentences with candidates each word stands: a word of all of them tells nothing. */
export function sentencesWith(wordings: readonly Wording[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  let last = -1;
  for (const { candidate, sentence } of wordings) {
    if (candidate.view.index === last) continue;
    last = candidate.view.index;
    for (const key of sentence) count.set(key, (count.get(key) ?? 0) + 1);
  }
  return count;
}

/**
 * What speaks for and against two clauses of one article (`a` before `b`) wording one commitment. `common` is
 * `sentencesWith` of the article, `title` the keys of its title's words.
 */
export function pairFeatures(
  a: Wording,
  b: Wording,
  common: ReadonlyMap<string, number>,
  title: ReadonlySet<string>,
): string[] {
  const features = ['bias'];
  const obligor = sameObligor(a.roles, b.roles);
  sharedWords(a, b, common, obligor, features);
  acts(a, b, features);
  parties(a, b, obligor, features);
  features.push(`due:${dueOf(a.candidate, b.candidate)}`);
  places(a, b, title, features);
  turns(a, b, features);
  return features;
}

/** How rare the keys of one set are in the article that another has too: the sum over them. */
function rarity(keys: ReadonlySet<string>, others: ReadonlySet<string>, common: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const key of keys) if (keys === others || others.has(key)) sum += 1 / Math.sqrt(common.get(key) ?? 1);
  return sum;
}

/** A share in fifths; whole is a kind of its own. */
const fifth = (share: number): number => (share >= 0.99 ? 9 : Math.floor(share * 5));

function sharedWords(
  a: Wording,
  b: Wording,
  common: ReadonlyMap<string, number>,
  obligor: boolean,
  found: string[],
): void {
  const both = count(a.words, b.words);
  const smaller = Math.min(a.words.size, b.words.size) || 1;
  const smallest = Math.min(rarity(a.words, a.words, common), rarity(b.words, b.words, common)) || 1;
  const weighed = rarity(a.words, b.words, common) / smallest;
  const aInB = count(a.words, b.sentence) / (a.words.size || 1);
  const bInA = count(b.words, a.sentence) / (b.words.size || 1);
  const distance = b.candidate.view.index - a.candidate.view.index;
  found.push(`share:${fifth(both / smaller)}`, `both:${Math.min(4, both)}`, `weighed:${fifth(weighed)}`);
  found.push(`union:${fifth(both / (a.words.size + b.words.size - both || 1))}`);
  found.push(`a-there:${fifth(aInB)}`, `b-there:${fifth(bInA)}`, `there:${fifth(Math.max(aInB, bInA))}`);
  found.push(`sentence:${fifth(count(a.sentence, b.sentence) / (Math.min(a.sentence.size, b.sentence.size) || 1))}`);
  found.push(
    `weighed:${fifth(weighed)}|${obligor}`,
    `share:${fifth(both / smaller)}|${distance <= 1 ? 1 : distance <= 3 ? 3 : 9}`,
  );
  if (b.words.size <= 2) found.push('b-bare');
  if (a.words.size <= 2) found.push('a-bare');
  if (b.subject.size > 0) {
    found.push(`thing-done:${fifth(count(b.subject, a.words) / b.subject.size)}`);
    found.push(`thing-there:${fifth(count(b.subject, a.sentence) / b.subject.size)}`);
  }
}

function acts(a: Wording, b: Wording, found: string[]): void {
  const x = a.candidate;
  const y = b.candidate;
  found.push(a.verb !== '' && a.verb === b.verb ? 'verb:same' : 'verb:other', `verb-kind:${a.verbKind === b.verbKind}`);
  if (a.verb !== '' && b.sentence.has(a.verb)) found.push('verb-a-there');
  if (b.verb !== '' && a.sentence.has(b.verb)) found.push('verb-b-there');
  found.push(
    `type:${x.type === y.type}`,
    x.type === y.type ? `type:${x.type}` : `types:${[x.type, y.type].sort().join('+')}`,
  );
  found.push(`deed:${a.deed === b.deed ? 'same' : 'other'}`, `a-deed:${a.deed}`, `b-deed:${b.deed}`);
  if (a.deed === b.deed) found.push(`deeds:${a.deed}`);
  else found.push(`deeds:${a.deed}+${b.deed}`);
  const sorts = count(a.things, b.things);
  found.push(
    `things:${Math.min(3, sorts)}`,
    `things-all:${fifth(sorts / (Math.min(a.things.size, b.things.size) || 1))}`,
  );
  found.push(`rule:${x.rule === y.rule}`, `negated:${x.negated === y.negated}`);
}

const sameObligor = (a: Roles, b: Roles): boolean =>
  a.obligors.some((one) => b.obligors.some((other) => sameRef(one, other)));
export const sameRef = (a: ActorRef, b: ActorRef): boolean =>
  a.text === b.text || (a.actor !== null && a.actor === b.actor);

function parties(a: Wording, b: Wording, obligor: boolean, found: string[]): void {
  const inferred = a.roles.by === 'inferred' || b.roles.by === 'inferred';
  found.push(`obligor:${obligor ? 'same' : 'other'}${inferred ? '-inferred' : ''}`);
  if (!obligor && a.roles.obligors.some((one) => b.roles.obligors.some((other) => shareWord(one.text, other.text))))
    found.push('obligor:word');
  const x = a.roles.speaker?.text;
  const y = b.roles.speaker?.text;
  found.push(`speaker:${x === y ? (x ? 'same' : 'none') : x && y ? 'other' : 'one'}`);
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(a.toLowerCase().split(/\W+/));
  return b
    .toLowerCase()
    .split(/\W+/)
    .some((word) => word.length > 3 && words.has(word));
}

const isDay = (due: string | undefined): boolean => due !== undefined && /^\d/.test(due);

function dueOf(a: Candidate, b: Candidate): string {
  const x = a.deadline?.due;
  const y = b.deadline?.due;
  if (isDay(x) && isDay(y)) return x === y ? 'same' : 'clash';
  if (isDay(x) || isDay(y)) return 'one';
  return x === 'vague' || y === 'vague' ? 'vague' : 'none';
}

function places(a: Wording, b: Wording, title: ReadonlySet<string>, found: string[]): void {
  const x = a.candidate.view;
  const y = b.candidate.view;
  const distance = y.index - x.index;
  found.push(`distance:${distance <= 3 ? distance : distance <= 6 ? 6 : distance <= 12 ? 12 : 99}`);
  found.push(`paragraph:${x.paragraph === y.paragraph}`);
  if (distance === 0) found.push(`one-sentence:${a.candidate.rule === b.candidate.rule}`);
  if (x.index <= 1) found.push('lead');
  if (x.index === 0) found.push('first');
  const until = Math.min(y.tokens.length, b.candidate.action.to);
  for (let i = 0; i < until; i++) {
    if (!POINTERS.has(y.tokens[i]!.lower)) continue;
    found.push('points-back');
    break;
  }
  const inTitle = count(a.words, title);
  const alsoInTitle = count(b.words, title);
  found.push(`title:${inTitle > 0}/${alsoInTitle > 0}`);
  if (inTitle > 1 && alsoInTitle > 1) found.push('title:both');
}
