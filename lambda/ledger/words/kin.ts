import { ACTS } from './act-rows.ts';
import kin from './kin.data.json' with { type: 'json' };
import { stem } from './stem.ts';
import { CONCEPTS } from './synonyms.ts';

/** The rows of `kin.data.json` in which a stem stands. */
const rowsOf = new Map<string, number[]>();
for (const [row, words] of kin.rows.entries()) {
  for (const word of words.split(' ')) {
    const key = stem(word);
    const known = rowsOf.get(key);
    if (known === undefined) rowsOf.set(key, [row]);
    else if (known.at(-1) !== row) known.push(row);
  }
}

/** The deeds that words may tell of, as rows of `kin.data.json`, by their stems ({@link stem}). */
export function deedsOf(stems: Iterable<string>): Set<number> {
  const deeds = new Set<number>();
  for (const one of stems) for (const row of rowsOf.get(one) ?? []) deeds.add(row);
  return deeds;
}

const ofClass = new Map<string, Set<number>>();
for (const { act, verbs } of ACTS) {
  const words = verbs.split(' ').flatMap((verb) => (CONCEPTS[verb] ?? verb).split(' '));
  const own = ofClass.get(act) ?? new Set<number>();
  for (const deed of deedsOf(words.map(stem))) own.add(deed);
  ofClass.set(act, own);
}
const NONE: ReadonlySet<number> = new Set();

/** The deeds that an act may be, a class of them or the stem of a verb that no class knows (`~cair`). */
export const deedsOfAct = (act: string): ReadonlySet<number> =>
  act.startsWith('~') ? deedsOf([act.slice(1)]) : (ofClass.get(act) ?? NONE);
