import type { Db } from '../../../lambda/dynamo.ts';
import { followedBy } from '../../../lambda/ledger/follow.ts';
import { commitmentOf } from '../../../lambda/ledger/model/model.ts';
import { readMentions } from '../../../lambda/ledger/model/read-mentions.ts';
import { readReports } from '../../../lambda/ledger/outcomes/read.ts';
import { hashOf } from '../../../lambda/ledger/store/head.ts';
import { listCommitments } from '../../../lambda/ledger/store/read.ts';
import type { Commitment, LedgerArticle } from '../../../lambda/ledger/types.ts';

/** A commitment without what differs from run to run, as one line. */
export const faceOf = (c: Commitment): string => {
  const rest = JSON.parse(JSON.stringify(c, (k, v) => (k === 'fingerprint' ? null : v)));
  return `${c.id} ${hashOf(rest)}`;
};

/** The whole stored ledger, comparable. */
export async function storedLedger(db: Db): Promise<string[]> {
  const all: Commitment[] = [];
  let cursor: string | null = null;
  do {
    const page = await listCommitments(db, { limit: 100, cursor, now: new Date('2030-01-01T00:00:00Z') });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return all.map(faceOf).sort();
}

/** What the pure model makes of the same articles. */
export const pureLedger = (articles: readonly LedgerArticle[]): string[] =>
  followedBy(
    articles.flatMap((a) => readMentions(a, a.published)),
    articles.flatMap((a) => readReports(a, a.published)),
  )
    .map(commitmentOf)
    .map(faceOf)
    .sort();
