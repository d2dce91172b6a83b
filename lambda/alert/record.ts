import type { Db, Item } from '../dynamo.ts';
import { all, get, type Key, put, update } from '../items.ts';
import { getCommitment } from '../ledger/store/read.ts';
import type { Commitment, Coverage } from '../ledger/types.ts';
import { type Change, facetsOf, lineageIds, pictureOf } from './change.ts';
import * as keys from './keys.ts';
import { KINDS } from './kinds.ts';
import { changeFrom, getAll, move, stored } from './stored.ts';
import { awaitsCoverage, type Judged, judge, transitionsOf } from './transitions.ts';

/** What looking at one commitment recorded. */
export interface Recorded {
  commitment: Commitment | null;
  /** Changes to be told, ready for delivery. */
  open: Change[];
  /** How many changes were written, of every verdict. */
  written: number;
}

/** Everything recorded of a lineage, whatever id it was recorded under. */
export async function recordedOf(db: Db, ids: readonly string[]): Promise<Change[]> {
  const heads = await getAll<Key>(db, ids.map(keys.changesHeadKey));
  const lists = await Promise.all(
    heads.map(({ pk }) =>
      all<Item>(db, { condition: 'pk = :pk AND begins_with(sk, :t)', values: { ':pk': pk, ':t': 'T#' } }),
    ),
  );
  return lists.flat().map(changeFrom);
}

/**
 * Looks at a commitment and records what has happened to it, each transition once, with what is to become of it.
 * Safe to run twice, at the same time, or again after being cut off anywhere.
 */
export async function recordChanges(db: Db, id: string, coverage: Coverage, now: Date): Promise<Recorded> {
  const found = await getCommitment(db, id);
  if (!found) return recordRetraction(db, id, now);
  const { commitment } = found;
  const lineage = lineageIds(commitment);
  const told = await recordedOf(db, lineage);
  const counting = told.filter((change) => change.state !== 'void');
  const fresh = judge(commitment, transitionsOf(commitment, coverage, now), counting, now);
  const open: Change[] = [];
  let written = 0;
  if (fresh.length > 0 && !told.some((t) => t.pk === keys.changesPk(commitment.id))) {
    await put(db, { ...keys.changesHeadKey(commitment.id), id: commitment.id });
  }
  for (const judged of fresh) {
    const intent = changeOf(commitment, judged, coverage, now);
    // Nobody to be settled with: whoever joins it later finds it open.
    const isAlone = lineage.length === 1 && intent.state === 'intent';
    const change: Change = isAlone ? { ...intent, state: 'open' } : intent;
    if (!(await put(db, stored(change), 'attribute_not_exists(pk)'))) continue;
    written++;
    if (isAlone) open.push(change);
    else if (change.verdict === 'news' && (await settle(db, change, lineage))) open.push({ ...change, state: 'open' });
  }
  await noteRecheck(db, commitment, coverage, now);
  return { commitment, open, written };
}

function changeOf(commitment: Commitment, judged: Judged, coverage: Coverage, now: Date): Change {
  const { about: _, ...transition } = judged;
  const picture = pictureOf(commitment, judged, coverage, now);
  const id = keys.changeId(commitment.id, judged.key);
  const recordedAt = now.toISOString();
  const isPending = judged.verdict === 'news' || judged.verdict === 'operator';
  return {
    ...keys.changeKey(commitment.id, judged.key),
    ...transition,
    id,
    state: judged.verdict === 'news' ? 'intent' : judged.verdict === 'operator' ? 'open' : 'done',
    recordedAt,
    facets: facetsOf(commitment, picture.status),
    picture,
    ...(isPending ? { pendingPk: keys.CHANGES_PENDING, pendingSk: `${recordedAt}#${id}` } : {}),
  };
}

/**
 * Makes sure that one of the changes under the same key in a lineage is told, and only one. Two commitments may record
 * the same transition while they are being merged: each first writes its intent, then looks for the other's; the
 * smaller id voids an intent it sees, and nobody voids what is open already.
 * @returns true where this one is to be told.
 */
export async function settle(db: Db, change: Change, lineage: readonly string[]): Promise<boolean> {
  const rivals = await getAll<Pick<Change, 'pk' | 'sk' | 'verdict' | 'state'>>(
    db,
    lineage.map((id) => ({ pk: keys.changesPk(id), sk: change.sk })).filter(({ pk }) => pk !== change.pk),
  );
  for (const rival of rivals.filter((r) => r.verdict === 'news' && r.state !== 'void')) {
    const isOurs = rival.state === 'intent' && change.pk < rival.pk && (await move(db, rival, 'intent', 'void'));
    if (!isOurs && (await get<Pick<Change, 'state'>>(db, rival))?.state !== 'void') {
      await move(db, change, 'intent', 'void');
      return false;
    }
  }
  return move(db, change, 'intent', 'open');
}

/** A change that was cut off between its intent and its opening, brought to one end or the other. */
export async function settleAgain(db: Db, change: Change): Promise<boolean> {
  const found = await getCommitment(db, change.picture.commitment);
  return settle(db, change, found ? lineageIds(found.commitment) : [change.picture.commitment]);
}

/** A record taken back whole is told to those who were told of it before. */
async function recordRetraction(db: Db, id: string, now: Date): Promise<Recorded> {
  const told = await recordedOf(db, [id]);
  const last = told.filter((t) => t.verdict === 'news' && t.state !== 'void').at(-1);
  const none = { commitment: null, open: [], written: 0 };
  if (!last || last.kind === 'retracted') return none;
  const key = '-#retracted';
  const recordedAt = now.toISOString();
  const change: Change = {
    ...last,
    ...keys.changeKey(id, key),
    id: keys.changeId(id, key),
    key,
    kind: 'retracted',
    at: recordedAt,
    state: 'intent',
    recordedAt,
    pendingPk: keys.CHANGES_PENDING,
    pendingSk: `${recordedAt}#${keys.changeId(id, key)}`,
  };
  if (!(await put(db, stored(change), 'attribute_not_exists(pk)'))) return none;
  const isOpen = await settle(db, change, [id]);
  return { ...none, open: isOpen ? [{ ...change, state: 'open' }] : [], written: 1 };
}

/** A commitment that only coverage keeps from being overdue is looked at again: soon at first, then less often. */
async function noteRecheck(db: Db, commitment: Commitment, coverage: Coverage, now: Date): Promise<void> {
  const key = keys.recheckKey(commitment.id);
  const waits = awaitsCoverage(commitment, coverage, now);
  const before = waits ? null : await get<{ nextPk?: string }>(db, key);
  if (!waits && !before) return;
  if (!waits) {
    await update(db, key, 'REMOVE nextPk, nextSk', 'attribute_exists(pk)');
    return;
  }
  const since =
    now.getTime() -
    Date.parse(
      commitment.claims
        .map((c) => c.latest ?? '')
        .sort()
        .at(-1)!,
    );
  const next = new Date(now.getTime() + Math.max(10 * 60_000, (since - 86_400_000) / 4));
  await recheckAt(db, commitment.id, next);
}

/** Has a commitment looked at again at an instant, whatever the ledger's own looks are. */
export async function recheckAt(db: Db, id: string, at: Date): Promise<void> {
  await put(db, { ...keys.recheckKey(id), id, nextPk: keys.RECHECKS, nextSk: `${at.toISOString()}#${id}` });
}

/** True for a kind that only the operator hears of. */
export const isForOperator = (change: Change): boolean => 'operatorOnly' in KINDS[change.kind];
