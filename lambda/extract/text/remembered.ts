/** Words whose answers are kept; nearly all words of an article were in others before it. */
const MOST = 20_000;

/** The same function of a word, which keeps what it has found. For what costs more than a look. */
export function remembered<V extends string | null>(find: (word: string) => V): (word: string) => V {
  const known = new Map<string, V>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = find(word);
    if (known.size >= MOST) known.clear();
    known.set(word, found);
    return found;
  };
}
