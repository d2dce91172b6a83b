/** What every reader of feeds does to an entry's fields. */
import { parsePrintedDate } from './dates.ts';
import { squeeze } from './html.ts';

/** Longest summary kept, in characters: enough to recognise a story by. */
export const SUMMARY_LIMIT = 2000;

/** A printed date of an outlet's entry; what cannot be read is a problem of that entry only. */
export function readDate(text: string | undefined, outlet: string, index: number, problems: string[]): string | null {
  if (!text) return null;
  const instant = parsePrintedDate(text, { outlet });
  if (instant === null) problems.push(`entry ${index + 1}: date "${squeeze(text).slice(0, 60)}" cannot be read`);
  return instant;
}

/** When an entry was last changed. One that cannot be read tells nothing, and costs nothing. */
export const readChange = (text: string | undefined, outlet: string): string | null =>
  text ? parsePrintedDate(text, { outlet }) : null;

export function clip(text: string): string {
  return text.length <= SUMMARY_LIMIT ? text : `${text.slice(0, SUMMARY_LIMIT).replace(/[\ud800-\udbff]$/, '')}…`;
}
