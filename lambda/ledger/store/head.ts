import { createHash } from 'node:crypto';
import type { Item } from '../../dynamo.ts';
import { nextLook } from '../looks.ts';
import { partyKey } from '../model/parties.ts';
import { statusOf } from '../status.ts';
import type { Commitment, Coverage, Status } from '../types.ts';
import * as keys from './keys.ts';
import { pack } from './packed.ts';

/** What the log last said of a commitment: what the counts must be moved from. */
export interface Logged {
  status: Status;
  topic: string;
  type: string;
  month: string;
  actors: string[];
}

/** A commitment as it is stored: its keys for the indexes, and the whole of it compressed (news repeats itself). */
export interface HeadItem extends Item {
  pk: string;
  sk: string;
  id: string;
  /** Version of its home block when it was put together: a reading of more mentions has a higher one. */
  basis: number;
  /** Of the commitment without recorded times: equal where nothing public changed. */
  hash: string;
  status?: Status;
  body?: Uint8Array;
  mergedInto?: string | null;
  retracted?: boolean;
  recordedAt: string;
  pendingPk?: string;
  pendingSk?: string;
}

/** Where a head stands in the indexes and lists. */
export function headItem(commitment: Commitment, basis: number, coverage: Coverage, now: Date): HeadItem {
  const { status, due } = statusOf(commitment, coverage, now);
  const stated = keys.stated(commitment.statedAt, commitment.id);
  // Past due when first seen: the sweep, which knows the coverage, is to look at once.
  const look = status === 'lapsed_unverified' ? now.toISOString() : nextLook(commitment, now);
  const recordedAt = now.toISOString();
  return {
    ...keys.commitmentKey(commitment.id),
    id: commitment.id,
    basis,
    hash: hashOf(commitment),
    status,
    body: pack(commitment),
    recordedAt,
    statusPk: keys.statusPk(status),
    statusSk: stated,
    topicPk: keys.topicPk(commitment.topic),
    topicSk: stated,
    ...(due.day ? { duePk: keys.duePk(due.day.slice(0, 4)), dueSk: keys.dueSk(due.day, commitment.id) } : {}),
    ...(look ? { nextPk: keys.nextPk(look.slice(0, 10)), nextSk: keys.nextSk(look, commitment.id) } : {}),
    pendingPk: keys.CHANGE_PENDING,
    pendingSk: `${recordedAt}#${commitment.id}`,
  };
}

/** Pointers to a commitment from the lists of everything, its actors and its outlets. */
export function listItems(commitment: Commitment): Item[] {
  const sk = keys.stated(commitment.statedAt, commitment.id);
  return listsOf(commitment).map((list) => ({ pk: keys.listPk(list), sk, id: commitment.id }));
}

/** Every list a commitment stands in. */
export function listsOf(commitment: Commitment): keys.ListName[] {
  return [
    'all',
    ...actorsOf(commitment).map((a) => `actor:${a}` as const),
    ...commitment.outlets.map((o) => `outlet:${o}` as const),
  ];
}

/**
 * Gazetteer ids and name keys of everyone in a commitment, and of the bodies for which those who must act hold an office, lineages
 * folded, sorted.
 */
export function actorsOf(commitment: Commitment): string[] {
  const parties = [
    ...commitment.obligors,
    ...commitment.counterparties,
    ...(commitment.speaker ? [commitment.speaker] : []),
  ];
  const bodies = commitment.mentions.flatMap(({ body }) => body ?? []);
  const keysOfAll = [...parties.map((p) => partyKey(p, commitment.statedAt.slice(0, 10))), ...bodies];
  return [...new Set(keysOfAll.filter((key) => key !== 'class'))].map((key) => key.replace(/^[an]:/, '')).sort();
}

export const loggedOf = (commitment: Commitment, status: Status): Logged => ({
  status,
  topic: commitment.topic,
  type: commitment.type,
  month: commitment.statedAt.slice(0, 7),
  actors: actorsOf(commitment),
});

/** Of everything public: recorded times, which differ from run to run, aside. */
export function hashOf(commitment: Commitment): string {
  return createHash('sha256').update(canonical(commitment)).digest('hex').slice(0, 32);
}

/** JSON with sorted members: a stored map comes back in any order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (name, part: unknown) => {
    if (name === 'recordedAt' || name === 'fingerprint') return undefined;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
