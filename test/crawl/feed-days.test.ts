import { expect, test } from 'vitest';
import { packDays, unpackDays } from '../../lambda/crawl/feed-state.ts';

const days = ['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-05', '2024-12-31', '2025-01-01'].map((day, i) => ({
  day,
  polls: 72 - i,
  fresh: i,
  errors: i % 2,
}));

test('the days of a feed are the same when they are read again, over leap days, gaps and the turn of a year', () => {
  expect(unpackDays(packDays(days))).toEqual(days);
  expect(unpackDays(packDays([]))).toEqual([]);
});

test('a day that follows the one before it is kept without its date', () => {
  expect(packDays(days)).toBe('2024-02-28:72:0:0,71:1:1,70:2:0,2024-03-05:69:3:1,2024-12-31:68:4:0,67:5:1');
});

test('days that were each kept with their date are read as well', () => {
  expect(unpackDays('2024-02-28:72:0:0,2024-02-29:71:1:1')).toEqual(days.slice(0, 2));
});
