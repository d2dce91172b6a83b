/** A dictionary of token sequences: all entries are matched in one walk along the text. */
export interface TrieNode<V> {
  next: Map<string, TrieNode<V>> | null;
  values: V[] | null;
}

/** An empty dictionary. */
export const newTrie = <V>(): TrieNode<V> => ({ next: null, values: null });

/** Enters a value under a sequence of lower-case tokens; several values may share one. */
export function addPath<V>(root: TrieNode<V>, path: readonly string[], value: V): void {
  let node = root;
  for (const step of path) {
    node.next ??= new Map();
    let child = node.next.get(step);
    if (!child) {
      child = newTrie();
      node.next.set(step, child);
    }
    node = child;
  }
  node.values ??= [];
  node.values.push(value);
}

/**
 * The longest entry that begins at token `at`, or null. `accept` may refuse a value (wrong case, say), which leaves
 * the next shorter entry to match. The walk is no longer than the longest entry.
 */
export function longestMatch<V, C>(
  root: TrieNode<V>,
  tokens: readonly { lower: string }[],
  at: number,
  accept: (value: V, at: number, end: number, context: C) => boolean,
  context: C,
): { value: V; end: number } | null {
  let node: TrieNode<V> | undefined = root;
  let best: { value: V; end: number } | null = null;
  for (let i = at; i < tokens.length; i++) {
    node = node.next?.get(tokens[i]!.lower);
    if (!node) break;
    if (node.values === null) continue;
    for (const value of node.values) {
      if (!accept(value, at, i + 1, context)) continue;
      best = { value, end: i + 1 };
      break;
    }
  }
  return best;
}
