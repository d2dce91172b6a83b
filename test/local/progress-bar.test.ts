import { expect, test } from 'vitest';
import { progressBar } from '../../lambda/local/progress-bar.ts';

test('a bar says how far, how fast in this run, and how long it will still take', () => {
  let now = 0;
  const bar = progressBar(() => now);
  expect(bar({ done: 1000, share: 0.25 })).toBe('[######..................] 25 %');
  now = 10_000;
  expect(bar({ done: 2000, share: 0.5 })).toBe('[############............] 50 % 100/s 1 min left');
  now = 20_000_000;
  expect(bar({ done: 2100, share: 0.51 })).toContain('10 h 29 min left');
  expect(bar({ done: 4000, share: 1 })).toBe('[########################] 100 % 0/s');
});

test('where the whole is not known it says how fast', () => {
  let now = 0;
  const bar = progressBar(() => now);
  bar({ done: 0, share: null });
  now = 2000;
  expect(bar({ done: 50, share: null })).toBe('25/s');
});
