import { findActs } from '../words/acts.ts';
import { formOf } from '../words/verbs.ts';
import { namesIn, terms } from '../words/words.ts';
import { BEFORE, before, isInPart, isUnderWay } from './completion.ts';
import * as cue from './cues.data.ts';
import { CONTESTED } from './denials.data.ts';
import { type Found, unclassed } from './sentence.ts';

/** Sentences at the top of an article that tell what it is printed for. */
export const NEWS_IN = 2;

/**
 * What a sentence at the top of an article tells as its news, though nothing in it says that it is done: its first act, unless a
 * word before it leaves that open (`Pendaftaran Tokopedia di Kominfo tanpa keramaian`). Only where somebody chose the articles,
 * for elsewhere most news is of no promise. Empty where it speaks of what is missed, denied, held back, planned, asked for or
 * under way, or of an earlier year.
 * @param year of publication.
 */
export function newsIn(sentence: string, year: number): Found[] {
  const lower = sentence.toLowerCase();
  if ([cue.NOT_A_REPORT, CONTESTED, cue.MISSED].some((all) => all.some((p) => p.test(lower)))) return [];
  // `kepada pelaku usaha yang masih memakai tarif lama`: of whom it is told.
  const said = lower.replace(OF_WHOM, ' ');
  if (cue.HELD_BACK.test(said) || cue.LEFT_OPEN.test(said) || isUnderWay(lower)) return [];
  if (lower.match(YEAR)?.some((printed) => Number(printed) < year)) return [];
  const all = terms(sentence);
  if (all.some(({ word }) => NO_NEWS.some((words) => words.has(word)))) return [];
  const known = findActs(all);
  const acts = [...known, ...unclassed(all, known, namesIn(sentence))];
  // A noun that names no deed (`penjual`) is no news by itself.
  const [first] = acts.filter(({ verb, object }) => verb !== object || formOf(all[verb]!.word) !== 'bare');
  if (!first || before(all, first, BEFORE).some((word) => cue.NOT_DONE.has(word))) return [];
  return [{ kind: isInPart(lower) ? 'partly' : 'fulfilled', act: first.act, rule: 'told-as-news', confidence: 0.4 }];
}
/**
 * What says outright that it is done has been read already, and told nothing; what leads up to an act, or hangs on something, is
 * not it.
 */
const NO_NEWS: readonly ReadonlySet<string>[] = [cue.DONE_BEFORE, cue.PREPARING, cue.CONDITION];
const OF_WHOM =
  /\b(?:kepada|bagi|terhadap|untuk)\b(?:[^,;.]|[.,](?=\d)){0,60} yang (?:masih|belum|tidak|tak) (?:[^,;.]|[.,](?=\d)){0,80}/g;
const YEAR = /\b(?:19|20)\d\d\b/g;
