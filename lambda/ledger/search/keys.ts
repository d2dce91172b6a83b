/**
 * The keys of the search index. A new way of taking words apart gets a new number: the index is then made again from
 * the change log, beside the old one.
 */
const VERSION = 1;

export const CURSOR = { pk: `SEARCH${VERSION}`, sk: 'CURSOR' };
/** What was indexed of a commitment. */
export const docKey = (id: string) => ({ pk: `SEARCH${VERSION}#D#${id}`, sk: 'DOC' });
/** Commitments with a stem, by first mention. */
export const postingPk = (stem: string): string => `SEARCH${VERSION}#P#${stem}`;
/** Words as printed, by their first three letters: what a word that is only begun may become. */
export const vocabularyPk = (word: string): string => `SEARCH${VERSION}#V#${[...word].slice(0, 3).join('')}`;
/** Commitments that rest on an article, by the article's public id. */
export const articlePk = (articleId: string): string => `SEARCH${VERSION}#A#${articleId}`;
