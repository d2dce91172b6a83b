/** Decisions and letters that lay a duty on somebody. */
import { isVerbLike } from './clause.ts';
import { MARKERS, type Marker } from './lexicon/markers.ts';
import { isRegulated, WHOLE } from './lexicon/words.ts';
import type { View } from './view.ts';

/** What such wording counts as. */
interface Ordered {
  length: number;
  form: string;
  marker: Marker;
}

const ORDER = MARKERS.find(({ rule }) => rule === 'order')!;
const DECIDES = new Set(['memutuskan', 'memutus', 'memvonis', 'menetapkan']);
const DUTY = new Set(['harus', 'wajib', 'mesti']);
/** Tokens of those on whom it is laid, at most. */
const NAMED_WITHIN = 12;

/** `KPPU memutuskan (bahwa) Google harus membuka …`: what is decided of others is an order of whoever decides. */
export function dutyDecided(tokens: View['tokens'], at: number): Ordered | null {
  if (!DECIDES.has(tokens[at]!.lower)) return null;
  const from = tokens[at + 1]?.lower === 'bahwa' ? at + 2 : at + 1;
  const first = tokens[from];
  if (first === undefined || !(first.capital || isRegulated(first.lower) || WHOLE.has(first.lower))) return null;
  for (let i = from + 1; i + 1 < tokens.length && i < from + NAMED_WITHIN; i++) {
    const { lower, kind, capital } = tokens[i]!;
    if (DUTY.has(lower))
      return isVerbLike(tokens[i + 1]!.lower) ? { length: from - at, form: 'mewajibkan', marker: ORDER } : null;
    if (lower === 'yang' || (kind === 'mark' && lower !== '(' && lower !== ')')) return null;
    if (!capital && isVerbLike(lower)) return null;
  }
  return null;
}

/** `Komdigi menyurati Telkomsel agar …`: an order in writing. Who is yet to write pledges to. */
export function orderedByLetter(tokens: View['tokens'], at: number): Ordered | null {
  if (tokens[at]!.lower !== LETTER || TO_COME.has(tokens[at - 1]?.lower ?? '')) return null;
  for (let i = at + 2; i + 1 < tokens.length && i < at + NAMED_WITHIN; i++) {
    const { lower, kind } = tokens[i]!;
    if (lower === 'agar' || lower === 'supaya') return { length: 1, form: 'meminta', marker: ORDER };
    if (kind === 'mark' && lower !== '(' && lower !== ')') return null;
  }
  return null;
}
const LETTER = 'menyurati';
const TO_COME = new Set(['akan', 'bakal', 'hendak', 'berencana', 'segera', 'ingin', 'mau']);

/** What such wordings begin with. */
export const FIRST_DECIDED: readonly string[] = [...DECIDES, LETTER];
