import { describe, expect, test } from 'vitest';
import { gathering } from '../../lambda/crawl/gather.ts';
import { type SnapshotStore, snapshotAddress } from '../../lambda/crawl/snapshots.ts';

/** A store that notes what it is asked to keep together, and refuses what it is told to. */
function noting() {
  const puts: string[][] = [];
  const store: SnapshotStore & { broken?: Error } = {
    async put(pages) {
      if (store.broken) throw store.broken;
      puts.push(pages.map((page) => Buffer.from(page).toString()));
      return pages.map((bytes) => ({ address: snapshotAddress(bytes), pack: `pak:${puts.length}` }));
    },
    get: async ({ address }) => Buffer.from(address),
  };
  return { store, puts };
}
const never = () => new Promise<void>(() => {});
/** A promise and what settles it. */
const moment = () => Promise.withResolvers<void>();
const page = (text: string) => Buffer.from(text);
const addresses = (...texts: string[]) => texts.map((text) => snapshotAddress(page(text)));

describe('pages of those who work side by side', () => {
  test('are kept together when the last has brought its own, and each is told where its own are', async () => {
    const { store, puts } = noting();
    const { working } = gathering(store, never);
    const slow = moment();
    const results = [
      working((own) => own.put([page('a1'), page('a2')])),
      working(async (own) => {
        await slow.promise;
        return own.put([page('b')]);
      }),
    ];
    await new Promise(setImmediate);
    expect(puts).toEqual([]);
    slow.resolve();
    const [a, b] = await Promise.all(results);
    expect(puts).toEqual([['a1', 'a2', 'b']]);
    expect(a!.map(({ address }) => address)).toEqual(addresses('a1', 'a2'));
    expect(b!.map(({ address }) => address)).toEqual(addresses('b'));
  });

  test('do not wait for one that ends without any, well or badly', async () => {
    const { store, puts } = noting();
    const { working } = gathering(store, never);
    const bad = moment();
    const quiet = moment();
    const ends = Promise.allSettled([
      working((own) => own.put([page('a')])),
      working(() => bad.promise),
      working(() => quiet.promise),
    ]);
    bad.reject(new Error('halaman tidak ada'));
    await new Promise(setImmediate);
    expect(puts).toEqual([]);
    quiet.resolve();
    expect((await ends).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(puts).toEqual([['a']]);
  });

  test('are kept without one that takes too long, whose own follow by themselves', async () => {
    const { store, puts } = noting();
    const patience = moment();
    const { working } = gathering(store, () => patience.promise);
    const slow = moment();
    const first = working((own) => own.put([page('a')]));
    const last = working(async (own) => {
      await slow.promise;
      return own.put([page('b')]);
    });
    patience.resolve();
    expect(await first).toHaveLength(1);
    expect(puts).toEqual([['a']]);
    slow.resolve();
    await last;
    expect(puts).toEqual([['a'], ['b']]);
  });

  test('are kept though one goes on working after it has brought its own', async () => {
    const { store, puts } = noting();
    const { working } = gathering(store, never);
    const long = moment();
    const all = [
      working(async (own) => {
        await own.put([page('a')]);
        await long.promise;
      }),
      working(async (own) => {
        await own.put([page('b')]);
        // What is put later is kept at once.
        await own.put([page('c')]);
        long.resolve();
      }),
    ];
    await Promise.all(all);
    expect(puts).toEqual([['a', 'b'], ['c']]);
  });

  test('that cannot be kept are an error to each who brought some, and no longer in the way of the next', async () => {
    const { store, puts } = noting();
    const { working } = gathering(store, never);
    store.broken = new Error('penuh');
    const ends = await Promise.allSettled(['a', 'b'].map((text) => working((own) => own.put([page(text)]))));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    delete store.broken;
    await working((own) => own.put([page('a')]));
    expect(puts).toEqual([['a']]);
  });

  test('are read by the store beneath', async () => {
    const { store } = noting();
    const read = await gathering(store, never).working((own) => own.get({ address: 'alamat' }));
    expect(read.toString()).toBe('alamat');
  });
});
