import { loadArticle } from '../crawl/article.ts';
import { usesOfArticle } from '../ledger/search/index.ts';
import { readingKey } from '../ledger/store/keys.ts';
import { loadReading } from '../ledger/store/stored-reading.ts';
import { notFound } from './problem.ts';
import { json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import { annotation, mentionEvidence } from './view.ts';

/** `GET /v1/articles/{id}`: what is known of an article, and the sentences something was read from; never its body. */
export async function article({ db, params }: ApiRequest): Promise<Reply> {
  const id = params.id ?? '';
  const uses = await usesOfArticle(db, id);
  const ref = uses[0]?.article;
  if (!ref) throw notFound(`there is no article ${id.slice(0, 80)} that a commitment rests on`);
  const [kept, reading] = await Promise.all([loadArticle({ db }, ref.key), loadReading(db, readingKey(ref.key))]);
  const commitmentOf = (which: 'mentions' | 'reports', of: string): string | null =>
    uses.find((use) => use[which].includes(of))?.id ?? null;
  return json({
    id: ref.id,
    url: ref.url,
    outlet: ref.outlet,
    title: ref.title,
    byline: kept?.byline ?? null,
    published: ref.published,
    publishedSource: kept?.publishedSource ?? 'page',
    modified: kept?.modified ?? null,
    fetchedAt: ref.fetchedAt,
    snapshot: ref.snapshot,
    textSha256: ref.textHash,
    sample: ref.sample,
    problems: kept?.problems ?? [],
    quotes: [
      ...(reading?.mentions ?? []).map((m) => ({
        kind: 'mention' as const,
        id: m.id,
        commitment: commitmentOf('mentions', m.id),
        type: m.mention.type,
        rule: m.mention.rule,
        retractedAt: m.retractedAt ?? null,
        evidence: annotation(mentionEvidence(m)),
      })),
      ...(reading?.reports ?? []).map((r) => ({
        kind: 'report' as const,
        id: r.id,
        commitment: commitmentOf('reports', r.id),
        type: r.kind,
        rule: r.rule,
        retractedAt: r.retractedAt ?? null,
        evidence: annotation({ article: r.article, span: r.span, quote: r.quote }),
      })),
    ],
  });
}
