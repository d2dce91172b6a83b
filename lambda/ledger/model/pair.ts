import { byAge, type Features, spellsOut } from './features.ts';
import { overlap, shared } from './overlap.ts';
import weights from './pair-weights.data.json' with { type: 'json' };
import { areKindred, isUnlistedKey } from './parties.ts';
import { heldBefore, tellsDay } from './printed.ts';

/**
 * How likely two mentions are to word one promise: a logistic model over features that each say one thing of the two
 * (`bench/train-joins.ts` learns the weights from the stories of `test/stories`). It decides where mentions are compared
 * whatever their class of act: reporters word one promise by other verbs, and name other parties for who must act.
 */
const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(weights));

/**
 * What speaks for two mentions being one promise and what against it, in log-odds by kind of feature: their sum above 0
 * says that they rather are. Symmetric and pure.
 */
export const evidenceOf = (a: Features, b: Features): Record<string, number> => oddsByKind(pairFeatures(a, b), WEIGHTS);

/** The log-odds of what holds, summed by kind of feature. */
export function oddsByKind(names: readonly string[], weights: ReadonlyMap<string, number>): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const name of names) {
    const weight = weights.get(name);
    if (weight === undefined) continue;
    const kind = KIND.exec(name)![0];
    kinds[kind] = (kinds[kind] ?? 0) + weight;
  }
  return kinds;
}

/** The part of a feature's name that says what it looks at. */
const KIND = /^[a-z-]+/;

/** Names of what holds of two mentions. A count is told by every step that it reaches. */
export function pairFeatures(a: Features, b: Features): string[] {
  const found: string[] = ['bias'];
  const reaching = (name: string, value: number, steps: readonly number[]): void => {
    for (const step of steps) if (value >= step) found.push(`${name}>=${step}`);
  };
  const [A, B] = [a.mention.mention, b.mention.mention];
  const inArticle = a.mention.article.key === b.mention.article.key;
  const [early, late] = byAge(a, b) <= 0 ? [a, b] : [b, a];
  const isKnown = !a.act.startsWith('~') && !b.act.startsWith('~');
  found.push(a.act === b.act ? (isKnown ? 'act:same' : 'act:same-own') : isKnown ? 'act:other' : 'act:own-other');
  const words = shared(a.words, b.words);
  reaching('words', words, [1, 2, 3]);
  reaching('ratio', overlap(a.words, b.words), [0.34, 0.5, 0.67, 1]);
  if (a.words.size === 0 || b.words.size === 0) found.push('bare');
  const near = Math.max(overlap(a.words, b.context), overlap(b.words, a.context));
  reaching('near', near, [0.34, 0.67]);
  reaching('context', shared(a.context, b.context), [1, 2, 4]);
  reaching('title', overlap(a.title, b.title), [0.2, 0.4, 0.6]);
  if (a.pointsBack || b.pointsBack) found.push('points-back');
  dueFeatures(a, b, early, late, inArticle, found);
  const parties = a.parties.filter((party) => b.parties.includes(party));
  partyFeatures(a, b, parties, found);
  found.push(A.type === B.type ? 'type:same' : `type:${[A.type, B.type].sort().join('+')}`);
  if (a.numbers.size > 0 && b.numbers.size > 0)
    found.push(shared(a.numbers, b.numbers) > 0 ? 'numbers:same' : 'numbers:other');
  found.push(inArticle ? 'at:article' : apart(late.day - early.day));
  if (inArticle) found.push(words > 0 ? 'article+words' : 'article-words');
  if (spellsOut(a, b)) found.push('initials');
  if (a.sentence === b.sentence) found.push('copy');
  const quoted = shared(a.quoted, b.quoted);
  reaching('quoted', quoted, [2, 3, 5]);
  const names = new Set([...a.parties, ...b.parties]);
  let rare = 0;
  let common = 0;
  for (const word of a.quoted) {
    if (!b.quoted.has(word)) continue;
    if (a.concepts.has(word)) common++;
    else if (word.length > 3 && ![...names].some((name) => name.includes(word))) rare++;
  }
  reaching('rare', rare, [1, 2, 3]);
  reaching('concept', common, [1, 2, 3]);
  if (!inArticle && parties.length > 0) {
    if (rare > 0) found.push('across:party+rare');
    if (a.act !== b.act) found.push('across:party+act-other');
  }
  if (!inArticle && late.moved && late.day > early.day && words > 0) found.push('across:moved+words');
  if ((a.act === 'sanction') !== (b.act === 'sanction')) found.push('sanction:one');
  if (ABOUT_ANOTHER.has(a.act) !== ABOUT_ANOTHER.has(b.act)) found.push('about:one');
  if ((a.act === 'submit') !== (b.act === 'submit')) found.push('paper:one');
  deedFeatures(a, b, found);
  found.push(`speaker:${a.speaker && b.speaker ? (a.speaker === b.speaker ? 'same' : 'other') : 'none'}`);
  found.push(`moved:${late.moved ? 'late' : early.moved ? 'early' : 'no'}`);
  return found;
}

