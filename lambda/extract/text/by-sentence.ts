import type { Span } from '../types.ts';

/** For each sentence the spans (in order of their start) that share characters with it; one pass over both. */
export function bySentence<T extends Span>(sentences: readonly Span[], spans: readonly T[]): T[][] {
  const found: T[][] = [];
  for (let i = 0; i < sentences.length; i++) found.push([]);
  let first = 0;
  for (const span of spans) {
    while (first < sentences.length && sentences[first]!.end <= span.start) first++;
    for (let i = first; i < sentences.length && sentences[i]!.start < span.end; i++) found[i]!.push(span);
  }
  return found;
}
