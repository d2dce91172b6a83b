import { expect } from 'vitest';
import { findTimexes } from '../../../lambda/extract/time/timexes.ts';

/**
 * A sentence with its expressions in brackets, `[text|TYPE|value]`, read back into the plain text and the expected
 * spans: offsets, type and value are stated where the words are.
 */
export function marked(sentence: string): { text: string; expected: string[] } {
  let text = '';
  const expected: string[] = [];
  for (const part of sentence.split(/(\[[^\]]*\|[A-Z]+\|[^\]]*\])/)) {
    const found = /^\[([^\]]*)\|([A-Z]+)\|([^\]]*)\]$/.exec(part);
    if (!found) {
      text += part;
      continue;
    }
    expected.push(`${text.length} ${found[1]} ${found[2]} ${found[3]}`);
    text += found[1];
  }
  return { text, expected };
}

/** The expressions of the marked sentence are found, those and no others. */
export function expectTimexes(sentence: string, published: string | null): void {
  const { text, expected } = marked(sentence);
  const found = findTimexes(text, { published });
  expect(found.map((x) => `${x.start} ${x.text} ${x.type} ${x.value}`)).toEqual(expected);
  for (const x of found) expect(text.slice(x.start, x.end)).toBe(x.text);
}
