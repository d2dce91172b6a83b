import { describe, expect, test } from 'vitest';
import { findDeadlines, forObligor, mostPrecise, resolveDeadline } from '../../../lambda/extract/time/deadlines.ts';
import { findTimexes } from '../../../lambda/extract/time/timexes.ts';
import type { DeadlineClaim } from '../../../lambda/extract/types.ts';
import { PHRASES, type Row } from './deadline-phrases.ts';
import { SENTENCES } from './deadline-sentences.ts';
import { EXPRESSIONS, SAID } from './expressions.ts';
import { expectTimexes } from './marked.ts';

/** The window as the tables write it. */
function windowOf(claim: DeadlineClaim | null): string {
  if (!claim) return 'none';
  return claim.latest === null ? claim.due : `${claim.earliest} ${claim.latest}`;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const endOf = (day: string): string => (DAY.test(day) ? `${day}T23:59:59+07:00` : day);

function expectedWindow([, , earliest, latest = earliest]: Row): string {
  return /^\d/.test(earliest) ? `${endOf(earliest)} ${endOf(latest)}` : earliest;
}

describe.each(Object.entries(PHRASES))('%s, as a phrase', (_kind, rows) => {
  test.each(rows)('%s (said %s): %s', (...row) => {
    expect(windowOf(resolveDeadline(row[0], { published: row[1] }))).toBe(expectedWindow(row as Row));
  });
});

describe.each(Object.entries(SENTENCES))('%s, in a sentence', (_kind, rows) => {
  test.each(rows)('%s (said %s): %s', (...row) => {
    const [text, published] = row;
    expect(windowOf(resolveDeadline(text, { published }))).toBe(expectedWindow(row as Row));
    const best = mostPrecise(findDeadlines(text, findTimexes(text, { published }), { published }));
    expect(windowOf(best && forObligor(best, { authority: false }))).toBe(expectedWindow(row as Row));
  });
});

describe.each(Object.entries(EXPRESSIONS))('%s, as expressions', (_kind, rows) => {
  test.each(rows.map((row) => (typeof row === 'string' ? ([row, SAID] as const) : row)))(
    '%s',
    (sentence, published) => {
      expectTimexes(sentence, published);
    },
  );
});
