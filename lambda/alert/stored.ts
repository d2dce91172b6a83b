import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Db, fromItem, type Item, toItem } from '../dynamo.ts';
import { type Key, update } from '../items.ts';
import { packJson, unpackJson } from '../packed.ts';
import type { Change } from './change.ts';

/** What recording and delivering both do with stored changes; without the ledger's model, which delivering needs not. */

/** Items under keys as they are now, missing ones left out. */
export async function getAll<T>(db: Db, wanted: readonly Key[]): Promise<T[]> {
  const found: T[] = [];
  const unique = [...new Map(wanted.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  for (let at = 0; at < unique.length; at += 100) {
    let ask = unique.slice(at, at + 100).map(({ pk, sk }) => toItem({ pk, sk }));
    while (ask.length > 0) {
      const answer = await db.client.send(
        new BatchGetItemCommand({ RequestItems: { [db.table]: { Keys: ask, ConsistentRead: true } } }),
      );
      found.push(...(answer.Responses?.[db.table] ?? []).map((item) => fromItem<T>(item)));
      ask = (answer.UnprocessedKeys?.[db.table]?.Keys ?? []) as typeof ask;
    }
  }
  return found;
}

/** What of a change is packed when it is stored: what a message says of it, and who would hear of it. */
type Said = Pick<Change, 'facets' | 'picture'>;

/** A change as its item. */
export function stored({ facets, picture, ...change }: Change): Item {
  return { ...change, body: packJson({ facets, picture } satisfies Said) };
}

/** A change from its item. @throws RangeError, SyntaxError or a zlib error on an item that is none. */
export function changeFrom({ body, ...item }: Item): Change {
  return { ...item, ...unpackJson<Said>(body as Uint8Array) } as unknown as Change;
}

/** Moves a change from one state to the next; false where it is in another. */
export async function move(db: Db, change: Key, from: Change['state'], to: Change['state']): Promise<boolean> {
  const end = to === 'void' || to === 'done' ? ' REMOVE pendingPk, pendingSk' : '';
  const done = await update(db, { pk: change.pk, sk: change.sk }, `SET #state = :to${end}`, '#state = :from', {
    names: { '#state': 'state' },
    values: { ':from': from, ':to': to },
  });
  return done !== null;
}

/** Marks a change as told to whom it concerns. */
export const markDone = (db: Db, change: Key): Promise<boolean> => move(db, change, 'open', 'done');
