import { afterAll, beforeAll, expect, test } from 'vitest';
import { coverageNow } from '../../lambda/api/coverage.ts';
import { keepCoverage } from '../../lambda/crawl/coverage.ts';
import { type TestDb, testDb } from '../engines.ts';

let db: TestDb;
beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.stop());

const START = Date.parse('2026-08-03T00:00:00Z');
const after = (seconds: number): Date => new Date(START + seconds * 1000);
const outletsAt = async (seconds: number): Promise<string[]> => {
  const coverage = await coverageNow(db, after(seconds));
  return coverage === 'complete' ? [coverage] : [...coverage.keys()];
};

test('coverage is asked for anew until a sweep has kept it, and then once a minute', async () => {
  expect(await outletsAt(0)).toEqual([]);
  await keepCoverage(db, new Map([['satu', []]]), after(5));
  expect(await outletsAt(6)).toEqual(['satu']);
  await keepCoverage(db, new Map([['dua', []]]), after(10));
  expect(await outletsAt(11)).toEqual(['satu']);
  expect(await outletsAt(67)).toEqual(['dua']);
});
