import { expect, test } from 'vitest';
import { READERS, readings } from './frames.ts';

/** Each frame is filled so many times. */
const TURNS = 3;

/** Fillings read wrong, at most: what was measured. They go down with what is mended, and a change that raises one must say why. */
const MOST: Readonly<Record<string, number>> = {
  ...{ said: 92, told: 73, ordered: 126, none: 12 },
  ...{ ends: 58, ended: 43, changed: 91, nothing: 26 },
  joined: 22,
};

test.each(Object.keys(READERS))('of wordings filled with many deeds no more are read wrong than were: %s', (name) => {
  const wrong = readings(name, TURNS).flatMap(({ read }) => read.filter(({ errors }) => errors.length > 0));
  expect(wrong.length).toBeLessThanOrEqual(MOST[name]!);
});
