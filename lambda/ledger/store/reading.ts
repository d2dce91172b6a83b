import { createHash } from 'node:crypto';
import type { Db } from '../../dynamo.ts';
import { get, put, update } from '../../items.ts';
import { isSame, placesOf, reportPlaces } from '../model/blocks.ts';
import { readMentions } from '../model/read-mentions.ts';
import { readReports } from '../outcomes/read.ts';
import type { LedgerArticle, Place, StoredMention } from '../types.ts';
import { wordsOf } from '../words/words.ts';
import * as keys from './keys.ts';
import { loadReading, type Reading, sourceOf, stored } from './stored-reading.ts';

/** Reads an article into what the ledger keeps of it. Pure but for the time it is recorded at. */
export function readingOf(article: LedgerArticle, now: Date): Reading {
  const recordedAt = now.toISOString();
  const mentions = readMentions(article, recordedAt);
  // What can be looked for nowhere tells of nothing.
  const reports = readReports(article, recordedAt).filter((report) => reportPlaces(report).length > 0);
  const hash = createHash('sha256')
    .update(
      JSON.stringify([mentions, reports], (name, value) =>
        name === 'recordedAt' || name === 'fetchedAt' ? undefined : value,
      ),
    )
    .digest('hex')
    .slice(0, 32);
  const reading = {
    ...keys.readingKey(article.key),
    articleKey: article.key,
    rev: 1,
    hash,
    of: sourceOf(article),
    mentions,
    reports,
    homes: Object.fromEntries(mentions.map((m) => [m.id, placesOf(m).slice(0, 1)])),
    others: Object.fromEntries([
      ...mentions.map((m) => [m.id, placesOf(m).slice(1)]),
      ...reports.map((r) => [r.id, reportPlaces(r)]),
    ]),
    outOfScope: article.extraction.commitments.length - mentions.length,
    recordedAt,
  };
  return isIdle(reading) ? reading : pending(reading);
}

/** True where nothing follows from a reading: it is kept for what it counts. */
const isIdle = ({ mentions, reports }: Pick<Reading, 'mentions' | 'reports'>): boolean =>
  mentions.length === 0 && reports.length === 0;

const pending = (reading: Reading): Reading => ({
  ...reading,
  pendingPk: keys.LEDGER_PENDING,
  pendingSk: `${reading.recordedAt}#${reading.pk}`,
});

/** Tries at writing a reading that somebody else writes too. */
const TRIES = 10;

/**
 * Keeps a reading; merged with earlier readings of the same article where there are any.
 * @returns the reading whose consequences are to be written, or null where there are none left to write.
 */
export async function keepReading(db: Db, fresh: Reading): Promise<Reading | null> {
  const isEmpty = fresh.mentions.length === 0 && fresh.reports.length === 0 && fresh.outOfScope === 0;
  for (let tries = 0; tries < TRIES; tries++) {
    if (!isEmpty && tries === 0 && (await put(db, stored(fresh), 'attribute_not_exists(pk)')))
      return isIdle(fresh) ? null : fresh;
    const before = await loadReading(db, { pk: fresh.pk, sk: fresh.sk });
    if (!before) {
      if (isEmpty) return null;
      continue;
    }
    if (before.hash === fresh.hash) {
      if (before.of !== fresh.of) await noteSource(db, before, fresh.of);
      return before.pendingPk ? before : null;
    }
    const merged = merge(before, fresh);
    if (await put(db, stored(merged), 'rev = :rev', { values: { ':rev': before.rev } })) return merged;
  }
  throw new Error(`article ${fresh.articleKey} is being written by too many at once`);
}

/** Another text of the article, or another extractor, has said the same. */
async function noteSource(db: Db, { pk, sk, rev }: Reading, of: string): Promise<void> {
  await update(db, { pk, sk }, 'SET #of = :of', 'rev = :rev', {
    names: { '#of': 'of' },
    values: { ':of': of, ':rev': rev },
  });
}

/**
 * True where the ledger has had this text of an article, as this extractor reads it, and all that follows from it is
 * written. Never of an article that says nothing to it, of which it keeps nothing.
 */
