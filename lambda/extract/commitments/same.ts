import type { ActorRef } from '../types.ts';
import type { Candidate } from './candidates.ts';
import type { Roles } from './resolve.ts';
import { turns } from './turns.ts';
import { type Add, count, POINTERS, type Wording } from './wording.ts';

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
  const add = (...names: string[]): void => void features.push(...names);
  const obligor = sameObligor(a.roles, b.roles);
  sharedWords(a, b, common, obligor, add);
  acts(a, b, add);
  parties(a, b, obligor, add);
  add(`due:${dueOf(a.candidate, b.candidate)}`);
  places(a, b, title, add);
  turns(a, b, add);
  return features;
}

/** A share in fifths; whole is a kind of its own. */
const fifth = (share: number): number => (share >= 0.99 ? 9 : Math.floor(share * 5));

function sharedWords(a: Wording, b: Wording, common: ReadonlyMap<string, number>, obligor: boolean, add: Add): void {
  const rare = (keys: Iterable<string>): number => {
    let sum = 0;
    for (const key of keys) sum += 1 / Math.sqrt(common.get(key) ?? 1);
    return sum;
  };
  const both = count(a.words, b.words);
  const smaller = Math.min(a.words.size, b.words.size) || 1;
  const weighed = rare([...a.words].filter((key) => b.words.has(key))) / (Math.min(rare(a.words), rare(b.words)) || 1);
  const aInB = count(a.words, b.sentence) / (a.words.size || 1);
  const bInA = count(b.words, a.sentence) / (b.words.size || 1);
  const distance = b.candidate.view.index - a.candidate.view.index;
  add(`share:${fifth(both / smaller)}`, `both:${Math.min(4, both)}`, `weighed:${fifth(weighed)}`);
  add(`union:${fifth(both / (a.words.size + b.words.size - both || 1))}`);
  add(`a-there:${fifth(aInB)}`, `b-there:${fifth(bInA)}`, `there:${fifth(Math.max(aInB, bInA))}`);
  add(`sentence:${fifth(count(a.sentence, b.sentence) / (Math.min(a.sentence.size, b.sentence.size) || 1))}`);
  add(
    `weighed:${fifth(weighed)}|${obligor}`,
    `share:${fifth(both / smaller)}|${distance <= 1 ? 1 : distance <= 3 ? 3 : 9}`,
  );
  if (b.words.size <= 2) add('b-bare');
  if (a.words.size <= 2) add('a-bare');
  if (b.subject.size > 0) {
    add(`thing-done:${fifth(count(b.subject, a.words) / b.subject.size)}`);
    add(`thing-there:${fifth(count(b.subject, a.sentence) / b.subject.size)}`);
  }
}

function acts(a: Wording, b: Wording, add: Add): void {
  const x = a.candidate;
  const y = b.candidate;
  add(a.verb !== '' && a.verb === b.verb ? 'verb:same' : 'verb:other', `verb-kind:${a.verbKind === b.verbKind}`);
  if (a.verb !== '' && b.sentence.has(a.verb)) add('verb-a-there');
  if (b.verb !== '' && a.sentence.has(b.verb)) add('verb-b-there');
  add(`type:${x.type === y.type}`, x.type === y.type ? `type:${x.type}` : `types:${[x.type, y.type].sort().join('+')}`);
  add(`deed:${a.deed === b.deed ? 'same' : 'other'}`, `a-deed:${a.deed}`, `b-deed:${b.deed}`);
  if (a.deed === b.deed) add(`deeds:${a.deed}`);
  else add(`deeds:${a.deed}+${b.deed}`);
  const sorts = count(a.things, b.things);
  add(`things:${Math.min(3, sorts)}`, `things-all:${fifth(sorts / (Math.min(a.things.size, b.things.size) || 1))}`);
  add(`rule:${x.rule === y.rule}`, `negated:${x.negated === y.negated}`);
}

const sameObligor = (a: Roles, b: Roles): boolean =>
  a.obligors.some((one) => b.obligors.some((other) => sameRef(one, other)));
const sameRef = (a: ActorRef, b: ActorRef): boolean => a.text === b.text || (a.actor !== null && a.actor === b.actor);

function parties(a: Wording, b: Wording, obligor: boolean, add: Add): void {
  const inferred = a.roles.by === 'inferred' || b.roles.by === 'inferred';
  add(`obligor:${obligor ? 'same' : 'other'}${inferred ? '-inferred' : ''}`);
  if (!obligor && a.roles.obligors.some((one) => b.roles.obligors.some((other) => shareWord(one.text, other.text))))
    add('obligor:word');
  const x = a.roles.speaker?.text;
  const y = b.roles.speaker?.text;
  add(`speaker:${x === y ? (x ? 'same' : 'none') : x && y ? 'other' : 'one'}`);
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

function places(a: Wording, b: Wording, title: ReadonlySet<string>, add: Add): void {
  const x = a.candidate.view;
  const y = b.candidate.view;
  const distance = y.index - x.index;
  add(`distance:${distance <= 3 ? distance : distance <= 6 ? 6 : distance <= 12 ? 12 : 99}`);
  add(`paragraph:${x.paragraph === y.paragraph}`);
  if (distance === 0) add(`one-sentence:${a.candidate.rule === b.candidate.rule}`);
  if (x.index <= 1) add('lead');
  if (x.index === 0) add('first');
  const until = Math.min(y.tokens.length, b.candidate.action.to);
  for (let i = 0; i < until; i++) {
    if (!POINTERS.has(y.tokens[i]!.lower)) continue;
    add('points-back');
    break;
  }
  const inTitle = count(a.words, title);
  const alsoInTitle = count(b.words, title);
  add(`title:${inTitle > 0}/${alsoInTitle > 0}`);
  if (inTitle > 1 && alsoInTitle > 1) add('title:both');
}
