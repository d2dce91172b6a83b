import type { Span } from '../../extract/types.ts';
import { nameKey, partyKey } from '../model/parties.ts';
import type { LedgerArticle, Party } from '../types.ts';

/** Who is named where in an article, by party key. */
export interface Directory {
  /** Keys of everyone named in a stretch, in order, each once. */
  within(span: Span): string[];
  /** Keys of those the headline and the first sentences name: what the article is about. */
  leading: string[];
}

interface Named extends Span {
  key: string;
}

const PROPER = /\p{Lu}[\p{L}\p{N}.&-]*(?: \p{Lu}[\p{L}\p{N}.&-]*){0,4}/gu;
const LEADING_CHARS = 400;

/** The directory of an article: those its commitments and statements name, and capitalised names. Linear. */
export function directoryOf(article: LedgerArticle): Directory {
  const known = new Map<string, Party>();
  for (const c of article.extraction.commitments) {
    for (const ref of [c.obligor, ...c.obligors, ...c.counterparties]) known.set(ref.text, ref);
  }
  const named: Named[] = [];
  for (const party of known.values()) {
    if (party.text.length < 2) continue;
    for (
      let at = article.text.indexOf(party.text);
      at >= 0;
      at = article.text.indexOf(party.text, at + party.text.length)
    ) {
      named.push({ start: at, end: at + party.text.length, key: partyKey(party) });
    }
  }
  for (const m of article.text.matchAll(PROPER)) {
    named.push({ start: m.index, end: m.index + m[0].length, key: nameKey(m[0]) });
  }
  named.sort((a, b) => a.start - b.start || b.end - a.end);
  const within = ({ start, end }: Span): string[] => [
    ...new Set(named.filter((n) => n.start >= start && n.end <= end).map((n) => n.key)),
  ];
  return { within, leading: within({ start: 0, end: LEADING_CHARS }).slice(0, 3) };
}
