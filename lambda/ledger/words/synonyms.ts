import data from './synonyms.data.json' with { type: 'json' };

/** Words that news uses for one and the same thing, a row a concept, compared by stem. */
export const CONCEPTS: Readonly<Record<string, string>> = data.concepts;
/** Function words: never a verb or an object, however they look without their affixes (`dalam` is not `mendalami`). */
export const FUNCTION_WORDS = data.functionWords.join(' ');
/** Words that carry nothing when two acts are compared: those, modals, and words every action has. */
export const STOP_WORDS = `${FUNCTION_WORDS} ${data.emptyWords.join(' ')}`;
/** Countries, cities and islands by which two acts of one kind are told apart (QRIS in Japan, QRIS in Korea). */
export const PLACES = data.places.join(' ');
