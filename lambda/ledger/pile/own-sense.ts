import type { Cluster } from '../model/grouping.ts';
import type { LinkedReport } from '../model/match.ts';
import { isInPart, isUnderWay } from '../outcomes/completion.ts';
import { FIRST_PERSON, FOUND_STILL } from '../outcomes/cues.data.ts';
import { stem } from '../words/stem.ts';
import { terms, wordsOf } from '../words/words.ts';

/** Verbs by which a thing is taken back, as stems. */
const TAKES_BACK: ReadonlySet<string> = new Set(['batal', 'cabut', 'tarik', 'anulir'].map(stem));

/** Words of an action among which its verb stands. */
const OPENING = 3;

/** It is the plan that is off: `membatalkan rencana pencabutan`, `batal mencabut`. */
const PLAN_OFF =
  /\b(?:rencana|niat|ancaman|agenda)\b|\b(?:urung|tidak jadi|tak jadi|batal (?:me|di|pe)|pembatalan (?:itu )?(?:dibatalkan|dicabut))/i;

/**
 * What is told to be still so, or taken back, as the promise has it: what was never to be done again and is, is broken; to take
 * back is what was promised (`membatalkan tanda terdaftar`), and so it is done; and who is bound by others takes nothing back
 * when he says that he will not (`pengembalian uang tidak bisa kami penuhi`).
 */
export function inItsOwnSense(link: LinkedReport, cluster: Cluster): LinkedReport {
  const { report } = link;
  if (STILL_KINDS.has(report.kind) && isStillDone(report.quote, cluster))
    return { ...link, report: { ...report, kind: 'broken' } };
  if (report.kind !== 'withdrawn') return link;
  if (isThatPromised(report.quote, cluster)) {
    const lower = report.quote.toLowerCase();
    const kind = isInPart(lower) || isUnderWay(lower) ? 'partly' : 'fulfilled';
    return { ...link, report: { ...report, kind } };
  }
  return isRefusedByWhoIsBound(link, cluster) ? { ...link, report: { ...report, kind: 'refused' } } : link;
}

/** What was never to be done again is done still: `kuis itu ternyata masih menampilkan mereka`. */
export const isStillDone = (quote: string, { members }: Cluster): boolean =>
  members.every(({ mention }) => mention.mention.negated) &&
  (STILL.test(quote) || FOUND_STILL.test(quote.toLowerCase()));
const STILL = /\b(?:ternyata|nyatanya|kenyataannya)\b[^.;]{0,40}\bmasih\b|\bmasih (?:saja|tetap) (?!tidak|tak)/i;
const STILL_KINDS: ReadonlySet<string> = new Set(['contested', 'withdrawn', 'missed']);

function isThatPromised(quote: string, { members }: Cluster): boolean {
  const verbs = members.map(({ mention }) =>
    terms(mention.mention.action.text)
      .slice(0, OPENING)
      .find((term) => TAKES_BACK.has(term.stem)),
  );
  const [first] = verbs;
  const isOther = verbs.some((verb) => verb !== undefined && verb.stem !== first?.stem);
  if (first === undefined || isOther || PLAN_OFF.test(quote)) return false;
  return terms(quote).some((term) => term.stem === first.stem);
}

const NOT_ABLE = /\b(?:tidak|tak) (?:bisa|dapat|mampu|sanggup|akan|mau|bersedia)\b|\bmenolak\b|\bkeberatan\b/i;

/** Those who speak in the sentence are bound, and nobody else is named who could let them off. */
function isRefusedByWhoIsBound({ report }: LinkedReport, { members }: Cluster): boolean {
  const [first] = members;
  if (first!.mention.mention.type !== 'obligation' || !NOT_ABLE.test(report.quote)) return false;
  const named = report.parties.slice(0, report.named).filter((party) => party !== 'class');
  return (
    wordsOf(report.quote).some((word) => FIRST_PERSON.has(word)) &&
    named.length > 0 &&
    named.every((party) => first!.parties.includes(party))
  );
}
