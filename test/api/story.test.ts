import { describe, expect, test } from 'vitest';
import { commitmentPage, watchedOf } from '../../lambda/api/page/commitment.ts';
import { durations } from '../../lambda/api/page/durations.ts';
import { history } from '../../lambda/api/page/history.ts';
import { MISSED } from '../../lambda/api/page/missed.data.ts';
import { followedBy } from '../../lambda/ledger/follow.ts';
import { commitmentOf } from '../../lambda/ledger/model/model.ts';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import { readReports } from '../../lambda/ledger/outcomes/read.ts';
import { statusOf } from '../../lambda/ledger/status.ts';
import type { Commitment, LedgerArticle } from '../../lambda/ledger/types.ts';
import { article } from '../ledger/articles.ts';
import { registration } from '../ledger/samples.ts';

const NOW = new Date('2022-12-27T03:00:00Z');

const commitmentsOf = (articles: LedgerArticle[]): Commitment[] =>
  followedBy(
    articles.flatMap((a) => readMentions(a, a.published)),
    articles.flatMap((a) => readReports(a, a.published)),
  ).map(commitmentOf);

const promise = (id: string, outlet: string, published: string): LedgerArticle =>
  article({
    id,
    outlet,
    published,
    title: `Kantor ${outlet}`,
    text: 'Google akan membuka pusat data di Batam paling lambat 30 September 2022.',
    mentions: [
      {
        obligor: 'Google=google',
        action: 'membuka pusat data di Batam',
        deadline: 'paling lambat 30 September 2022=2022-09-30',
      },
    ],
  });

describe('a commitment’s history on its page', () => {
  test('a sentence that others print word for word is told once, with who copied it', () => {
    const [c] = commitmentsOf([
      promise('a', 'warta', '2022-06-01'),
      promise('b', 'kabar', '2022-06-01T15:00:00+07:00'),
      promise('c', 'suluh', '2022-06-02'),
    ]);
    const page = String(history(c!, 'id'));
    expect(page.match(/<blockquote>/g)).toHaveLength(1);
    expect(page).toContain('Disalin oleh: kabar, suluh');
  });

  test('what one article tells at once is one entry: mentioned again, and moved', () => {
    const telegram = commitmentsOf(registration()).find((c) => c.slips > 0)!;
    const page = String(history(telegram, 'en'));
    expect(page).toMatch(/mentioned again; deadline moved: \d+ July 2022 → \d+ July 2022/);
    const quotes = [...page.matchAll(/<blockquote>(.*?)<cite>/g)].map(([, quote]) => quote);
    expect(new Set(quotes).size).toBe(quotes.length);
  });
});

describe('what a finding of no evidence rests on', () => {
  const latest = '2022-09-30T23:59:59+07:00';
  const read = (from: string, to: string) => [{ from, to }];

  test('only sources read without a gap around the deadline count, and not beyond now', () => {
    const coverage = new Map([
      ['warta', read('2022-01-01T00:00:00Z', '2030-01-01T00:00:00Z')],
      ['kabar', read('2022-09-29T00:00:00Z', '2022-12-01T00:00:00Z')],
      ['suluh', read('2022-09-01T00:00:00Z', '2022-11-01T00:00:00Z')],
    ]);
    expect(watchedOf(coverage, latest, NOW)).toEqual({ sources: 2, until: NOW.toISOString() });
  });

  test.each([
    ['coverage that is only declared', 'complete' as const, latest],
    ['no deadline', new Map([['warta', read('2022-01-01T00:00:00Z', '2023-01-01T00:00:00Z')]]), null],
    ['nothing that was read', new Map(), latest],
  ])('of %s nothing is said', (_name, coverage, due) => {
    expect(watchedOf(coverage, due, NOW)).toBeNull();
  });
});

describe('a commitment’s page', () => {
  const pageOf = (commitment: Commitment, now: Date): string =>
    commitmentPage({
      lang: 'en',
      judged: { commitment, result: statusOf(commitment, 'complete', now) },
      replies: [],
      query: {},
      at: null,
      now,
      origin: 'https://tagih.example',
      coverage: 'complete',
    });
  const [c] = commitmentsOf([promise('a', 'warta', '2022-06-01')]);

  test('leads to what replaced it, and to what it replaced', () => {
    const page = pageOf({ ...c!, supersededBy: 'aaaa', supersedes: ['bbbb', 'cccc'] }, NOW);
    for (const id of ['aaaa', 'bbbb', 'cccc']) expect(page).toMatch(new RegExp(`href="/commitments/${id}[^"]*"`));
    expect(pageOf(c!, NOW)).not.toContain('Replaced by');
  });

  test('says beside “overdue” how often evidence is missed, and not before', () => {
    const said = `the outcome of ${MISSED.ended - MISSED.seen} of ${MISSED.ended} commitments was not seen`;
    expect(pageOf(c!, new Date('2022-11-01T00:00:00Z'))).toContain(said);
    expect(pageOf(c!, new Date('2022-08-01T00:00:00Z'))).not.toContain('How often evidence is missed');
  });
});

describe('the plot of an actor’s record', () => {
  const judged = (articles: LedgerArticle[]) =>
    commitmentsOf(articles).map((commitment) => ({ commitment, result: statusOf(commitment, 'complete', NOW) }));

  test('each commitment is a line to its page, with its deadline, and what is past due reaches until now', () => {
    const items = judged([...registration(), promise('a', 'warta', '2022-06-01')]);
    const svg = String(durations(items, 'id', NOW));
    for (const { commitment } of items) expect(svg).toContain(`href="/commitments/${commitment.id}"`);
    expect(items.filter(({ result }) => result.status === 'overdue').length).toBeGreaterThan(0);
    expect(svg.match(/class="over"/g)).toHaveLength(items.filter(({ result }) => result.status === 'overdue').length);
    expect(svg).not.toContain('NaN');
  });

  test('of one commitment there is nothing to compare', () => {
    expect(durations(judged([promise('a', 'warta', '2022-06-01')]), 'id', NOW)).toBe('');
  });
});
