import type { PartyMention } from './parties.ts';

/** Up to the mention with an index: the indices of the latest mentions of so many parties, the nearest first. */
export type Lately = (index: number) => number[];

/**
 * Who was named lately, at every place of an article: the last `most` parties among those that fit, each by its latest
 * mention. Looking back from each clause until so many were found would walk through the whole article wherever it
 * names fewer, and a long text would cost the square of its length. One pass in order of the text knows it for all.
 */
export function latelyNamed(
  mentions: readonly PartyMention[],
  most: number,
  fits: (mention: PartyMention) => boolean,
): Lately {
  // One row of `most` for each mention; -1 where nobody more was named.
  const rows = new Int32Array(mentions.length * most);
  const last = new Array<number>(most).fill(-1);
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i]!;
    if (fits(mention)) {
      // It moves to the front, and those before its old place, or all, one back.
      let place = 0;
      while (place < most - 1 && last[place]! >= 0 && mentions[last[place]!]!.party !== mention.party) place++;
      for (; place > 0; place--) last[place] = last[place - 1]!;
      last[0] = i;
    }
    for (let k = 0; k < most; k++) rows[i * most + k] = last[k]!;
  }
  return (index) => {
    const found: number[] = [];
    for (let k = 0; index >= 0 && k < most && rows[index * most + k]! >= 0; k++) found.push(rows[index * most + k]!);
    return found;
  };
}
