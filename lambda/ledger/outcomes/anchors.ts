import { contentOf } from '../words/words.ts';

/** Words behind which a count names the event it starts from. */
const FROM = /\b(?:terhitung sejak|terhitung|sejak|semenjak|setelah|usai|pasca|begitu)\b/i;

/** Events of the kind that deadlines count from: they are dated later, in another article. */
const EVENT =
  /\b(?:berkekuatan hukum tetap|inkrah|inkracht|diundangkan|diterbitkan|ditetapkan|dibacakan|diputuskan|ditandatangani|diteken|diterima|dikirim|dilayangkan|berlaku|diresmikan|diumumkan)\b/i;

/** It has not happened: said of the event itself, or of all that the sentence tells. */
const NOT_YET = new RegExp(
  `\\b(?:akan|bakal|belum|tidak|tak|rencana)(?: [a-z]+){0,2} ${EVENT.source.slice(2)}|\\b(?:jika|bila|apabila)\\b`,
  'i',
);

/** True of a sentence that tells when such an event was. */
export const datesAnEvent = (sentence: string): boolean => EVENT.test(sentence) && !NOT_YET.test(sentence);

/** A count cut from the event it starts from; null for a phrase that names none. */
export function countAndEvent(phrase: string): { count: string; event: string[] } | null {
  const m = FROM.exec(phrase);
  if (!m) return null;
  const event = contentOf(phrase.slice(m.index + m[0].length));
  return event.length > 0 ? { count: phrase.slice(0, m.index).trim(), event } : null;
}
