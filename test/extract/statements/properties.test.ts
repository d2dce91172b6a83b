import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findActors } from '../../../lambda/extract/actors/actors.ts';
import { findStatements } from '../../../lambda/extract/statements/statements.ts';
import { segment } from '../../../lambda/extract/text/segment.ts';
import type { Span } from '../../../lambda/extract/types.ts';

const RUNS = process.env.TAGIH_LONG ? 20_000 : 400;

/** Texts made of what the rules look for, in any order. */
const newslike = fc
  .array(
    fc.constantFrom(
      ...[
        '"',
        '“',
        '”',
        '„',
        '»',
        "'",
        '(',
        ')',
        ',',
        '.',
        ':',
        '\n',
        ' - ',
        'Menteri',
        'Kementerian',
        'PT',
        'Tbk',
        'dan',
        'di',
      ],
      ...[
        'kata',
        'ujarnya',
        'mengatakan',
        'bahwa',
        'menurut',
        'Menurut',
        'dia',
        'Ia',
        'pihaknya',
        'Budi',
        'Santoso',
        'KPPU',
      ],
      ...[
        'Facebook',
        'X',
        'Line',
        'Semuel',
        'platform itu',
        'Perseroan',
        'itu',
        'ini',
        'A.',
        '8',
        'JakartaPT',
        'selaku',
        '\u00a0',
      ],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

const within = (text: string, span: Span) => span.start >= 0 && span.start < span.end && span.end <= text.length;

/** Names are printed in one line, their words apart. */
const unspaced = (text: string): string => text.replace(/\s+/g, '');

function check(text: string): void {
  const doc = segment(text);
  const actors = findActors(doc, { published: '2025-06-10' });
  let end = 0;
  for (const mention of actors.mentions) {
    expect(within(text, mention)).toBe(true);
    expect(mention.start).toBeGreaterThanOrEqual(end);
    end = mention.end;
    expect(actors.entities[mention.entity.index]).toBe(mention.entity);
    expect(actors.mentionAt(mention.start)).toBe(mention);
  }
  for (const { fullest } of actors.entities)
    expect(unspaced(text.slice(fullest.start, fullest.end))).toBe(unspaced(fullest.text));
  for (const entity of actors.entities) actors.sideOf(entity);
  for (const statement of findStatements(doc, actors)) {
    expect(within(text, statement.content)).toBe(true);
    if (statement.cue) expect(text.slice(statement.cue.start, statement.cue.end)).toBe(statement.cue.text);
    if (statement.speaker) expect(within(text, statement.speaker)).toBe(true);
  }
}

describe('whatever the text', () => {
  test('nothing throws and every span lies in it (any Unicode)', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), check), { seed: 4, numRuns: RUNS });
  });
  test('nothing throws and every span lies in it (words of the rules in any order)', () => {
    fc.assert(fc.property(newslike, check), { seed: 4, numRuns: RUNS });
  });
});

describe('time grows with the length of the text, not faster', () => {
  const cost = (line: string | ((name: string) => string), size: number): number => {
    const text = typeof line === 'string' ? line.repeat(size / line.length) : unique(line, size);
    const before = process.cpuUsage();
    const doc = segment(text);
    findStatements(doc, findActors(doc, { published: '2025-06-10' }));
    return process.cpuUsage(before).user / 1000;
  };
  /** Names that never repeat: nothing may be compared with everything. */
  const unique = (pattern: (name: string) => string, size: number): string => {
    let text = '';
    for (let i = 0; text.length < size; i++)
      text += pattern(`Ba${i.toString(26).replace(/[0-9]/g, (d) => 'abcdefghij'[+d]!)}`);
    return text;
  };
  const longest = process.env.TAGIH_LONG ? 1_000_000 : 100_000;
  test.each([
    ...[
      '"Kami hadir," kata Budi Santoso. ',
      'Ketua KPPU Budi ',
      '"',
      '“a ',
      '"A” ',
      'Budi, ',
      'PT (A) ',
      'dan Facebook ',
    ],
    ...[
      'kata dia ',
      'Ia mengatakan, ',
      'A. ',
      'menurut ',
      'Direktur ',
      'X, ',
      'kata kata kata, ',
      'a”\n“',
      'Kementerian A, B, dan ',
    ],
    ...['menambahkan juga kembali ', 'Menteri Budi Santoso, ', '“\n', 'itu menegaskan ', 'aB'],
  ])('%j', (line) => {
    cost(line, longest / 8);
    // Eight times the text: far below the sixty-four times that a square would cost, with room for a busy machine.
    const small = Math.min(cost(line, longest / 8), cost(line, longest / 8));
    const large = Math.min(cost(line, longest), cost(line, longest));
    expect(large).toBeLessThan(small * 24 + 120);
  });
});
