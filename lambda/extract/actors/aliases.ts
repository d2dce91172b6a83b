import { tokenize } from '../text/tokens.ts';
import { type GazetteerActor, gazetteer, NAME_ONLY } from './gazetteer.ts';
import { mark, NAME_START } from './lexicon.ts';
import organisations from './organisations.data.json' with { type: 'json' };
import { addPath, newTrie, type TrieNode } from './trie.ts';

/** An alias as the text must have it. */
export interface Alias {
  actor: GazetteerActor;
  text: string;
  /** Needs context to count. */
  weak: boolean;
  /** Must appear letter for letter (short abbreviations, single letters). */
  exact: boolean;
}

const isShout = (name: string): boolean => name.length <= 5 && name === name.toUpperCase();

/** All names of regulators, officials and platforms, for one walk along the text. */
export const names: TrieNode<Alias> = newTrie();
/** Short titles (`Menkomdigi`) and the organisation they belong to. */
export const titles = new Map<string, string>();

for (const actor of gazetteer) {
  for (const text of new Set([actor.name, ...actor.aliases])) {
    const path = tokenize(text).map((token) => token.lower);
    mark(path[0]!, NAME_START);
    addPath(names, path, { actor, text, weak: actor.context?.includes(text) ?? false, exact: isShout(text) });
  }
  for (const title of actor.titles ?? [])
    if (!titles.has(title.toLowerCase())) titles.set(title.toLowerCase(), actor.id);
}

for (const text of organisations) {
  const path = tokenize(text).map((token) => token.lower);
  const kind = 'company' as const;
  const actor = { id: NAME_ONLY + text, kind, name: text, aliases: [], verified: false, source: 'name only' };
  mark(path[0]!, NAME_START);
  addPath(names, path, { actor, text, weak: false, exact: isShout(text) });
}
