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

/** Occurrences of one class in a text that are told apart, at most. */
const MOST = 4;

/** Which classes a word may be the verb of. */
const rowsOfVerb = new Map<string, Row[]>();
for (const row of ROWS) for (const verb of row.verbs) rowsOfVerb.set(verb, [...(rowsOfVerb.get(verb) ?? []), row]);

/** All classes of act that a text may speak of, in order of their verbs; a class once for each of its verbs. */
export function findActs(text: string | Term[]): FoundAct[] {
  const all = (typeof text === 'string' ? terms(text) : text).filter((t) => !isFunctionWord(t.word));
  const found: (FoundAct & { rank: number })[] = [];
  const counts = new Map<string, number>();
  for (const [i, term] of all.entries()) {
    const rows = rowsOfVerb.get(term.concept) ?? [];
    const byStem = term.stem === term.concept ? [] : (rowsOfVerb.get(term.stem) ?? []);
    for (const row of byStem.length > 0 ? [...rows, ...byStem] : rows) {
      const object = row.objects ? nearest(row.objects, all, i) : term.at;
      const seen = counts.get(row.act) ?? 0;
      if (object === null || seen >= MOST) continue;
      counts.set(row.act, seen + 1);
      found.push({ act: row.act, verb: term.at, object, rank: row.rank });
    }
  }
  // A verb that a narrower class has taken does not count again for a wider one.
  const kept = found.filter(
    (f) => !found.some((g) => g.verb === f.verb && g.rank < f.rank && (g.act === f.act || f.verb === f.object)),
  );
  return kept
    .sort((a, b) => a.verb - b.verb || a.rank - b.rank)
    .map(({ act, verb, object }) => ({ act, verb, object }));
}

/** The object closest to the verb at an index of the content words; null where none is within reach. */
function nearest(objects: Set<string>, all: readonly Term[], index: number): number | null {
  const verb = all[index]!.at;
  let best: number | null = null;
  const look = (i: number, step: number, reach: number): void => {
    for (let j = i; all[j] && Math.abs(all[j]!.at - verb) <= reach; j += step) {
      const { concept, stem: own, at } = all[j]!;
      if (!objects.has(concept) && !objects.has(own)) continue;
      if (best === null || Math.abs(at - verb) < Math.abs(best - verb)) best = at;
      return;
    }
  };
  look(index + 1, 1, REACH);
  look(index - 1, -1, REACH_BACK);
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
