import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { sweep } from '../lambda/alert/sweep.ts';
import type { Db, Item } from '../lambda/dynamo.ts';
import type { Mention } from '../lambda/extract/types.ts';
import { putMany } from '../lambda/items.ts';
import { blocksOf } from '../lambda/ledger/model/blocks.ts';
import { commitmentsOf } from '../lambda/ledger/model/model.ts';
import { readMentions } from '../lambda/ledger/model/read-mentions.ts';
import { changesSince, statsByStatus } from '../lambda/ledger/store/changes.ts';
import { headItem, listItems } from '../lambda/ledger/store/head.ts';
import { mentionKey } from '../lambda/ledger/store/keys.ts';
import { placeArticle } from '../lambda/ledger/store/place.ts';
import { dueForLook, getCommitment, type ListFilter, listCommitments } from '../lambda/ledger/store/read.ts';
import { numberChanges } from '../lambda/ledger/store/sequencer.ts';
import type { LedgerArticle } from '../lambda/ledger/types.ts';
import { startEngine } from '../lambda/local/engine.ts';
import { TABLE } from '../lambda/table.ts';
import { inTurns, median, tell } from './measure.ts';

/**
 * How each access pattern of the ledger, the sweep and placing grow: requests and units, counted from the engine's
 * ConsumedCapacity, and time, in ledgers of each size: `node bench/ledger.ts [SIZE …]` (1000 and 10000 by default;
 * 100000 and 1000000 take minutes to load). A fifth of all commitments are one regulator's.
 */

const NOW = new Date('2026-06-01T00:00:00Z');
const REGULATORS = ['komdigi', 'ojk', 'kppu', 'bpom', 'kemendag', 'bi', 'djp', 'bssn', 'ppatk', 'kemenperin'];
const PLATFORMS = ['tiktok', 'telegram', 'google', 'meta', 'whatsapp', 'x', 'shopee', 'tokopedia', 'gojek', 'grab'];
const VERBS = [
  'menerbitkan',
  'membangun',
  'memeriksa',
  'membuka',
  'menghapus',
  'membayar',
  'memindahkan',
  'melaporkan',
  'mengaudit',
  'menyusun',
];

/** Pronounceable nonsense, different for each number: what a promise is about. */
function noun(n: number): string {
  const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu', 'ra', 'se', 'ti', 'wo', 'ya', 'ze'];
  let word = '';
  for (let left = n, i = 0; i < 5; i++, left = Math.floor(left / syllables.length))
    word += syllables[left % syllables.length];
  return word;
}

/** The n-th article: one promise of its own. */
function articleOf(n: number): LedgerArticle {
  const isSkewed = n % 5 === 0;
  const actor = isSkewed ? 'komdigi' : ([...REGULATORS, ...PLATFORMS][(n * 7) % 20] as string);
  const published = new Date(Date.UTC(2024, 0, 1) + (n % 880) * 86_400_000).toISOString();
  const action = `${VERBS[n % VERBS.length]} ${noun(n)} ${noun(n * 31 + 7)}`;
  const text = `Pihak itu akan ${action}.`;
  const due = new Date(Date.UTC(2026, 0, 1) + (n % 700) * 86_400_000).toISOString().slice(0, 10);
  const span = { start: text.indexOf(action), end: text.indexOf(action) + action.length, text: action };
  const obligor = { start: 0, end: 9, text: actor, actor };
  const mention: Mention = {
    type: 'pledge',
    obligor,
    obligors: [obligor],
    counterparties: [],
    modality: 'firm',
    topic: (['tax', 'competition', 'licensing', 'child-safety', 'other'] as const)[n % 5]!,
    rule: 'bench',
    speaker: null,
    sentence: { start: 0, end: text.length },
    action: span,
    deadline: {
      ...span,
      text: due,
      due,
      earliest: `${due}T23:59:59+07:00`,
      latest: `${due}T23:59:59+07:00`,
      rule: 'bench',
      anchor: null,
      anchorSource: null,
      precision: 'day',
      zone: 'Asia/Jakarta',
      calendarVersion: null,
      kind: 'due',
    },
    condition: null,
    negated: false,
    confidence: 0.9,
  };
  const outlet = `outlet${n % 40}`;
  return {
    key: `https://${outlet}.example/${n}`,
    id: `n${n}`,
    url: `https://${outlet}.example/${n}`,
    outlet,
    published,
    title: '',
    text,
    textHash: `h${n}`,
    fetchedAt: published,
    snapshot: null,
    fingerprint: null,
    extraction: { timexes: [], statements: [], commitments: [mention] },
    extractorVersion: 'bench',
  };
}

