import { remembered } from '../../text/remembered.ts';
import { stemKey } from '../../text/stem.ts';
import { byWord, type Word } from '../../text/words.ts';
import senses from './senses.data.json' with { type: 'json' };

/** A verb's key: its stem, and whether its form takes an object (`memulai`, `mulai`). */
const verbKey = (word: string): string => `${stemKey(word)}:${/^(?:me|di|pe)/.test(word) ? 't' : 'i'}`;

/** What a passive may look like: meN- has swallowed the first t, p, k or s of its stem. */
const PASSIVES: readonly (readonly [active: string, passives: readonly string[]])[] = [
  ['meny', ['dis', 'dic']],
  ['meng', ['di', 'dik']],
  ['mem', ['di', 'dip']],
  ['men', ['di', 'dit']],
  ['me', ['di']],
];

function passivesOf(word: string): string[] {
  const found = PASSIVES.find(([active]) => word.startsWith(active));
  return found === undefined ? [] : found[1].map((prefix) => prefix + word.slice(found[0].length));
}

/** By the word as it is printed, and its passive: stems of different verbs look alike (`menata`, `mengatakan`). */
const printed = new Map<string, string>();
const byStem = new Map<string, string>();
const enter = (map: Map<string, string>, key: string, name: string): void => {
  if (!map.has(key)) map.set(key, name);
};
/** The words of a table, each with the name of its row. */
const wordsOf = (table: Record<string, string>): (readonly [word: string, row: string])[] =>
  Object.entries(table).flatMap(([row, words]) => words.split(' ').map((word) => [word, row] as const));

const verbs = wordsOf(senses.deeds);
for (const [word, name] of verbs) enter(printed, word, name);
for (const [word, name] of verbs) {
  for (const passive of passivesOf(word)) enter(printed, passive, name);
  enter(byStem, verbKey(word), name);
}
// A form that no row has is taken for the other of its stem.
for (const [key, name] of [...byStem]) enter(byStem, `${key.slice(0, -1)}${key.endsWith('t') ? 'i' : 't'}`, name);

const things: ReadonlyMap<string, string> = new Map(wordsOf(senses.things));

/** The sort of deed a verb or its noun names, in lower case; undefined where no row has it. */
export const deedOf = (word: string): string | undefined => deed(word) ?? undefined;
const deed = remembered((word) => printed.get(word) ?? byStem.get(verbKey(word)) ?? null);

/** The sort of thing a noun names, in lower case, whatever hangs on it (`-nya`, a doubled word); undefined where no row has it. */
export const thingOf = (word: string): string | undefined => thing(word) ?? undefined;
const thing = remembered((word) => {
  const known = things.get(word);
  if (known !== undefined || word.length < 4) return known ?? null;
  const bare = ENDING.exec(word)?.[1] ?? word;
  return things.get(bare) ?? things.get(/^(\w+)-\1$/.exec(bare)?.[1] ?? '') ?? byForm(bare) ?? null;
});

/** The same of a word of a text. */
export const thingOfWord = (word: Word): string | undefined => known(word) ?? undefined;
const known = byWord(thing);

/** Nouns made of verbs and of qualities that no row has (`pembenahan`, `keindahan`). */
const byForm = (word: string): string | undefined =>
  /^pe[a-z]{4,}an$/.test(word) ? 'doing' : /^ke[a-z]{4,}an$/.test(word) ? 'quality' : undefined;

const ENDING = /^(.{3,})(?:nya|lah|pun|ku)$/;
