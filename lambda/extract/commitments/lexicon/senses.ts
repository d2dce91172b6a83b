import { stemKey } from '../../text/stem.ts';
import senses from './senses.data.json' with { type: 'json' };

/** A verb's key: its stem, and whether its form takes an object (`memulai`, `mulai`). */
const verbKey = (word: string): string => `${stemKey(word)}:${/^(?:me|di|pe)/.test(word) ? 't' : 'i'}`;

const deeds = new Map<string, string>();
for (const [name, words] of Object.entries(senses.deeds)) {
  for (const word of words.split(' ')) if (!deeds.has(verbKey(word))) deeds.set(verbKey(word), name);
}
// A form that no row has is taken for the other of its stem.
for (const [key, name] of [...deeds]) {
  const other = key.endsWith(':t') ? `${key.slice(0, -1)}i` : `${key.slice(0, -1)}t`;
  if (!deeds.has(other)) deeds.set(other, name);
}

const things = new Map<string, string>();
for (const [name, words] of Object.entries(senses.things)) {
  for (const word of words.split(' ')) if (!things.has(word)) things.set(word, name);
}

/** The sort of deed a verb or its noun names, in lower case; undefined where no row has it. */
export const deedOf = (word: string): string | undefined => deeds.get(verbKey(word));

/** The sort of thing a noun names, in lower case, whatever hangs on it (`-nya`, a doubled word); undefined where no row has it. */
export function thingOf(word: string): string | undefined {
  const known = things.get(word);
  if (known !== undefined || word.length < 4) return known;
  const bare = ENDING.exec(word)?.[1] ?? word;
  return things.get(bare) ?? things.get(/^(\w+)-\1$/.exec(bare)?.[1] ?? '') ?? byForm(bare);
}

/** Nouns made of verbs and of qualities that no row has (`pembenahan`, `keindahan`). */
const byForm = (word: string): string | undefined =>
  /^pe[a-z]{4,}an$/.test(word) ? 'doing' : /^ke[a-z]{4,}an$/.test(word) ? 'quality' : undefined;

const ENDING = /^(.{3,})(?:nya|lah|pun|ku)$/;
