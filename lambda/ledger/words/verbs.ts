/** What form of a verb or noun of an act a word is: decides which marks of completion it needs. */
export type Form = 'active' | 'passive' | 'noun' | 'bare';

/** Form of a lower-case word, by its affixes. */
export function formOf(word: string): Form {
  if (/^me(?:m|n|ng|ny|l|r)?[a-z]{3,}/.test(word)) return 'active';
  if (/^di[a-z]{3,}/.test(word)) return 'passive';
  if (/^ber[a-z]{3,}/.test(word)) return 'active';
  if (/^(?:pe[lmnr]?|per|ke).+an(?:nya)?$/.test(word) || /(?:asi|si)(?:nya)?$/.test(word)) return 'noun';
  if (/^ter[a-z]{4,}/.test(word)) return 'passive';
  if (/an(?:nya)?$/.test(word) && word.length > 6) return 'noun';
  return 'bare';
}
