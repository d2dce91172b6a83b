import { ACTS } from './acts.data.ts';
import { stem } from './stem.ts';
import { formOf } from './verbs.ts';
import { isFunctionWord, isStopWord, type Term, terms } from './words.ts';

/** Words apart that a verb and its object may stand: behind it, and before it (a long subject of a passive). */
const REACH = 7;
const REACH_BACK = 10;
/** Words that only say how far an act has come; they name it when nothing else does. */
const ASPECT = new Set(['selesai', 'rampung', 'tuntas', 'laku', 'gelar', 'ada', 'laksana', 'jalan', 'terus'].map(stem));

interface Row {
  act: string;
  verbs: Set<string>;
  objects: Set<string> | null;
  rank: number;
}

const both = (words: string): Set<string> => new Set(words.split(' ').flatMap((w) => [w, stem(w)]));
const ROWS: Row[] = ACTS.map(({ act, verbs, objects }, rank) => ({
  act,
  verbs: both(verbs),
  objects: objects === '*' ? null : both(objects),
  rank,
}));
const OPPOSITE = new Map<string, string>();
for (const { act, opposite } of ACTS) {
  if (!opposite) continue;
  OPPOSITE.set(act, opposite);
  OPPOSITE.set(opposite, act);
}

/** A class of act found in a text, and where. */
export interface FoundAct {
  act: string;
  /** Index of its verb and object among the text's words; equal where any object fits. */
  verb: number;
  object: number;
}

const WIDE = new Set(ACTS.filter((row) => row.wide).map((row) => row.act));
/** True of a class so wide that a plain verb of it tells nothing. */
export const isWide = (act: string): boolean => WIDE.has(act);

/** The class whose act undoes this one, or null. */
export const oppositeOf = (act: string): string | null => OPPOSITE.get(act) ?? null;

/** Occurrences of one class in a text that are told apart, at most. */
const MOST = 4;

/** All classes of act that a text may speak of, in order of their verbs; a class once for each of its verbs. */
export function findActs(text: string | Term[]): FoundAct[] {
  const all = typeof text === 'string' ? terms(text) : text;
  const index = new Map<string, number[]>();
  for (const term of all) {
    if (isFunctionWord(term.word)) continue;
    for (const key of term.concept === term.stem ? [term.stem] : [term.concept, term.stem]) {
      const at = index.get(key);
      if (at) at.push(term.at);
      else index.set(key, [term.at]);
    }
  }
  const found = ROWS.flatMap((row) => fits(row, index).map((hit) => ({ act: row.act, ...hit, rank: row.rank })));
  // A verb that a narrower class has taken does not count again for a wider one.
  const kept = found.filter(
    (f) =>
      !found.some(
        (g) => g.verb === f.verb && (g.act === f.act ? g.rank < f.rank : g.rank < f.rank && f.verb === f.object),
      ),
  );
  return kept
    .sort((a, b) => a.verb - b.verb || a.rank - b.rank)
    .map(({ act, verb, object }) => ({ act, verb, object }));
}

function fits(row: Row, index: Map<string, number[]>): { verb: number; object: number }[] {
  const hits = new Map<number, number>();
  for (const verbWord of row.verbs) {
    for (const verb of index.get(verbWord) ?? []) {
      const object = row.objects ? nearest(row.objects, index, verb) : verb;
      if (object !== null && hits.size < MOST) hits.set(verb, object);
    }
  }
  return [...hits].map(([verb, object]) => ({ verb, object }));
}

function nearest(objects: Set<string>, index: Map<string, number[]>, verb: number): number | null {
  let best: number | null = null;
  for (const word of objects) {
    for (const at of index.get(word) ?? []) {
      if (at === verb || at - verb > REACH || verb - at > REACH_BACK) continue;
      if (best === null || Math.abs(at - verb) < Math.abs(best - verb)) best = at;
    }
  }
  return best;
}

/**
 * The class of one action (`membuka kantor di Indonesia` → `open-office`). Narrow classes win over wide ones; an act no
 * class knows is called by its first content word (`~audit`).
 * @param context words that `ini` and `tersebut` may point to (the headline, the sentence before), used only where the
 *   action itself names no act.
 */
export function actOf(action: string, context = ''): string {
  const own = terms(action);
  const found = mainAct(own);
  if (found) return found;
  const content = own.filter((t) => !isStopWord(t.word) && !ASPECT.has(t.stem) && t.word.length > 2);
  const first = content.find((t) => formOf(t.word) !== 'bare') ?? content[0];
  if (context !== '' && (!first || pointsBack(action))) {
    const outside = mainAct(terms(context));
    if (outside) return outside;
  }
  return `~${first?.stem ?? own[0]?.stem ?? 'none'}`;
}

/** The first act said by a verb; failing that by a noun (`pembukaan`); failing that one of a wide class. */
function mainAct(all: Term[]): string | null {
  const found = findActs(all);
  const narrow = found.filter((f) => !isWide(f.act));
  const byVerb = narrow.find((f) => formOf(all[f.verb]!.word) !== 'noun');
  return (byVerb ?? narrow[0] ?? found[0])?.act ?? null;
}

/** True of an action whose object is named elsewhere: `menuntaskan hal tersebut`, `memenuhi itu`. */
export const pointsBack = (action: string): boolean =>
  /(?<!\b(?:tahun|bulan|pekan|minggu|hari|saat|pagi|siang|sore|malam|kuartal|semester|kali) )\b(?:ini|itu|tersebut|hal|demikian)\b/i.test(
    action,
  );
