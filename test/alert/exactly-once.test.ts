import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '../../lambda/alert/change.ts';
import { lineageIds } from '../../lambda/alert/change.ts';
import type { Db } from '../../lambda/dynamo.ts';
import { listCommitments } from '../../lambda/ledger/store/read.ts';
import type { LedgerArticle } from '../../lambda/ledger/types.ts';
import { createTable, ENGINES, type TestDb, testDb } from '../engines.ts';
import { article } from '../ledger/articles.ts';
import { memoryDb } from './memory.ts';
import { place, promise } from './promises.ts';
import { World } from './world.ts';

const LONG = Boolean(process.env.TAGIH_LONG);

/**
 * What the schedules happen to: a promise reported by two outlets, whose mentions merge when a third report links
 * them; its extension; a promise that is kept; one that lapses.
 */
const office = (id: string, outlet: string, published: string): LedgerArticle =>
  promise({
    id,
    outlet,
    published,
    obligor: 'TikTok=tiktok',
    action: 'membuka kantor perwakilan di Jakarta',
    due: '2025-01-20',
  });
const STORY: LedgerArticle[] = [
  promise({ id: 'a', outlet: 'harian', published: '2025-01-01T10:00:00+07:00', due: '2025-01-12' }),
  office('b', 'warta', '2025-01-02T10:00:00+07:00'),
  office('c', 'kabar', '2025-01-03T10:00:00+07:00'),
  extension(),
  promise({
    id: 'e',
    outlet: 'kabar',
    published: '2025-01-05T10:00:00+07:00',
    obligor: 'Google=google',
    action: 'membayar denda',
    due: '2025-01-15',
  }),
];

function extension(): LedgerArticle {
  const made = article({
    id: 'd',
    outlet: 'harian',
    published: '2025-01-10T10:00:00+07:00',
    title: 'Tenggat diperpanjang',
    text: 'Tenggat pendaftaran layanan Telegram diundur. Telegram harus mendaftarkan layanannya paling lambat 2025-01-18 setelah tenggat semula diundur.',
    mentions: [
      {
        type: 'obligation',
        obligor: 'Telegram=telegram',
        action: 'mendaftarkan layanannya',
        deadline: 'paling lambat 2025-01-18=2025-01-18',
      },
    ],
  });
  return { ...made, fingerprint: [] };
}

type Step =
  | { do: 'pass'; hours: number }
  | { do: 'place'; article: number }
  | { do: 'sweep'; dieAt: number; after: boolean }
  | { do: 'sweep-twice' }
  | { do: 'work'; pick: number; dieAt: number; after: boolean; again: boolean }
  | { do: 'work-twice'; pick: number }
  | { do: 'lose'; pick: number }
  | { do: 'refuse'; how: 'failed' | 'killed' }
  | { do: 'drain' };

const death = { dieAt: fc.integer({ min: 0, max: 14 }), after: fc.boolean() };
const pick = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: -3, max: 60 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('place' as const), article: fc.nat(STORY.length - 1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sweep' as const), ...death }) },
  { weight: 2, arbitrary: fc.constant({ do: 'sweep-twice' as const }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('work' as const), pick, ...death, again: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('work-twice' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('refuse' as const),
      how: fc.constantFrom('failed' as const, 'killed' as const),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'drain' as const }) },
);

async function take(world: World, one: Step): Promise<void> {
  const chosen = (n: number) => world.queue.splice(n % world.queue.length, 1)[0]!;
  switch (one.do) {
    case 'pass':
      return world.pass(one.hours);
    case 'place':
      return place(world.db, [STORY[one.article]!], world.now);
    case 'sweep':
      return void (await world.sweep(one.dieAt > 0 ? { at: one.dieAt, after: one.after } : undefined));
    case 'sweep-twice':
      return void (await Promise.all([world.sweep(), world.sweep()]));
    case 'refuse':
      world.refusals.push(one.how === 'killed' ? 'killed' : { outcome: 'failed', cause: 'the receiver answered 503' });
      return;
    case 'drain':
      return world.drain();
    default:
      if (world.queue.length === 0) return;
  }
  if (one.do === 'lose') return void chosen(one.pick);
  const message = chosen(one.pick);
  if (one.do === 'work-twice') return void (await Promise.all([world.work(message), world.work(message)]));
  if (one.again) world.queue.push(message);
  return world.work(message, one.dieAt > 0 ? { at: one.dieAt, after: one.after } : undefined);
}

