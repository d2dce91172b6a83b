import { POINTERS } from '../text/demonstratives.ts';
import type { Token } from '../text/tokens.ts';
import { clauseFrom } from './subject.ts';
import { count, type Wording } from './wording.ts';

const set = (...rows: readonly string[]): ReadonlySet<string> => new Set(rows.flatMap((row) => row.split(' ')));

/** Words that open a sentence which goes on to something else. */
const GOES_ON = set(
  'selain kemudian selanjutnya lalu sementara adapun lebih berikutnya setelah disusul serta tak tidak bahkan pun dan',
);
/** Words that open a sentence which says a thing again. */
const RECALLS = set('sebelumnya diberitakan diketahui dengan artinya jadi untuk itu nantinya nanti rencananya');
/** Verbs that leave it to their subject to say what is done: `pelantikan itu akan dilakukan`. */
const LIGHT = set(
  'dilakukan dilaksanakan diselenggarakan digelar berlangsung berlaku dimulai mulai dilanjutkan berupa meliputi menjadi',
);

/**
 * How the second of two clauses takes the first one up: as one more thing, as the same thing once more, or in the
 * speaker's own words after the reporter's.
 */
export function turns(a: Wording, b: Wording, found: string[]): void {
  const x = a.candidate;
  const y = b.candidate;
  const { tokens } = y.view;
  const distance = y.view.index - x.view.index;
  const near = distance <= 2;
  const opens = (tokens[0]?.lower === '"' ? tokens[1] : tokens[0])?.lower ?? '';
  if (GOES_ON.has(opens)) found.push('goes-on', `goes-on|${near}`);
  if (RECALLS.has(opens)) found.push('recalls', `recalls:${opens}`);
  if (saysAlso(b)) found.push('also', `also|${near}`);
  const quotes = `${x.view.quoted[x.action.from] ?? false}>${y.view.quoted[y.action.from] ?? false}`;
  const speaker = a.roles.speaker !== null && a.roles.speaker.text === b.roles.speaker?.text;
  found.push(`quotes:${quotes}`, `quotes:${quotes}|${distance === 1}|${speaker}`);
  if (b.subject.size > 0) {
    const last = tokens[(y.subject?.to ?? 1) - 1]?.lower ?? '';
    const pointed = POINTERS.has(last) || last.endsWith('nya');
    found.push(`thing:${pointed ? 'pointed' : 'plain'}-${count(b.subject, a.words) > 0 ? 'known' : 'new'}`);
    if (b.subject.has(a.verb)) found.push('thing-is-verb');
  }
  if (y.act && LIGHT.has(tokens[y.act.verb]!.lower)) found.push('light', `light|${near}`);
  found.push(`figure:${figures(a, b)}`);
  found.push(`b-opens:${opens}`, `b-verb:${b.verb}`, `a-verb:${a.verb}`);
  if (a.verb !== b.verb) found.push(`verbs:${a.verb}>${b.verb}`);
}

/** Words of an action in which `juga` still speaks of the whole clause. */
const HEAD = 4;

function saysAlso({ candidate: { view, subject, at, action } }: Wording): boolean {
  const from = Math.max(0, Math.min(clauseFrom(subject, at), at, action.from) - 1);
  return view.tokens.slice(from, action.from + HEAD).some(isAlso);
}

const isAlso = ({ lower }: Token): boolean => lower === 'juga' || lower === 'pun';

function figures(a: Wording, b: Wording): string {
  if (a.figures.size > 0 && b.figures.size > 0) return count(a.figures, b.figures) > 0 ? 'same' : 'other';
  return a.figures.size > 0 ? 'a' : b.figures.size > 0 ? 'b' : 'none';
}
