import type { Token } from '../text/tokens.ts';
import type { GazetteerActor } from './gazetteer.ts';
import { COMMON, classOf, FOREIGN, ORG } from './lexicon.ts';

/** Before the name of a country: `Republik Korea`, `Uni Eropa`, `Republik Rakyat Tiongkok`. */
const STATES = new Set(['republik', 'rakyat', 'uni', 'negara', 'kerajaan', 'demokratik', 'federasi']);
/** Second words of countries: `Amerika Serikat`, `Arab Saudi`, `Korea Selatan`. */
const SECOND_WORDS = new Set('serikat saudi selatan utara raya baru arab kong eropa'.split(' '));
/** Has offices abroad, which are its own (`Kepala Perwakilan BI Singapura`). */
const ABROAD = new Set(['bi']);
/** Tokens of a bracket with initials. */
const BRACKET = 3;

/**
 * Another country's authority is called as ours is, with the country behind it (`Kementerian Perdagangan China`,
 * `Kementerian Kesehatan (Kemenkes) Singapura`).
 * @param end the token behind the name of a listed actor.
 * @returns the token behind the country, or -1 where no other country follows.
 */
export function endAbroad(tokens: readonly Token[], end: number, { kind, id }: GazetteerActor): number {
  if (kind !== 'regulator' || ABROAD.has(id)) return -1;
  let at = end;
  if (tokens[at]?.lower === '(' && tokens[at + 2]?.lower === ')') at += BRACKET;
  // `Kementerian Perdagangan dan Industri Singapura`
  if (tokens[at]?.lower === 'dan' && isField(tokens[at + 1])) at += 2;
  while (tokens[at]?.capital && STATES.has(tokens[at]!.lower)) at++;
  // `Papua Nugini`, `Timor Leste`, `Sri Lanka`: their first words are ours, or nobody's.
  if (tokens[at]?.capital && FIRST_WORDS.has(tokens[at]!.lower) && isCountry(tokens[at + 1])) return at + 2;
  if (!isCountry(tokens[at])) return -1;
  // `Polri AS (35)`: initials of somebody, and his age.
  if (tokens[at]!.lower === 'as' && tokens[at + 1]?.lower === '(' && tokens[at + 2]?.kind === 'number') return -1;
  at++;
  if (tokens[at]?.capital && SECOND_WORDS.has(tokens[at]!.lower)) at++;
  return at;
}

const FIRST_WORDS = new Set(['papua', 'timor', 'sri', 'abu']);
/** True of a token that names another country, or a town there. */
export const isCountry = (token: Token | undefined): boolean =>
  token?.capital === true && (classOf(token.lower) & FOREIGN) !== 0;
const isField = (token: Token | undefined): boolean =>
  token?.capital === true && (classOf(token.lower) & (COMMON | ORG)) === COMMON;
