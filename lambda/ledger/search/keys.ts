/**
 * The keys of the search index. A new way of taking words apart, or of keeping them, gets a new number: the index is then
 * made again from the change log, beside the old one.
 */
const VERSION = 2;

export const CURSOR = { pk: `SEARCH${VERSION}`, sk: 'CURSOR' };
/** What was indexed of a commitment. */
export const docKey = (id: string) => ({ pk: `SEARCH${VERSION}#D#${id}`, sk: 'DOC' });
/** Commitments whose stems stand in no segment yet, as they were brought in. */
export const FRESH = `SEARCH${VERSION}#F`;
export const freshKey = (upTo: number, run: string) => ({ pk: FRESH, sk: `${String(upTo).padStart(12, '0')}#${run}` });
/** Commitments with a stem: by the week of their first mention, and in it by the segment that was written. */
export const segmentPk = (stem: string): string => `SEARCH${VERSION}#P#${stem}`;
export const segmentSk = (week: string, segment: string): string => `${week}#${segment}`;
/** Words as printed, by their first two letters: what a word that is only begun may become. */
export const vocabularyPk = (word: string): string => `SEARCH${VERSION}#V#${[...word].slice(0, 2).join('')}`;
/** Commitments that rest on an article, by the article's public id. */
export const articlePk = (articleId: string): string => `SEARCH${VERSION}#A#${articleId}`;
