import { segment } from '../../extract/text/segment.ts';
import type { Mention, Span } from '../../extract/types.ts';
import { articleRef } from '../outcomes/article-ref.ts';
import { type Directory, directoryOf } from '../outcomes/directory.ts';
import { MOVING_RULE, movesOf } from '../outcomes/moves.ts';
import { replacedIn } from '../outcomes/replaced.ts';
import { isTold } from '../outcomes/told.ts';
import { inScope, onceDigital, type ReadOptions } from '../scope.ts';
import type { LedgerArticle, StoredMention } from '../types.ts';
import { mentionId } from './ids.ts';
import { isAuthorityKey, isListedKey, pointsToSeveral } from './parties.ts';

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

/** The mentions of an article that the ledger keeps (`scope.ts`), or of a pile all, each once. */
export function readMentions(
  article: LedgerArticle,
  recordedAt: string,
  { chosen = false }: ReadOptions = {},
): StoredMention[] {
  const ref = articleRef(article);
  const found = new Map<string, StoredMention>();
  let directory: Directory | null = null;
  const isDigital = onceDigital(article);
  const known = (): Directory => {
    directory ??= directoryOf(article, segment(article.text));
    return directory;
  };
  const named = (span: Span): string[] => known().within(span);
  for (const mention of mentionsIn(article)) {
    const { start, end } = mention.sentence;
    const quote = article.text.slice(start, end);
    // Asked before the scope is: a minister on no list speaks for a ministry that is on one.
    const body = mention.obligor.actor === null && isOne(mention) ? known().bodyOf(mention.obligor.text) : null;
    const isKept = chosen || inScope(mention, isDigital()) || (body !== null && isListedKey(body));
    if (!isKept || isTold(article, mention)) continue;
    if (isTakenBack(article.text.slice(start, mention.action.start))) continue;
    const id = mentionId(article.key, quote, mention);
    if (found.has(id)) continue;
    const before = article.text.slice(Math.max(0, start - BEFORE), start).trim();
    const replaces = replacedIn(quote, before);
    const members = pointsToSeveral(mention.obligor.text) ? pointedTo(start, named) : [];
    found.set(id, {
      id,
      article: ref,
      mention,
      quote,
      before,
      ...(members.length > 0 ? { members } : {}),
      ...(body === null ? {} : { body }),
      ...(replaces ? { replaces } : {}),
      recordedAt,
    });
  }
  return [...found.values()];
}

/** Only one is bound, and by a name of two words or more, as persons have. */
const isOne = ({ obligor, obligors }: Mention): boolean =>
  obligors.length < 2 && obligor.text.split(' ').filter((word) => CAPITAL.test(word)).length > 1;
const CAPITAL = /^\p{Lu}/u;

/** Those named shortly before, where they are several and none of them an authority. */
function pointedTo(start: number, named: (span: Span) => string[]): string[] {
  const keys = named({ start: Math.max(0, start - BEFORE), end: start }).filter(
    (k) => k !== 'class' && !isAuthorityKey(k),
  );
  return keys.length > 1 ? keys.sort() : [];
}

/** What is said to be called off (`membatalkan rencana menerbitkan …`) is reported as that, not promised. */
const TAKEN_BACK =
  /\b(?:membatalkan|dibatalkan|batal|urung|mengurungkan|menganulir|tidak jadi|tak jadi)(?: [\p{L}-]+){0,4}\s*$/iu;

const isTakenBack = (beforeAction: string): boolean => TAKEN_BACK.test(beforeAction.slice(-120));
