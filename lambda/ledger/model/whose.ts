import { actorById } from '../../extract/actors/gazetteer.ts';
import { contentOf } from '../words/words.ts';
import { type Features, wordsAround } from './features.ts';
import { once } from './once.ts';
import { areKindred, isAuthorityKey, isListedKey } from './parties.ts';

/**
 * Names what it tells that two wordings have nobody in common who must act: whether both name somebody, and how many of the two
 * are named round the other. Reporters name the one who was told or the one who told him, and a name may be misread; of two
 * that are each named nowhere near the other, each promised for itself. Nothing where they have somebody in common, or are of
 * one company or government.
 */
export function apartFeatures(a: Features, b: Features): string[] {
  if (a.parties.some((one) => b.parties.some((other) => one === other || areKindred(one, other)))) return [];
  const named = [a, b].filter(isNamed).length;
  const told = Number(isToldBy(a, b)) + Number(isToldBy(b, a));
  return [`apart:${named}:${told}`, ...(areApart(a, b) ? ['apart:companies'] : [])];
}

/** Each was promised by a listed company that the other sentence does not name: of the stories of `test/stories` 3 in 120 are one. */
const areApart = (a: Features, b: Features): boolean =>
  [a, b].every(({ parties }) => parties.every((party) => isListedKey(party) && !isAuthorityKey(party))) &&
  !isNamedIn(a, b.quoted) &&
  !isNamedIn(b, a.quoted);

/** Everybody who must act has a name: in a list, or printed as names are. */
const isNamed = ({ parties, mention }: Features): boolean =>
  parties.every((party) => isListedKey(party) || (party !== 'class' && CAPITAL.test(mention.mention.obligor.text)));
const CAPITAL = /^\p{Lu}/u;

/** Somebody who must act by one stands in the other's evidence, headline or the sentence before it. */
const isToldBy = (one: Features, other: Features): boolean => isNamedIn(one, new Set(wordsAround(other)));

function isNamedIn({ parties, mention }: Features, around: ReadonlySet<string>): boolean {
  return parties
    .flatMap((party) => namesOf(party, mention.mention.obligor.text))
    .some((name) => name.length > 0 && name.every((word) => around.has(word)));
}

/** The content words of each name of a party, and of the name that is printed: a person's, where the party is his body. */
function namesOf(party: string, printed: string): readonly (readonly string[])[] {
  if (party === 'class') return [];
  const known = isListedKey(party) ? listedNames(party.slice(2)) : [contentOf(party.slice(2).replaceAll('-', ' '))];
  return [...known, contentOf(printed)];
}

/** The same of a row of the gazetteer; asked of every pair, so kept. */
const listedNames = once((id: string): string[][] => {
  const actor = actorById(id);
  return actor === undefined ? [] : [actor.name, ...actor.aliases].map(contentOf);
});