function dueFeatures(
  a: Features,
  b: Features,
  early: Features,
  late: Features,
  inArticle: boolean,
  found: string[],
): void {
  // `dari 31 Maret menjadi 16 Maret`: which promise is moved.
  const held = late.moved && early.due && !inArticle ? heldBefore(late.formerly, early.due.day) : null;
  if (held !== null) found.push(`held-before:${held}`);
  if (!a.due || !b.due) {
    found.push(a.due || b.due ? 'due:one' : 'due:none');
    if (early.due) found.push(`tells-one:${tellsDay(late.printed, early.due.day)}`);
    return;
  }
  if (a.due.day === b.due.day) {
    found.push('due:same', `due:same:${a.due.precision}`);
    if (!inArticle) found.push(NARROW.has(a.due.precision) ? 'across:due-day' : 'across:due-wide');
    return;
  }
  const gap = Math.abs(a.due.to - b.due.to);
  found.push(a.moved || b.moved ? 'due:moved' : gap <= 45 ? 'due:near' : 'due:far');
  found.push(`due-then:${early.due!.to < late.day ? 'past' : 'ahead'}`);
  found.push(`tells:${tellsDay(late.printed, early.due!.day)}`);
  if (!inArticle && late.moved && late.day > early.day && early.due!.to < late.due!.to)
    found.push('across:moved-later');
}

/** Whether the two may tell of one deed in other words. */
function deedFeatures(a: Features, b: Features, found: string[]): void {
  const both = shared(a.deeds, b.deeds);
  for (const step of [1, 2, 3]) if (both >= step) found.push(`kin>=${step}`);
  const known = a.actDeeds.size > 0 && b.actDeeds.size > 0;
  found.push(`kin-act:${known ? (shared(a.actDeeds, b.actDeeds) > 0 ? 'same' : 'other') : 'none'}`);
  if (shared(a.actDeeds, b.deeds) > 0 || shared(b.actDeeds, a.deeds) > 0) found.push('kin-act:there');
}

/** Acts that are about another: to look into a thing, or to tell of it, is not to do it. */
export const ABOUT_ANOTHER = new Set('examine supervise announce educate consult hearing'.split(' '));

const NARROW = new Set(['instant', 'day', 'week']);

function partyFeatures(a: Features, b: Features, parties: readonly string[], found: string[]): void {
  if (parties.length > 0) {
    found.push(parties.length === a.parties.length && parties.length === b.parties.length ? 'party:all' : 'party:some');
  } else {
    const isOpen = ({ parties: own }: Features): boolean => own.some((p) => p === 'class' || isUnlistedKey(p));
    found.push('party:none', isOpen(a) || isOpen(b) ? 'party:none-unlisted' : 'party:none-listed');
    const others = new Set([...b.parties, ...b.targets]);
    if ([...a.parties, ...a.targets].some((party) => others.has(party))) found.push('party:near');
    if (a.parties.some((one) => b.parties.some((other) => areAlike(one, other)))) found.push('party:alike');
    if (a.parties.some((one) => b.parties.some((other) => areKindred(one, other)))) found.push('party:kindred');
  }
  // Who is told to do a thing by one does the other to whoever told him: two deeds.
  if (
    parties.length === 0 &&
    (b.targets.some((target) => a.parties.includes(target)) || a.targets.some((target) => b.parties.includes(target)))
  )
    found.push('target:acts');
  if (a.targets.some((target) => b.targets.includes(target))) found.push('target:same');
  else if (a.targets.length > 0 && b.targets.length > 0) found.push('target:other');
}

/** Two names that no list knows and that share a word of their own: `Mecimapro`, and its director with its name before his. */
function areAlike(a: string, b: string): boolean {
  if (!isUnlistedKey(a) || !isUnlistedKey(b)) return false;
  const words = new Set(a.slice(2).split('-'));
  return b
    .slice(2)
    .split('-')
    .some((word) => word.length > 3 && words.has(word) && !OF_MANY.has(word));
}
/** Words that many names have. */
const OF_MANY = new Set('kementerian pemerintah bank komisi badan dinas asosiasi kota kabupaten provinsi'.split(' '));

const apart = (days: number): string =>
  days <= 3 ? 'at:days' : days <= 45 ? 'at:month' : days <= 200 ? 'at:half' : 'at:long';
