import type { Mention } from '../../extract/types.ts';
import { articleRef } from '../outcomes/article-ref.ts';
import { MOVING_RULE, movesOf } from '../outcomes/moves.ts';
import { replacedIn } from '../outcomes/replaced.ts';
import { inScope } from '../scope.ts';
import type { LedgerArticle, StoredMention } from '../types.ts';
import { mentionId } from './ids.ts';

/** Characters kept of the sentence before a mention. */
const BEFORE = 300;

/** What extraction found; a move (`menunda pembangunan hingga Juni`) as the promise that is moved, where that is read. */
function mentionsIn(article: LedgerArticle): Mention[] {
  const moves = movesOf(article);
  const read = (mention: Mention): boolean =>
    mention.rule === MOVING_RULE &&
    moves.some(({ sentence }) => sentence.start < mention.sentence.end && mention.sentence.start < sentence.end);
  return [...article.extraction.commitments.filter((mention) => !read(mention)), ...moves];
}

/** The mentions of an article that the ledger keeps (`scope.ts`), each once. */
export function readMentions(article: LedgerArticle, recordedAt: string): StoredMention[] {
  const ref = articleRef(article);
  const found = new Map<string, StoredMention>();
  for (const mention of mentionsIn(article)) {
    if (!inScope(mention)) continue;
    const { start, end } = mention.sentence;
    const quote = article.text.slice(start, end);
    if (isTakenBack(article.text.slice(start, mention.action.start))) continue;
    const id = mentionId(article.key, quote, mention);
    if (found.has(id)) continue;
    const before = article.text.slice(Math.max(0, start - BEFORE), start).trim();
    const replaces = replacedIn(quote, before);
    found.set(id, { id, article: ref, mention, quote, before, ...(replaces ? { replaces } : {}), recordedAt });
  }
  return [...found.values()];
}

/** What is said to be called off (`membatalkan rencana menerbitkan …`) is reported as that, not promised. */
const TAKEN_BACK =
  /\b(?:membatalkan|dibatalkan|batal|urung|mengurungkan|menganulir|tidak jadi|tak jadi)(?: [\p{L}-]+){0,4}\s*$/iu;

const isTakenBack = (beforeAction: string): boolean => TAKEN_BACK.test(beforeAction.slice(-120));
