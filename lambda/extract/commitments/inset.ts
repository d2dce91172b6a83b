/** What is said of a name between commas. */
import { isVerbLike } from './clause.ts';
import type { View } from './view.ts';

/**
 * The comma that ends what is said of a name between commas (`Telkomsel, yang akan …, menggelar rapat`), before which an act stands;
 * behind the sentence where it stands in none.
 */
export function insetEnd({ tokens, mentionAt }: View, marker: number, verb: number): number {
  let open = marker - 1;
  while (open > 0 && tokens[open]!.kind === 'word' && tokens[open]!.lower !== 'yang' && open > marker - INSET_WORDS)
    open--;
  if (tokens[open]?.lower !== 'yang' || tokens[open - 1]?.lower !== ',' || !mentionAt[open - 2]) return tokens.length;
  // `yang akan membayar denda, mengganti aturan, dan membuka …` is a list.
  const isAct = (i: number): boolean => MAIN_VERB.test(tokens[i]?.lower ?? '') && isVerbLike(tokens[i]!.lower);
  for (let i = verb + 1; i + 1 < tokens.length; i++)
    if (tokens[i]!.lower === ',' && isAct(i + 1))
      return tokens.some(({ lower }, k) => k > i && lower === 'dan' && isAct(k + 1)) ? tokens.length : i;
  return tokens.length;
}
/** Words between `yang` and the marker. */
const INSET_WORDS = 6;
/** What goes on with the name behind the comma. */
const MAIN_VERB = /^(?:me[mnlrwy]?|ber)[a-z]{3,}/;
