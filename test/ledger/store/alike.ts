import fc from 'fast-check';
import { expect } from 'vitest';
import type { Db } from '../../../lambda/dynamo.ts';
import { resumePending } from '../../../lambda/ledger/store/pending.ts';
import { placeArticle } from '../../../lambda/ledger/store/place.ts';
import type { LedgerArticle } from '../../../lambda/ledger/types.ts';
import { faulty } from './faults.ts';
import { pureLedger, storedLedger } from './ledger.ts';

const LONG = Boolean(process.env.TAGIH_LONG);

/** An empty table. */
type Fresh = () => Promise<Db>;

/** Expects the ledger of the pure model for any order and repetition of some articles, and for all of them at once. */
export async function expectAnyOrder(
  fresh: Fresh,
  articles: LedgerArticle[],
  now: Date,
  runs: { numRuns: number; seed: number },
): Promise<void> {
  const pure = pureLedger(articles);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(articles, { minLength: articles.length }),
      fc.subarray(articles, { maxLength: 4 }),
      fc.boolean(),
      async (order, again, isAtOnce) => {
        const own = await fresh();
        const all = [...order, ...again];
        if (isAtOnce) await Promise.all(all.map((a) => placeArticle(own, a, now)));
        else for (const a of all) await placeArticle(own, a, now);
        expect(await storedLedger(own)).toEqual(pure);
      },
    ),
    runs,
  );
}

/**
 * Expects the ledger of the pure model when placing is killed at any write and begun again.
 * @param few at so many writes, evenly; at each of them, before and after it, in the long run.
 */
export async function expectKilledAnywhere(
  fresh: Fresh,
  articles: readonly LedgerArticle[],
  now: Date,
  few: number,
): Promise<void> {
  const pure = pureLedger(articles);
  const count = faulty(await fresh());
  for (const a of articles) await placeArticle(count, a, now);
  const step = LONG ? 1 : Math.ceil(count.writes / few);
  for (let dieAt = 1; dieAt <= count.writes; dieAt += step) {
    for (const after of LONG ? [false, true] : [dieAt % 2 === 0]) {
      const own = await fresh();
      const dying = faulty(own, dieAt, after);
      for (const a of articles) {
        // The article at hand is lost with the process: only the sweep and what follows are left.
        const died = await placeArticle(dying, a, now).then(
          () => false,
          () => true,
        );
        if (died) break;
      }
      await resumePending(own, now);
      for (const a of articles) await placeArticle(own, a, now);
      expect(await storedLedger(own), `killed ${after ? 'after' : 'before'} write ${dieAt}`).toEqual(pure);
      expect(await resumePending(own, now)).toBe(0);
    }
  }
}
