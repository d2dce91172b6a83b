import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { type Db, toItem } from '../../dynamo.ts';
import { type Change, changesSince } from '../store/changes.ts';
import { get, type Key, put, putMany, update } from '../store/items.ts';
import { stated } from '../store/keys.ts';
import { CURSOR, docKey, postingPk, vocabularyPk } from './keys.ts';
import { wordsOfCommitment } from './terms.ts';

interface Doc {
  stems: string[];
  /** Sort key of its postings. */
  at: string;
  /** Sequence number of the change that it was made from. */
  sequence: number;
}

/**
 * Brings the search index up to the change log, from where it stopped. Each step may run twice or be cut off: what is
 * written is a function of the change alone, and a change older than what was indexed is passed over.
 * @param limit most changes to work in.
 * @returns how many were worked in, and the sequence number that the index is now up to.
 */
export async function indexChanges(db: Db, now: Date, limit = 500): Promise<{ indexed: number; upTo: number }> {
  const start = (await get<{ upTo: number }>(db, CURSOR))?.upTo ?? 0;
  const { changes, last } = await changesSince(db, start, limit);
  const latest = new Map(changes.map((change) => [change.id, change]));
  for (const change of latest.values()) await indexOne(db, change);
  if (changes.length > 0) {
    await update(db, CURSOR, 'SET upTo = :last, indexedAt = :now', 'attribute_not_exists(upTo) OR upTo < :last', {
      values: { ':last': last, ':now': now.toISOString() },
    });
  }
  return { indexed: changes.length, upTo: last };
}

async function indexOne(db: Db, change: Change): Promise<void> {
  const before = await get<Doc>(db, docKey(change.id));
  const { commitment } = change;
  const words = commitment ? wordsOfCommitment(commitment) : [];
  const doc: Doc = {
    stems: [...new Set(words.map((word) => word.stem))],
    at: commitment ? stated(commitment.statedAt, commitment.id) : '',
    sequence: change.sequence,
  };
  const isNewest = await put(db, { ...docKey(change.id), ...doc }, 'attribute_not_exists(pk) OR #s <= :s', {
    names: { '#s': 'sequence' },
    values: { ':s': change.sequence },
  });
  if (!isNewest) return;
  const kept = new Set(before?.at === doc.at ? doc.stems : []);
  const old = new Set(before?.at === doc.at ? before.stems : []);
  await removeMany(
    db,
    (before?.stems ?? []).filter((stem) => !kept.has(stem)).map((stem) => ({ pk: postingPk(stem), sk: before!.at })),
  );
  const fresh = words.filter(({ stem }) => !old.has(stem));
  await putMany(db, [
    ...[...new Set(fresh.map(({ stem }) => stem))].map((stem) => ({ pk: postingPk(stem), sk: doc.at, id: change.id })),
    ...words.map(({ word, stem }) => ({ pk: vocabularyPk(word), sk: word, stem })),
  ]);
}

async function removeMany(db: Db, keys: readonly Key[]): Promise<void> {
  for (let at = 0; at < keys.length; at += 25) {
    let left = keys.slice(at, at + 25).map((key) => ({ DeleteRequest: { Key: toItem({ ...key }) } }));
    while (left.length > 0) {
      const answer = await db.client.send(new BatchWriteItemCommand({ RequestItems: { [db.table]: left } }));
      left = (answer.UnprocessedItems?.[db.table] ?? []) as typeof left;
    }
  }
}
