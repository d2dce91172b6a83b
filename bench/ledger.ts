import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Db, Item } from '../lambda/dynamo.ts';
import type { Mention } from '../lambda/extract/types.ts';
import { putMany } from '../lambda/items.ts';
import { blocksOf } from '../lambda/ledger/model/blocks.ts';
import { commitmentsOf } from '../lambda/ledger/model/model.ts';
import { readMentions } from '../lambda/ledger/model/read-mentions.ts';
import { changesSince, statsByStatus } from '../lambda/ledger/store/changes.ts';
import { headItem, listItems } from '../lambda/ledger/store/head.ts';
import { mentionKey } from '../lambda/ledger/store/keys.ts';
import { packJson } from '../lambda/ledger/store/packed.ts';
import { placeArticle } from '../lambda/ledger/store/place.ts';
import { dueForLook, getCommitment, listCommitments } from '../lambda/ledger/store/read.ts';
import { numberChanges } from '../lambda/ledger/store/sequencer.ts';
import type { LedgerArticle } from '../lambda/ledger/types.ts';
import { startEngine } from '../lambda/local/engine.ts';
import { TABLE } from '../lambda/table.ts';

/**
 * Requests and read units of each access pattern of the ledger, counted from the engine's ConsumedCapacity, with
 * 1,000 commitments and with many: `node bench/ledger.ts [MANY]` (20,000 by default; 100000 and 1000000 take minutes).
 * A fifth of all commitments are one regulator's.
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
    extraction: { timexes: [], statements: [], commitments: [mention], named: [] },
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
      items.push(head, ...listItems(commitment!), {
        ...mentionKey(block, mention!.id),
        rev: 1,
        body: packJson(mention),
      });
    }
    await putMany(db, items);
  }
  return ids;
}

interface Cost {
  requests: number;
  read: number;
  write: number;
  ms: number;
}

/** A database that adds up what its requests consume. */
function metered(db: Db): { db: Db; take(): Cost } {
  let cost: Cost = { requests: 0, read: 0, write: 0, ms: 0 };
  const isWrite = /^(?:Put|Update|Delete|BatchWrite)/;
  const send = async (command: { input: Item; constructor: { name: string } }) => {
    command.input.ReturnConsumedCapacity = 'TOTAL';
    const started = performance.now();
    const answer = await (db.client.send as (c: unknown) => Promise<{ ConsumedCapacity?: unknown }>)(command);
    cost.ms += performance.now() - started;
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
      cost = { requests: 0, read: 0, write: 0, ms: 0 };
      return taken;
    },
  };
}

/** Costs of each access pattern with `count` commitments stored. */
export async function ledgerCosts(count: number): Promise<Map<string, Cost>> {
  const engine = await startEngine({ dir: null });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'local', credentials });
  try {
    const db: Db = { client, table: 'bench' };
    await createTable(db);
    const ids = await load(db, count);
    const meter = metered(db);
    const costs = new Map<string, Cost>();
    const measure = async (name: string, work: (db: Db) => Promise<unknown>): Promise<void> => {
      await work(meter.db);
      costs.set(name, meter.take());
    };
    const coverage = 'complete' as const;
    const page = { limit: 25, coverage, now: NOW };
    await measure('list, newest 25', (d) => listCommitments(d, page));
    await measure('list by the largest actor', (d) => listCommitments(d, { ...page, filter: { actor: 'komdigi' } }));
    await measure('list by outlet', (d) => listCommitments(d, { ...page, filter: { outlet: 'outlet3' } }));
    await measure('list by topic', (d) => listCommitments(d, { ...page, filter: { topic: 'tax' } }));
    await measure('list by status', (d) => listCommitments(d, { ...page, filter: { status: 'overdue' } }));
    await measure('list by due day', (d) =>
      listCommitments(d, { ...page, filter: { dueFrom: '2026-06-01', dueTo: '2026-12-31' } }),
    );
    await measure('one commitment', (d) => getCommitment(d, ids[Math.floor(ids.length / 2)]!));
    await measure('counts', (d) => statsByStatus(d));
    await measure('what is due for a look in 5 minutes', async (d) => {
      for await (const _ of dueForLook(d, new Date(NOW.getTime() - 300_000), NOW)) void 0;
    });
    // A regulator that the load does not have: what placing costs by itself, not what its neighbours in a block do.
    const fresh = placed(count + 1, 'bapanas');
    await placeArticle(db, fresh, NOW, coverage);
    await measure('place a mention of a known promise', (d) =>
      placeArticle(d, placed(count + 2, 'bapanas', fresh), NOW, coverage),
    );
    await measure('place it again', (d) => placeArticle(d, placed(count + 2, 'bapanas', fresh), NOW, coverage));
    await measure('number a change', (d) => numberChanges(d, 'bench', NOW, coverage));
    await measure('changes since', (d) => changesSince(d, 0, 25));
    return costs;
  } finally {
    client.destroy();
    await engine.stop();
  }
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
    extraction: {
      timexes: [],
      statements: [],
      commitments: [{ ...mention!, obligor, obligors: [obligor] }],
      named: [],
    },
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

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const many = Number(process.argv[2] ?? 20_000);
  const small = await ledgerCosts(1000);
  const large = await ledgerCosts(many);
  const cell = (c: Cost): string => `${c.requests} req ${c.read.toFixed(1)} RU ${c.write.toFixed(0)} WU`.padEnd(28);
  console.log(
    `${'access pattern'.padEnd(38)}${'1,000 commitments'.padEnd(28)}${many.toLocaleString('en')} commitments`,
  );
  for (const [name, cost] of small) console.log(`${name.padEnd(38)}${cell(cost)}${cell(large.get(name)!)}`);
}