export async function isPlaced(
  db: Db,
  article: Pick<LedgerArticle, 'key' | 'textHash' | 'extractorVersion'>,
): Promise<boolean> {
  const reading = await get<{ of?: string; pendingPk?: string }>(db, keys.readingKey(article.key));
  return reading?.of === sourceOf(article) && reading.pendingPk === undefined;
}

/**
 * The newer reading with the ids of the older one: another extractor may word the act of a sentence otherwise, or bind
 * somebody else by it, and it is still the promise that was published, and perhaps reviewed, under its first id. Of one
 * sentence those of the same type are paired first, in the order of the text.
 */
function withFirstIds(before: Reading, fresh: Reading): Reading {
  const known = new Set(before.mentions.map(({ id }) => id));
  const found = new Set(fresh.mentions.map(({ id }) => id));
  const left = before.mentions.filter((m) => !m.retractedAt && !found.has(m.id));
  const renamed = new Map<string, string>();
  for (const isAlike of [(a: StoredMention, b: StoredMention) => a.mention.type === b.mention.type, () => true]) {
    for (const mention of fresh.mentions) {
      if (known.has(mention.id) || renamed.has(mention.id)) continue;
      const at = left.findIndex((old) => sentenceOf(old) === sentenceOf(mention) && isAlike(old, mention));
      if (at >= 0) renamed.set(mention.id, left.splice(at, 1)[0]!.id);
    }
  }
  const idOf = (id: string): string => renamed.get(id) ?? id;
  const named = (places: Record<string, Place[]>): Record<string, Place[]> =>
    Object.fromEntries(Object.entries(places).map(([id, own]) => [idOf(id), own]));
  return {
    ...fresh,
    mentions: fresh.mentions.map((m) => ({ ...m, id: idOf(m.id) })),
    homes: named(fresh.homes),
    others: named(fresh.others),
  };
}

const sentenceOf = ({ quote }: StoredMention): string => wordsOf(quote).join(' ');

/** The newer reading, with what only the older one had retracted, and first recordings kept. */
function merge(before: Reading, read: Reading): Reading {
  const fresh = withFirstIds(before, read);
  const at = fresh.recordedAt;
  const together = <T extends { id: string; recordedAt: string; retractedAt?: string }>(old: T[], next: T[]): T[] => {
    const known = new Map(old.map((x) => [x.id, x]));
    const ids = new Set(next.map((x) => x.id));
    return [
      ...next.map((x) => ({ ...x, recordedAt: known.get(x.id)?.recordedAt ?? x.recordedAt })),
      ...old.filter((x) => !ids.has(x.id)).map((x) => ({ ...x, retractedAt: x.retractedAt ?? at })),
    ];
  };
  return pending({
    ...fresh,
    rev: before.rev + 1,
    mentions: together(before.mentions, fresh.mentions),
    reports: together(before.reports, fresh.reports),
    homes: united(before.homes, fresh.homes),
    others: united(before.others, fresh.others),
  });
}

/** All places that either reading knows, each once. */
function united(before: Record<string, Place[]>, fresh: Record<string, Place[]>): Record<string, Place[]> {
  const all = { ...before };
  for (const [id, places] of Object.entries(fresh)) {
    const old = all[id] ?? [];
    all[id] = [...old, ...places.filter((place) => !old.some((known) => isSame(known, place)))];
  }
  return all;
}

/** Marks a reading as done, unless a newer one has taken its place. */
export async function settleReading(db: Db, reading: Reading): Promise<void> {
  await update(db, { pk: reading.pk, sk: reading.sk }, 'REMOVE pendingPk, pendingSk', 'rev = :rev', {
    values: { ':rev': reading.rev },
  });
}

/**
 * What the ledger finds in an article: commitments that it keeps; only reports, or commitments that it leaves out; or
 * nothing at all, so that placing it for the first time would write nothing.
 */
export type ArticleSays = 'promises' | 'something' | 'nothing';

/** What an article says to the ledger. Pure. */
export function saysOf(article: LedgerArticle, now: Date): ArticleSays {
  const { mentions, reports, outOfScope } = readingOf(article, now);
  if (mentions.length > 0) return 'promises';
  return reports.length > 0 || outOfScope > 0 ? 'something' : 'nothing';
}