/** Writes what placing the articles one by one would have left, in bulk. */
export async function load(db: Db, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < count; from += 500) {
    const items: Item[] = [];
    for (let n = from; n < Math.min(count, from + 500); n++) {
      const article = articleOf(n);
      const [mention] = readMentions(article, NOW.toISOString());
      const block = blocksOf(mention!)[0]!;
      const [commitment] = commitmentsOf({ key: block, mentions: [mention!], reports: [], reviews: [] });
      const { pendingPk: _, pendingSk: __, ...head } = headItem(commitment!, 1, 'complete', NOW);
      ids.push(commitment!.id);
      items.push(head, ...listItems(commitment!), { ...mentionKey(block, mention!.id), rev: 1, data: mention });
    }
    await putMany(db, items);
  }
  return ids;
}

interface Cost {
  requests: number;
  read: number;
  write: number;
}

/** A database that adds up what its requests consume. */
function metered(db: Db): { db: Db; take(): Cost } {
  let cost: Cost = { requests: 0, read: 0, write: 0 };
  const isWrite = /^(?:Put|Update|Delete|BatchWrite)/;
  const send = async (command: { input: Item; constructor: { name: string } }) => {
    command.input.ReturnConsumedCapacity = 'TOTAL';
    const answer = await (db.client.send as (c: unknown) => Promise<{ ConsumedCapacity?: unknown }>)(command);
    cost.requests++;
    for (const used of [answer.ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[]) {
      if (isWrite.test(command.constructor.name)) cost.write += used.CapacityUnits ?? 0;
      else cost.read += used.CapacityUnits ?? 0;
    }
    return answer;
  };
  return {
    db: { ...db, client: { send } as unknown as Db['client'] },
    take() {
      const taken = cost;
      cost = { requests: 0, read: 0, write: 0 };
      return taken;
    },
  };
}

/** What a pattern is measured by: it may be done any number of times, or only in its place among the others. */
interface Pattern {
  name: string;
  work: (db: Db) => Promise<unknown>;
  once?: boolean;
}

/** The access patterns in their order, for a ledger that holds these commitments. */
function patterns(ids: readonly string[]): Pattern[] {
  const coverage = 'complete' as const;
  const page = { limit: 25, coverage, now: NOW };
  const list = (filter?: ListFilter) => (db: Db) => listCommitments(db, filter ? { ...page, filter } : page);
  const look = async (db: Db) => {
    for await (const _ of dueForLook(db, new Date(NOW.getTime() - 300_000), NOW)) void 0;
  };
  const sweepAll = (db: Db) =>
    sweep(
      {
        db,
        queue: { send: async () => {} },
        operator: { watch: async () => {}, unverified: async () => {} },
        coverage: async () => coverage,
      },
      NOW,
    );
  // A regulator that the load does not have: what placing costs by itself, not what its neighbours in a block do.
  const fresh = placed(ids.length + 1, 'bapanas');
  const again = placed(ids.length + 2, 'bapanas', fresh);
  const place = (article: LedgerArticle) => (db: Db) => placeArticle(db, article, NOW, coverage);
  return [
    { name: 'list, newest 25', work: list() },
    { name: 'list by the largest actor', work: list({ actor: 'komdigi' }) },
    { name: 'list by outlet', work: list({ outlet: 'outlet3' }) },
    { name: 'list by topic', work: list({ topic: 'tax' }) },
    { name: 'list by status', work: list({ status: 'overdue' }) },
    { name: 'list by due day', work: list({ dueFrom: '2026-06-01', dueTo: '2026-12-31' }) },
    { name: 'one commitment', work: (db) => getCommitment(db, ids[Math.floor(ids.length / 2)]!) },
    { name: 'counts', work: statsByStatus },
    { name: 'what is due for a look in 5 minutes', work: look },
    { name: 'a first sweep', work: sweepAll, once: true },
    { name: 'a sweep with nothing due', work: sweepAll, once: true },
    { name: 'place a new promise', work: place(fresh), once: true },
    { name: 'place a mention of a known promise', work: place(again), once: true },
    { name: 'place it again', work: place(again), once: true },
    { name: 'number a change', work: (db) => numberChanges(db, 'bench', NOW, coverage), once: true },
    { name: 'a sweep with a change to tell', work: sweepAll, once: true },
    { name: 'changes since', work: (db) => changesSince(db, 0, 25) },
  ];
}

interface Ledger {
  count: number;
  db: Db;
  ids: string[];
  stop(): Promise<void>;
}

/** A ledger of so many commitments in an engine of its own. */
async function ledgerOf(count: number): Promise<Ledger> {
  const engine = await startEngine({ dir: null });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'local', credentials });
  const db: Db = { client, table: 'bench' };
  await createTable(db);
  return {
    count,
    db,
    ids: await load(db, count),
    async stop() {
      client.destroy();
      await engine.stop();
    },
  };
}

