import { createHash, randomUUID } from 'node:crypto';
import type { Db, Item } from '../../dynamo.ts';
import { all, get, type Key, put, putMany, removeMany, update } from '../../items.ts';
import { type Change, changesSince } from '../store/changes.ts';
import { stated } from '../store/keys.ts';
import type { ArticleRef, Commitment } from '../types.ts';
import { type Doc, docItem, docsOf } from './doc.ts';
import { articlePk, CURSOR } from './keys.ts';
import { type Fresh, gatherFresh, noteFresh } from './segments.ts';

/** What a commitment has from one article. */
export interface ArticleUse {
  /** The commitment. */
  id: string;
  article: Omit<ArticleRef, 'fingerprint'>;
  mentions: string[];
  reports: string[];
}

/**
 * Brings the search index up to the change log, from where it stopped. Each step may run twice or be cut off: all that is
 * found by is written before what is noted of a commitment, so that what was cut off is written again; and a change older
 * than what was indexed is passed over.
 * @param limit most changes to work in.
 * @param gathered commitments that are gathered before their stems are written as a segment.
 * @returns how many were worked in, and the sequence number that the index is now up to.
 */
export async function indexChanges(
  db: Db,
  now: Date,
  limit = 500,
  gathered?: number,
): Promise<{ indexed: number; upTo: number }> {
  const start = (await get<{ upTo: number }>(db, CURSOR))?.upTo ?? 0;
  const { changes, last } = await changesSince(db, start, limit);
  if (changes.length === 0) return { indexed: 0, upTo: last };
  const byId = new Map<string, Change[]>();
  for (const change of changes) byId.set(change.id, [...(byId.get(change.id) ?? []), change]);
  await indexLatest(db, byId, last);
  await update(db, CURSOR, 'SET upTo = :last, indexedAt = :now', 'attribute_not_exists(upTo) OR upTo < :last', {
    values: { ':last': last, ':now': now.toISOString() },
  });
  await gatherFresh(db, gathered);
  return { indexed: changes.length, upTo: last };
}

/** Works in the latest of the changes of each commitment. */
async function indexLatest(db: Db, byId: ReadonlyMap<string, readonly Change[]>, last: number): Promise<void> {
  const { wordsOfCommitment } = await import('./terms.ts');
  const known = await docsOf(db, [...byId.keys()]);
  const fresh: Fresh[] = [];
  const uses: Item[] = [];
  const gone: Key[] = [];
  const docs: { id: string; doc: Doc }[] = [];
  for (const [id, changes] of byId) {
    const { sequence, commitment } = changes.at(-1)!;
    const before = known.get(id);
    if (before && before.sequence > sequence) continue;
    const own = commitment ? usesOf(commitment) : [];
    const said = commitment ? wordsOfCommitment(commitment) : [];
    const doc: Doc = {
      stems: [...new Set(said.map((word) => word.stem))],
      uses: digestsOf(own),
      at: commitment ? stated(commitment.statedAt, commitment.id) : '',
      sequence,
    };
    // Whoever was cut off may have got as far as any of the changes before this one.
    const begun = changes.slice(0, -1).map((change) => digestsOf(change.commitment ? usesOf(change.commitment) : []));
    if (before && begun.length === 0 && isSame(before, doc)) continue;
    if (said.length > 0) fresh.push({ at: doc.at, words: said.map(({ word, stem }) => [word, stem]) });
    for (const use of own) {
      const { id: article } = use.article;
      const stands = [before?.uses ?? {}, ...begun].every((one) => one[article] === doc.uses[article]);
      if (!stands) uses.push({ pk: articlePk(article), sk: id, ...use });
    }
    const articles = new Set([before?.uses ?? {}, ...begun].flatMap((one) => Object.keys(one)));
    for (const article of articles) if (!(article in doc.uses)) gone.push({ pk: articlePk(article), sk: id });
    docs.push({ id, doc });
  }
  await noteFresh(db, fresh, last, randomUUID());
  await putMany(db, uses);
  await removeMany(db, gone);
  for (const { id, doc } of docs) {
    await put(db, { ...docItem(id, doc) }, 'attribute_not_exists(pk) OR #s <= :s', {
      names: { '#s': 'sequence' },
      values: { ':s': doc.sequence },
    });
  }
}

/** Of what is found by: a change of status alone needs nothing to be written. */
function isSame(a: Doc, b: Doc): boolean {
  const of = ({ stems, uses, at }: Doc) => JSON.stringify([stems, Object.entries(uses).sort(), at]);
  return of(a) === of(b);
}

/** A digest of what a commitment has from each article. */
const digestsOf = (uses: readonly ArticleUse[]): Doc['uses'] =>
  Object.fromEntries(
    uses.map((use) => [
      use.article.id,
      createHash('sha256').update(JSON.stringify(use)).digest('base64url').slice(0, 8),
    ]),
  );

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
