import type { Span } from '../types.ts';

/**
 * Index of the first item of a list that something holds of, in a list in which it holds of all behind one of which it holds (the end
 * of a span in order lies behind an offset, say); the length of the list where it holds of none. Looks at as many as the length has bits.
 */
export function firstThat<T>(list: ArrayLike<T>, holds: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first of spans in order, none of which lies in another, that ends behind an offset. */
export const firstEndingBehind = (spans: readonly Span[], offset: number): number =>
  firstThat(spans, ({ end }) => end > offset);
