import type { Mention } from '../../extract/types.ts';
import { jakartaDay } from '../model/features.ts';
import type { LedgerArticle } from '../types.ts';
import { wordsOf } from '../words/words.ts';
import * as cue from './cues.data.ts';
import { hasDay } from './occurred.ts';

/** Words right before an act that tell it as done or begun. */
const TOLD = new Set([...cue.DONE_BEFORE, 'mulai']);
/** Words before an act in which such a word stands, and in which a modal would speak against it. */
const REACH = 4;

/**
 * True of what extraction read as a promise and is told as done: `Komdigi mulai menerapkan IGRS pada 15 Januari`,
 * printed on the 16th. Its day is no deadline but the day on which it was done. A day still ahead makes it a promise.
 */
export function isTold(article: LedgerArticle, { sentence, action, deadline }: Mention): boolean {
  const published = jakartaDay(article.published);
  if (deadline?.latest && jakartaDay(deadline.latest) > published) return false;
  if (!deadline && !hasDay(article, sentence)) return false;
  if (deadline && !deadline.latest && !hasDay(article, sentence)) return false;
  const words = wordsOf(article.text.slice(sentence.start, action.start)).slice(-REACH);
  const first = wordsOf(action.text)[0] ?? '';
  const told = [...words, first].some((word) => TOLD.has(word));
  return (
    told && ![...words, first].some((word) => cue.NOT_DONE.has(word) && word !== 'mulai' && !cue.TIME_ONLY.has(word))
  );
}
