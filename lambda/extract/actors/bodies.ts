/** The organisations that a run of capitalised words names. */
import { AUTHORITY, HONORIFIC, NAMED_ORG, ORG, ROLE, STOP } from './lexicon.ts';
import { type RawName, rawName, type TokenView } from './raw.ts';
import { type Item, textOfItem, upper } from './runs.ts';

const organisational = (item: Item): boolean =>
  item.alias !== null ? item.alias.actor.kind !== 'official' : (item.flags & ORG) !== 0;

/** Heads of organisations that stand behind the name. */
const TRAILING = new Set(
  'group grup holdings holding corp corporation inc ltd llc company foundation institute agency association'.split(' '),
);
const isNameWord = (item: Item): boolean =>
  item.alias === null && !item.bracket && (item.flags & (ROLE | ORG | STOP | HONORIFIC)) === 0;

/** `PT Pertamina Training & Consulting (PTC)`: a company whose name only begins as a listed one's. */
const goesOn = ({ tokens }: TokenView, next: Item | undefined): boolean =>
  next !== undefined && next.alias === null && isNameWord(next) && !OF_ANY.has(tokens[next.first]!.lower);
/** Words that a company's name may have or leave out. */
const OF_ANY = new Set('indonesia tbk persero nusantara asia global international internasional'.split(' '));

/** Pushes the organisations that a run of office and body names, listed or by their heads; the last of them. */
export function organisation(view: TokenView, rest: Item[], doubtful: boolean, out: RawName[]): RawName | null {
  let found: RawName | null = null;
  // Where a `PT` stands that opens the listed name right behind it; -1 where none does.
  let company = -1;
  for (let i = 0; i < rest.length; i++) {
    const item = rest[i]!;
    if (!organisational(item)) continue;
    // `Menteri Koperasi dan UKM`: the rest is the ministry's field, no cooperative.
    if (item.alias === null && i > 0 && view.tokens[rest[i - 1]!.first]!.lower === 'menteri') break;
    const alias = item.alias;
    const bracket = rest[i + 1]?.bracket ? rest[i + 1]! : null;
    const isLonger = company >= 0 && goesOn(view, rest[i + 1]);
    if (alias !== null && !isLonger) {
      found = rawName(view, company < 0 ? item.first : company, bracket ? bracket.last + 1 : item.last, {
        shape: 'organisation',
        actor: alias.actor,
        abbreviation: bracket ? textOfItem(view, bracket) : null,
        head: AUTHORITY,
        weak: alias.weak,
      });
      company = -1;
      out.push(found);
      continue;
    }
    // A head without a listed name behind it takes the rest of the run.
    let last = i;
    while (last + 1 < rest.length && rest[last + 1]!.alias === null && !(rest[last + 1]!.flags & ROLE)) last++;
    const listedNext = rest[last + 1]?.alias && rest[last + 1]!.alias!.actor.kind !== 'official';
    if (listedNext && last - i < 3 && !isLonger) {
      company = last === i && view.tokens[item.first]!.lower === 'pt' ? item.first : -1;
      i = last;
      continue;
    }
    // `MNC Group`, `Lippo Holdings`: the name stands before the word that says what it is.
    const lone = view.tokens[item.first]!;
    let first = i;
    if (TRAILING.has(lone.lower)) while (first > 0 && isNameWord(rest[first - 1]!)) first--;
    // A lone `Kementerian`, `Bank` or `PT` names nobody; `KPK` does.
    if (first === i && last === i && (!upper(view.text, lone) || lone.end - lone.start < 3)) continue;
    const end = rest[last]!.bracket ? rest[last]!.last + 1 : rest[last]!.last;
    const close = rest.slice(i, last + 1).find((one) => one.bracket) ?? null;
    found = rawName(view, isLonger ? company : rest[first]!.first, end, {
      shape: 'organisation',
      abbreviation: close ? textOfItem(view, close) : null,
      head: isLonger ? NAMED_ORG : item.flags,
      doubtful: doubtful && i === 0 && last === 0,
    });
    company = -1;
    out.push(found);
    i = last;
  }
  return found;
}
