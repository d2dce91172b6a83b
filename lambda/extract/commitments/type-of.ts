import type { MentionType } from '../types.ts';
import { isVerbLike, type Range } from './clause.ts';
import type { Draft } from './drafts.ts';
import type { Marker } from './lexicon/markers.ts';
import { verbClass } from './lexicon/verbs.ts';
import { clauseFrom, type Subject } from './subject.ts';
import type { View } from './view.ts';

/**
 * What an authority does to somebody is a sanction where it hangs on a condition or a class of offenders, and else its
 * own act; joint work said to be coming is a plan of the one who says it.
 */
export function typeOf(
  view: View,
  draft: Draft,
  chief: Marker,
  rules: readonly string[],
  condition: Range | null,
): MentionType {
  const bare = draft.act ? view.tokens[draft.act.verb]!.lower : '';
  // `kami jatuhi sanksi` is what `dijatuhi` is.
  const verb = draft.act?.voice === 'agentive' && !isVerbLike(bare) ? `di${bare}` : bare;
  const punishes =
    rules.includes('sanction') || rules.includes('threat') || verbClass(verb) === 'sanction' || endsPermit(view, draft);
  if (punishes && chief.type !== 'agreement') {
    const hangs =
      condition !== null ||
      rules.includes('may') ||
      rules.includes('threat') ||
      offenders(view, draft.subject, draft.from);
    if (hangs && (chief.type !== 'obligation' || rules.includes('may'))) return 'sanction';
    if (chief.type === 'sanction') return 'pledge';
  }
  if (chief.type === 'agreement' && rules.some((rule) => OWN_WILL.has(rule)) && !rules.includes('agree-noun')) {
    return PARTNERING.test(draft.hits.at(-1)!.form) ? 'pledge' : 'agreement';
  }
  // A duty that moves (see `dutyMoved` in `candidates.ts`).
  if (chief.rule === 'extend' && draft.addressee !== null) return 'obligation';
  return chief.type;
}

/** `mengakhiri izin`, `izin itu akan kami matikan`: what takes a permit punishes, by whatever verb. */
function endsPermit({ tokens }: View, { act, subject }: Draft): boolean {
  if (act === null || !ENDING.test(tokens[act.verb]!.lower)) return false;
  const thing = /^me/.test(tokens[act.verb]!.lower) ? tokens[act.verb + 1]?.lower : subject?.head;
  return PERMITS.has(thing ?? '');
}
const ENDING =
  /^(?:mengakhiri|diakhiri|akhiri|menghentikan|dihentikan|membatalkan|dibatalkan|mematikan|dimatikan|mencabut|dicabut|membekukan|dibekukan|menarik|ditarik)$/;
const PERMITS = new Set(['izin', 'izinnya', 'lisensi', 'lisensinya', 'perizinan']);

const OWN_WILL = new Set(['will', 'plan', 'want', 'ready', 'target', 'schedule', 'promise', 'soon', 'later']);
const PARTNERING = /kerja|kolaborasi|mitra|gandeng|jalin/;

/** `pihak yang melanggar`, `setiap pelanggaran`: those a sanction is for. */
function offenders({ tokens }: View, subject: Subject | null, from: number): boolean {
  const start = Math.max(0, clauseFrom(subject, from) - 2);
  for (let i = start; i < Math.min(tokens.length, from + 14); i++) {
    if (/^(?:me)?langgar|^pelanggar|^curang|^kecurangan|^bagi$|^terbukti$|^membandel|^nakal$/.test(tokens[i]!.lower))
      return true;
  }
  return false;
}