/** Runs a schedule and then lets the world come to rest, far behind the last deadline. */
async function run(db: Db, steps: readonly Step[]): Promise<World> {
  const world = new World(db, '2025-01-05T05:00:00Z');
  // Two ask for everything: a change is put into the boxes by two messages of the queue.
  world.boxesAtOnce = 1;
  await world.subscribe('everything');
  await world.subscribe('everything-too');
  await world.subscribe('telegram', { platform: ['telegram'] });
  await world.subscribe('daily', { type: ['obligation'] }, 'daily');
  for (const one of steps) await take(world, one);
  world.refusals = [];
  world.now = new Date(Math.max(world.now.getTime(), Date.parse('2025-01-22T05:00:00Z')));
  for (let i = 0; i < 4; i++) {
    world.pass(25);
    await world.sweep();
    await world.drain();
  }
  return world;
}

async function expectExactlyOnce(world: World): Promise<void> {
  const { items } = await listCommitments(world.db, { now: world.now, limit: 100 });
  const all = new Map<string, Change>();
  for (const commitment of items) {
    const changes = await world.changes(lineageIds(commitment));
    const news = changes.filter((change) => change.verdict === 'news' && change.state !== 'void');
    // Of one lineage nothing is told twice, under whatever id it was recorded.
    expect(news.map((change) => change.key).toSorted()).toEqual(
      [...new Set(news.map((change) => change.key))].toSorted(),
    );
    for (const change of news) all.set(change.id, change);
    // Nobody misses a lapse, and nobody is told of it twice.
    const due = commitment.claims.find((claim) => claim.state === 'current')?.due;
    const wasKnown = commitment.mentions.every((m) => Date.parse(m.recordedAt) < Date.parse(`${due}T16:59:59Z`));
    const lapses = news.filter((change) => change.kind === 'overdue' && change.day === due);
    if (due && wasKnown) expect(lapses).toHaveLength(1);
  }
  for (const change of all.values()) expect(change.state).toBe('done');
  const wants: Record<string, (change: Change) => boolean> = {
    everything: () => true,
    'everything-too': () => true,
    telegram: (change) => change.facets.platform.includes('telegram'),
    daily: (change) => change.facets.type.includes('obligation'),
  };
  for (const [subscriber, isWanted] of Object.entries(wants)) {
    const expected = [...all.values()].filter((c) => c.kind !== 'stated' && isWanted(c)).map((c) => c.id);
    expect(world.got(subscriber).toSorted()).toEqual(expected.toSorted());
    // A message that came twice had the same members both times.
    const seen = new Map<string, string>();
    for (const { message, changes } of world.received.filter((r) => r.subscriber === subscriber)) {
      expect(seen.get(message) ?? changes.join()).toBe(changes.join());
      seen.set(message, changes.join());
    }
  }
}

/** A first sweep that died holding the sequencer's lease, and a second that could number nothing: once a lapse was lost. */
const HELD_UP: Step[] = [
  { do: 'pass', hours: 32 },
  { do: 'place', article: 4 },
  { do: 'pass', hours: 53 },
  { do: 'sweep', dieAt: 1, after: true },
  { do: 'sweep', dieAt: 0, after: false },
  { do: 'pass', hours: 1 },
  { do: 'sweep-twice' },
];

/** A hint redelivered after a box that it filled was emptied, while its change still waits for the other boxes. */
const FILLED_AGAIN: Step[] = [
  { do: 'place', article: 4 },
  { do: 'pass', hours: 90 },
  { do: 'sweep', dieAt: 0, after: false },
  { do: 'work', pick: 0, dieAt: 0, after: false, again: true },
  { do: 'work', pick: 1, dieAt: 0, after: false, again: false },
  { do: 'work', pick: 0, dieAt: 0, after: false, again: false },
  { do: 'drain' },
];

const schedule = fc.array(step, { minLength: 4, maxLength: 24 });

test(
  'any schedule of deaths, overlaps, losses and redeliveries gives each subscriber each change exactly once',
  async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (steps) => expectExactlyOnce(await run(memoryDb(), steps))),
      { numRuns: LONG ? 10_000 : 300, seed: 7, examples: [[HELD_UP], [FILLED_AGAIN]] },
    );
  },
  LONG ? 3_600_000 : 180_000,
);

describe.each(ENGINES)('on %s', (engine) => {
  let shared: TestDb;
  beforeAll(async () => {
    shared = await testDb(engine);
  });
  afterAll(() => shared.stop());

  test(
    'the same holds',
    async () => {
      let tables = 0;
      await fc.assert(
        fc.asyncProperty(schedule, async (steps) => {
          const table = `once-${++tables}`;
          await createTable(shared.client, table);
          await expectExactlyOnce(await run({ client: shared.client, table }, steps));
        }),
        { numRuns: LONG ? 100 : 3, seed: 11 },
      );
    },
    LONG ? 1_800_000 : 180_000,
  );
});
