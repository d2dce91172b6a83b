import type { Db } from '../../lambda/dynamo.ts';
import { commitmentsOf } from '../../lambda/ledger/model/model.ts';
import { placeArticle } from '../../lambda/ledger/place.ts';
import { readingOf } from '../../lambda/ledger/store/reading.ts';
import type { Commitment, Coverage, LedgerArticle } from '../../lambda/ledger/types.ts';
import { type ArticleSketch, article } from '../ledger/articles.ts';

/** A promise as an alert test needs it: who, what, by when, said when and where. */
export interface Promised {
  id?: string;
  outlet?: string;
  published: string;
  obligor?: string;
  counterparties?: string;
  action?: string;
  due?: string;
  kind?: 'due' | 'start';
  sample?: boolean;
  text?: string;
}

/** An article that says somebody will do something by a day. */
export function promise(p: Promised): LedgerArticle {
  const action = p.action ?? 'mendaftarkan layanannya';
  const phrase = p.due ? ` paling lambat ${p.due}` : '';
  const obligor = p.obligor ?? 'Telegram=telegram';
  const name = obligor.split('=')[0]!;
  const sketch: ArticleSketch = {
    id: p.id ?? `${name}-${p.published.slice(0, 10)}`,
    published: p.published,
    title: `${name} diminta ${action}`,
    text: p.text ?? `${name} akan ${action}${phrase}. Kementerian menunggu.`,
    mentions: [
      {
        type: 'obligation',
        obligor,
        counterparties: p.counterparties ?? '',
        action,
        ...(p.due ? { deadline: `paling lambat ${p.due}=${p.due}` } : {}),
        ...(p.kind ? { kind: p.kind } : {}),
      },
    ],
    ...(p.outlet ? { outlet: p.outlet } : {}),
  };
  const made = article(sketch);
  return { ...made, fingerprint: made.fingerprint ?? [], ...(p.sample ? { sample: true } : {}) };
}

/** Places articles as if each had been read at an instant. */
export async function place(db: Db, articles: readonly LedgerArticle[], at: Date): Promise<void> {
  for (const one of articles) await placeArticle(db, one, at);
}

/** The commitments of articles that were recorded at an instant, without a store. */
export function commitmentsFrom(articles: readonly LedgerArticle[], recordedAt: Date): Commitment[] {
  const readings = articles.map((one) => readingOf(one, recordedAt));
  return commitmentsOf({
    mentions: readings.flatMap((r) => r.mentions),
    reports: readings.flatMap((r) => r.reports),
    reviews: [],
  });
}

/** An outlet read without a gap from one instant to another. */
export const covered = (from: string, to: string, outlet = 'harian'): Coverage =>
  new Map([[outlet, [{ from: new Date(from).toISOString(), to: new Date(to).toISOString() }]]]);
