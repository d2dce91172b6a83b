import { createHash } from 'node:crypto';
import type { Place } from '../types.ts';

/** The keys of everything the ledger stores, in one place. Instants in keys are ISO 8601 in UTC, so that they sort. */

const utc = (instant: string): string => new Date(instant).toISOString();
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** What one article gave, as read last: the intent from which everything else is written. */
export const readingKey = (articleKey: string) => ({ pk: `A#${hash(articleKey)}`, sk: 'READING' });

/**
 * A block: its head, mentions, reports and reviews share a partition. Mentions, reviews and the reports that may tell of
 * a mention stand in the order of days, so that one query reads a stretch of time, or all of it. Behind them stand all
 * reports, the newest first: one query more, or the same that goes on, reads what has been told since a day. A posting is a
 * block in which mentions only wait, and that has no head.
 */
export const blockPk = (block: string): string => `B#${block}`;
/** It sorts behind the days and before the archive: one query against the order reads it and what is newest. */
export const blockHeadKey = (block: string) => ({ pk: blockPk(block), sk: 'DAYS' });
const onDay = (day: number): string => `D#${String(day).padStart(5, '0')}#`;
const inBlock = (kind: string, { block, day }: Place, id: string) => ({
  pk: blockPk(block),
  sk: `${onDay(day)}${kind}#${id}`,
});
export const mentionKey = (place: Place, id: string) => inBlock('M', place, id);
/** A mention that belongs with this block and stands in another. */
export const linkKey = (place: Place, id: string) => inBlock('L', place, id);
/** A report that may tell of a mention of its block, beside the mentions. */
export const reportKey = (place: Place, id: string) => inBlock('R', place, id);
/** A mention that waits under a posting, on the last day on which it may be told of. */
export const waitKey = (place: Place, id: string) => inBlock('W', place, id);
/** Any report, where those are looked for that may tell of a mention that comes later. */
export const archiveKey = ({ block, day }: Place, id: string) => ({ pk: blockPk(block), sk: `${toldOn(day)}${id}` });
const ARCHIVE = 'E#';
const toldOn = (day: number): string => `${ARCHIVE}${String(99_999 - day).padStart(5, '0')}#`;
export const reviewKey = (place: Place, id: string) => inBlock('V', place, id);
const KINDS: Record<string, Kind> = {
  M: 'mention',
  L: 'link',
  R: 'report',
  V: 'review',
  W: 'waiting',
};
type Kind = 'mention' | 'link' | 'report' | 'review' | 'waiting' | 'archived';
/** What stands under a sort key of a block, and on which day. */
export const standing = (sk: string): { day: number; kind: Kind | undefined; id: string } =>
  sk.startsWith(ARCHIVE)
    ? { day: 99_999 - Number(sk.slice(2, 7)), kind: 'archived', id: sk.slice(8) }
    : { day: Number(sk.slice(2, 7)), kind: KINDS[sk[8] ?? ''], id: sk.slice(10) };
/** From the first to the last sort key of days. */
export const daysBetween = (from: number, to: number) => ({
  ':from': onDay(from),
  ':to': `${onDay(Math.min(to, 99_999))}~`,
});
/** Sort keys of all that was told on days. */
export const archivedBetween = (first: number, last: number) => ({
  ':from': toldOn(Math.min(last, 99_999)),
  ':to': `${toldOn(first)}~`,
});
/** From the first sort key of all days to the head, or to the last of what was told since a day. */
export const daysToHead = (block: string, since: number | null) => ({
  ':from': onDay(0),
  ':to': since === null ? blockHeadKey(block).sk : `${toldOn(since)}~`,
});
/** When a stretch of a block was cut. */
export const cutKey = (block: string, stretch: string) => ({ pk: blockPk(block), sk: `CUT#${stretch}` });

/** A commitment; under an id that has been merged away, the redirect. */
export const commitmentKey = (id: string) => ({ pk: `C#${id}`, sk: 'HEAD' });
/** The commitment of a partition key. */
export const commitmentIn = (pk: string): string => pk.slice(commitmentKey('').pk.length);
/** What the log last said of a commitment. */
export const loggedKey = (id: string) => ({ pk: `C#${id}`, sk: 'LOGGED' });
/** What became of a commitment's id: merges and splits, which a pure reading of its mentions cannot know. */
export const idEventKey = (id: string, event: string) => ({ pk: `C#${id}`, sk: `E#${event}` });

/** Partition of the index `pending`: readings and reviews whose consequences are not all written. */
export const LEDGER_PENDING = 'LEDGER';
/** Partition of the index `pending`: commitments whose change has no number in the log yet. */
export const CHANGE_PENDING = 'CHANGE';

/** Newest first in a list: by first mention, then id. */
export const stated = (statedAt: string, id: string): string => `${utc(statedAt)}#${id}`;

export const statusPk = (status: string): string => `STATUS#${status}`;
export const topicPk = (topic: string): string => `TOPIC#${topic}`;
export const duePk = (year: string): string => `DUE#${year}`;
export const dueSk = (day: string, id: string): string => `${day}#${id}`;
/** Looks are bucketed by UTC day. */
export const nextPk = (day: string): string => `LOOK#${day}`;
export const nextSk = (instant: string, id: string): string => `${utc(instant)}#${id}`;

/** Lists that are no index of the table: everything, one actor's, one outlet's. Each line is a pointer to its commitment. */
export type ListName = 'all' | `actor:${string}` | `outlet:${string}`;
export const listPk = (list: ListName): string => `LIST#${list}`;

/** The change log: 1,000 entries a partition; sequence numbers start at 1. */
const PER_BUCKET = 1000;
const padded = (sequence: number): string => String(sequence).padStart(12, '0');
export const logKey = (sequence: number) => ({ pk: logPk(sequence), sk: padded(sequence) });
export const logPk = (sequence: number): string => `LOG#${Math.floor((sequence - 1) / PER_BUCKET)}`;
export const logSk = padded;
/** First sequence number of the partition after the one that holds this number. */
export const nextLogBucket = (sequence: number): number =>
  (Math.floor((sequence - 1) / PER_BUCKET) + 1) * PER_BUCKET + 1;
/** Who may number changes, until when, and the last number given. */
export const SEQUENCER = { pk: 'SEQUENCER', sk: 'LEASE' };

export const statsKey = (of: string) => ({ pk: `STATS#${of}`, sk: 'COUNTS' });