const ROUNDS = 15;
const number = (n: number): string => n.toLocaleString('en');

/** Prints each pattern's requests and units at each size, and tells how they and its time grow from the smallest to the largest. */
async function growth(sizes: readonly number[]): Promise<void> {
  const ledgers: Ledger[] = [];
  try {
    for (const size of sizes) ledgers.push(await ledgerOf(size));
    const stands = ledgers.map((ledger) => ({ meter: metered(ledger.db), patterns: patterns(ledger.ids) }));
    const head = sizes.map((size) => `${number(size)} commitments`.padEnd(28)).join('');
    console.log(`${'access pattern'.padEnd(38)}${head}time, largest by smallest`);
    const units = { first: 0, last: 0 };
    for (const [i, { name, once }] of stands[0]!.patterns.entries()) {
      const costs: Cost[] = [];
      for (const { meter, patterns } of stands) {
        await patterns[i]!.work(meter.db);
        costs.push(meter.take());
      }
      units.first += unitsOf(costs[0]!);
      units.last += unitsOf(costs.at(-1)!);
      const cells = costs.map(cell).join('');
      const time = once ? '' : (await timeGrowth(ledgers, (n) => stands[n]!.patterns[i]!.work)).toFixed(2).padStart(6);
      console.log(`${name.padEnd(38)}${cells}${time}`.trimEnd());
    }
    const what = `ledger of ${number(sizes.at(-1)!)}: requests and units`;
    const note = `all ${stands[0]!.patterns.length} patterns together`;
    tell({ what, against: `ledger of ${number(sizes[0]!)}`, ratio: units.last / units.first, goal: '1', note });
  } finally {
    for (const ledger of ledgers) await ledger.stop();
  }
}

/** How many times as long a pattern takes in the largest ledger as in the smallest, asked in turns. */
async function timeGrowth(
  ledgers: readonly Ledger[],
  workOf: (ledger: number) => (db: Db) => Promise<unknown>,
): Promise<number> {
  const last = ledgers.length - 1;
  const costs = await inTurns(
    { small: () => workOf(0)(ledgers[0]!.db), large: () => workOf(last)(ledgers[last]!.db) },
    { rounds: ROUNDS, clock: 'wall' },
  );
  return median(costs.large.map((cost, round) => cost / costs.small[round]!));
}

/** An article of an actor of its own; given another, one that tells the same promise. */
function placed(n: number, actor: string, same?: LedgerArticle): LedgerArticle {
  const article = articleOf(n);
  const [mention] = (same ?? article).extraction.commitments;
  const obligor = { ...mention!.obligor, actor, text: actor };
  const text = same?.text ?? article.text;
  return {
    ...article,
    text,
    outlet: 'outlet1',
    extraction: { timexes: [], statements: [], commitments: [{ ...mention!, obligor, obligors: [obligor] }] },
  };
}

export async function createTable({ client, table }: Db): Promise<void> {
  const names = [TABLE.partitionKey, TABLE.sortKey, ...TABLE.indexes.flatMap((i) => [i.partitionKey, i.sortKey])];
  const schema = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
      KeySchema: schema(TABLE.partitionKey, TABLE.sortKey),
      GlobalSecondaryIndexes: TABLE.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: schema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
  );
}

const unitsOf = (cost: Cost): number => cost.requests + cost.read + cost.write;
const cell = (c: Cost): string => `${c.requests} req ${c.read.toFixed(1)} RU ${c.write.toFixed(0)} WU`.padEnd(28);

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  await growth(sizes.length > 0 ? sizes : [1000, 10_000]);
}
