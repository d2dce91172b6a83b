import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { type Db, toItem } from '../../dynamo.ts';
import { all, get, type Key, put, putMany, update } from '../../items.ts';
import { type Change, changesSince } from '../store/changes.ts';
import { stated } from '../store/keys.ts';
import type { ArticleRef, Commitment } from '../types.ts';
import { articlePk, CURSOR, docKey, postingPk, vocabularyPk } from './keys.ts';
import type { Word } from './terms.ts';

interface Doc {
  stems: string[];
  /** Ids of the articles that it rests on. */
  articles: string[];
  /** Sort key of its postings. */
  at: string;
  /** Sequence number of the change that it was made from. */
  sequence: number;
}

/** What a commitment has from one article. */
export interface ArticleUse {
  /** The commitment. */
  id: string;
  article: Omit<ArticleRef, 'fingerprint'>;
  mentions: string[];
  reports: string[];
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
  const uses = commitment ? usesOf(commitment) : [];
  const words = commitment ? (await import('./terms.ts')).wordsOfCommitment(commitment) : [];
  const doc: Doc = {
    stems: [...new Set(words.map((word) => word.stem))],
    articles: uses.map((use) => use.article.id),
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
  await removeMany(db, [
    ...(before?.stems ?? []).filter((stem) => !kept.has(stem)).map((stem) => ({ pk: postingPk(stem), sk: before!.at })),
    ...(before?.articles ?? [])
      .filter((article) => !doc.articles.includes(article))
      .map((article) => ({ pk: articlePk(article), sk: change.id })),
  ]);
  const fresh = words.filter(({ stem }) => !old.has(stem));
  const known = knownTo(db);
  const vocabulary = vocabularyOf(words).filter(({ pk, sk }) => !known.has(nameOf(db, pk, sk)));
  await putMany(db, [
    ...uses.map((use) => ({ pk: articlePk(use.article.id), sk: change.id, ...use })),
    ...[...new Set(fresh.map(({ stem }) => stem))].map((stem) => ({ pk: postingPk(stem), sk: doc.at, id: change.id })),
    ...vocabulary,
  ]);
  for (const { pk, sk } of vocabulary) known.add(nameOf(db, pk, sk));
}

/**
 * Entries of the vocabulary that this process has written, by client. The news uses the same words day after day, and an
 * entry is never changed or taken away. Only saves requests; another process writes it again, which changes nothing.
 */
const KNOWN = new WeakMap<Db['client'], Set<string>>();
const MOST_KNOWN = 50_000;
const nameOf = ({ table }: Db, pk: string, sk: string): string => `${table} ${pk} ${sk}`;

function knownTo(db: Db): Set<string> {
  const known = KNOWN.get(db.client) ?? new Set();
  KNOWN.set(db.client, known);
  if (known.size > MOST_KNOWN) known.clear();
  return known;
}

/**
 * A word that is only begun is sought among words as printed and among stems: `daft` finds `pendaftaran`. A stem with which
 * its word begins is found by that.
 */
function vocabularyOf(words: readonly Word[]) {
  const entries = new Map(
    words.flatMap(({ word, stem }) => [
      [word, stem] as const,
      ...(word.startsWith(stem) ? [] : [[stem, stem] as const]),
    ]),
  );
  return [...entries].map(([word, stem]) => ({ pk: vocabularyPk(word), sk: word, stem }));
}

function usesOf(c: Commitment): ArticleUse[] {
  const uses = new Map<string, ArticleUse>();
  const of = ({ fingerprint: _, ...article }: ArticleRef): ArticleUse => {
    const use = uses.get(article.id) ?? { id: c.id, article, mentions: [], reports: [] };
    uses.set(article.id, use);
    return use;
  };
  for (const mention of c.mentions) of(mention.article).mentions.push(mention.id);
  for (const outcome of c.outcomes) of(outcome.evidence.article).reports.push(outcome.id);
  return [...uses.values()];
}

/** The commitments that rest on an article, and what each has from it. */
export const usesOfArticle = (db: Db, articleId: string): Promise<ArticleUse[]> =>
  all<ArticleUse>(db, { condition: 'pk = :pk', values: { ':pk': articlePk(articleId) } });

async function removeMany(db: Db, keys: readonly Key[]): Promise<void> {
  for (let at = 0; at < keys.length; at += 25) {
    let left = keys.slice(at, at + 25).map((key) => ({ DeleteRequest: { Key: toItem({ ...key }) } }));
    while (left.length > 0) {
      const answer = await db.client.send(new BatchWriteItemCommand({ RequestItems: { [db.table]: left } }));
      left = (answer.UnprocessedItems?.[db.table] ?? []) as typeof left;
    }
  }
}

/** Changes worked in by one step of {@link catchUp}. */
const STEP = 100;

/**
 * Brings the search index up to the change log, step by step while there is time; what is left, the next run does.
 * @returns how many changes were worked in.
 */
export async function catchUp(db: Db, now: Date, outOfTime: () => boolean): Promise<number> {
  let total = 0;
  while (!outOfTime()) {
    const { indexed } = await indexChanges(db, now, STEP);
    total += indexed;
    if (indexed === 0) break;
  }
  return total;
}
