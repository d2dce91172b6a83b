import { names } from '../../extract/actors/aliases.ts';
import { endAbroad } from '../../extract/actors/foreign.ts';
import { actorById, idOfName, publicId } from '../../extract/actors/gazetteer.ts';
import { COMMON, classOf, ORG, PLACE, ROLE, STOP } from '../../extract/actors/lexicon.ts';
import { longestMatch } from '../../extract/actors/trie.ts';
import type { Token } from '../../extract/text/tokens.ts';
import type { Party } from '../types.ts';

/** The words of an office that some of its tokens are. */
export const textOf = (text: string, tokens: readonly Token[]): string =>
  text.slice(tokens[0]!.start, tokens.at(-1)!.end);

/**
 * The last regulator, platform or company of a list that the office names as names are written; none of another country's
 * authority, which is called as ours is (`Kementerian Luar Negeri China`).
 */
export function lastListed(office: string, tokens: readonly Token[]): Party | null {
  let found: Party | null = null;
  for (let at = 1; at < tokens.length; at++) {
    if (!tokens[at]!.capital) continue;
    const match = longestMatch(
      names,
      tokens,
      at,
      ({ actor, text, exact, weak }, _, end) =>
        actor.kind !== 'official' &&
        (!weak || tokens.slice(end).every(({ lower }) => classOf(lower) & PLACE)) &&
        (!exact || office.slice(tokens[at]!.start, tokens[end - 1]!.end) === text),
      null,
    );
    if (match === null) continue;
    const { actor } = match.value;
    const abroad = endAbroad(tokens, match.end, actor);
    if (abroad < 0) found = { text: actor.name, actor: publicId(actor) };
    at = Math.max(match.end, abroad) - 1;
  }
  return found;
}

/** A name that ends the office: from the head of a body on (`Ketua Asosiasi …`), or what is no ordinary word (`Direktur Trans7`). */
export function properIn(office: string, tokens: readonly Token[]): Party | null {
  const printed = tokens.map(({ start, end }) => office.slice(start, end));
  // Of an English name its end tells nothing (`Center of Economic and Law Studies`), and what was done is no name.
  if (tokens.some(({ lower }) => NO_OFFICE.has(lower))) return null;
  const flags = tokens.map(({ lower }, i) => (isBody(printed[i]!, lower) ? ORG : classOf(lower)));
  const isName = (i: number): boolean => tokens[i]!.capital && (flags[i]! & (ROLE | COMMON | STOP)) === 0;
  let from = flags.findIndex((flag, i) => i > 0 && tokens[i]!.capital && (flag & ORG) !== 0);
  if (from < 0) from = tokens.findLastIndex((_, i) => !isName(i)) + 1;
  // `Direktur Utama First Travel`: an ordinary word ends the name.
  if (from === tokens.length) from = tokens.findIndex((_, i) => i > 0 && isName(i));
  // `Deputi … Otorita IKN`: what is no ordinary word before initials belongs to them.
  while (from > 1 && isName(from - 1)) from--;
  const own = tokens.slice(from);
  if (from < 1 || !own.every(({ capital, lower }) => capital || lower === 'dan')) return null;
  if (own.every(({ lower }, i) => PROVINCES.has(lower) || (flags[from + i]! & PLACE) !== 0)) return null;
  // A part of a body is no body (`Kepala Biro Humas`), and `Kepala Dinas` alone is of any.
  if (UNITS.has(own[0]!.lower)) return null;
  if (own.length === 1 && (flags[from]! & ORG) !== 0 && !INITIALS.test(printed[from]!)) return null;
  const name = textOf(office, own);
  return { text: name, actor: INITIALS.test(name) ? regulatorOf(name) : null };
}

/** Regulators by all their names, and by their ids: `Ketua KPI`, where initials alone are no name elsewhere. */
function regulatorOf(initials: string): string | null {
  const actor = actorById(idOfName(initials) ?? initials.toLowerCase());
  return actor?.kind === 'regulator' ? publicId(actor) : null;
}

const UNITS = new Set('biro bagian bidang divisi unit seksi pusat subdit subdirektorat subbagian'.split(' '));
const NO_OFFICE = new Set('of and for dalam menggantikan sebagai saat usai yang kawasan'.split(' '));
const isBody = (printed: string, lower: string): boolean =>
  INITIALS.test(printed) && !PROVINCES.has(lower) && (classOf(lower) & ROLE) === 0;
const INITIALS = /^\p{Lu}{3,}$/u;
const PROVINCES = new Set(['dki', 'diy', 'ntb', 'ntt', 'ri']);
