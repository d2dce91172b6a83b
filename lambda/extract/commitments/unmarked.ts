/** Acts that no marker points to: a day to come, or a condition before them, says that they are ahead. */
import type { DeadlineClaim } from '../types.ts';
import type { Candidate } from './candidates.ts';
import { type Act, agentBefore, endOfAct, isDenied, isVerbLike, precededByNo, type Range } from './clause.ts';
import { deadlineOf } from './deadline.ts';
import { verbClass } from './lexicon/verbs.ts';
import { ADVERBS, PREPOSITIONS, SPEECH_VERBS } from './lexicon/words.ts';
import { subjectBefore } from './subject.ts';
import type { View } from './view.ts';

/** Classes of verbs that no day makes an act. */
const IDLE: ReadonlySet<string> = new Set(['talk', 'state']);

/** Acts without a marker that carry a day to come: `dibuka hingga 31 Juli`, `RUPS digelar 26 Juni`. */
export function withDates(view: View, found: readonly Candidate[], condition: Range | null): Candidate[] {
  const all = [...found];
  for (const claim of view.deadlines) {
    if (!/^\d/.test(claim.due) || claim.kind === 'recurring') continue;
    if (
      all.some(
        (candidate) => (isOfAct(view, candidate, claim) || covers(view, candidate, claim)) && hasWords(candidate),
      )
    )
      continue;
    const { tokens } = view;
    const verb = verbBefore(view, claim) ?? verbBehind(view, claim);
    if (verb === null) continue;
    const own = isOwn(view, verb);
    const voice = own ? 'agentive' : voiceOf(tokens[verb]!.lower);
    const act: Act = { verb, voice, agent: agentBefore(view, verb), negated: precededByNo(view, verb) };
    all.push({
      view,
      rule: 'dated-act',
      type: 'pledge',
      modality: 'firm',
      forms: [],
      rules: ['dated-act'],
      at: verb,
      subject: subjectBefore(view, own ? verb - 1 : verb),
      addressee: null,
      act,
      action: { from: verb, to: endOfAct(view, verb) },
      deadline: claim,
      condition,
      negated: isDenied(view, act, claim),
    });
  }
  return all;
}

/** `Pemeriksaan kami selesaikan akhir April, jangan berandai-andai`: a day behind a verb is not that of the clause after it. */
const isOfAct = (view: View, { deadline, subject, at }: Candidate, claim: DeadlineClaim): boolean =>
  deadline === claim && (claim.end > view.tokens[subject?.from ?? at]!.start || verbBefore(view, claim) === null);

/**
 * An order that names nobody and nothing (`Kami melarang seluruh konten dewasa`) and a `nanti` without its verb leave a
 * day to the act itself.
 */
const hasWords = ({ view, action, act, rules }: Candidate): boolean =>
  (act !== null || rules.some((rule) => rule !== 'later' && rule !== 'soon')) &&
  view.tokens.slice(action.from, action.to).some(({ kind }) => kind !== 'mark');

/** Words before a day, and behind one, in which its verb stands. */
const DAY_REACH = 25;

/** The verb that a day stands behind; of several the first, but for one that `untuk` leads in. */
function verbBefore(view: View, claim: DeadlineClaim): number | null {
  const { tokens } = view;
  let verb: number | null = null;
  let i = tokens.findIndex((token) => token.start >= claim.start) - 1;
  for (let steps = 0; i >= 0 && steps < DAY_REACH; i--, steps++) {
    if (isBarrier(view, i)) break;
    if (!isDeed(view, i)) continue;
    verb = i;
    if (tokens[i - 1]?.lower !== 'untuk') break;
  }
  return verb;
}

/** The verb behind a day that opens its clause: `Pekan depan, kami umumkan hasilnya`, `Mulai 1 April tarif kami turunkan`. */
function verbBehind(view: View, claim: DeadlineClaim): number | null {
  const { tokens } = view;
  let i = tokens.findIndex((token) => token.start >= claim.end);
  if (i < 0) return null;
  for (let steps = 0; i < tokens.length && steps < DAY_REACH; i++, steps++) {
    if (isBarrier(view, i)) return null;
    if (isDeed(view, i)) return i;
  }
  return null;
}

const isBarrier = ({ tokens }: View, i: number): boolean =>
  tokens[i]!.kind === 'mark' && !SOFT_MARKS.has(tokens[i]!.lower);
const SOFT_MARKS = new Set([',', '(', ')']);

/** A verb that tells of a deed: with its affix, or bare behind `kami`. */
function isDeed(view: View, i: number): boolean {
  const { lower, kind } = view.tokens[i]!;
  if (view.mentionAt[i] !== undefined || SPEECH_VERBS.has(lower)) return false;
  if (kind === 'word' && isOwn(view, i)) return !IDLE.has(classOfOwn(lower));
  if (kind === 'word' && ENDS.has(lower)) return isPredicate(view, i);
  return isVerbLike(lower) && !IDLE.has(verbClass(lower));
}

/** Ends of what is made or awaited, told without an affix: `ketetapannya terbit akhir bulan ini`. */
const ENDS = new Set(['terbit', 'rampung', 'tuntas', 'beres', 'kelar', 'cair', 'lunas', 'meluncur']);

const voiceOf = (verb: string): Act['voice'] => (/^di/.test(verb) ? 'passive' : ENDS.has(verb) ? 'other' : 'active');

/** Not the state of the noun before it (`dana yang sudah cair`). */
const isPredicate = ({ tokens }: View, i: number): boolean =>
  ![tokens[i - 1], tokens[i - 2]].some((token) => token?.lower === 'yang');

/** The class of a bare verb behind its agent: `kami buka` is what `dibuka` is, and not the state of `terbuka`. */
const classOfOwn = (lower: string): ReturnType<typeof verbClass> => verbClass(`di${lower}`);

/** `kami undang`: a bare verb behind the pronoun of those who act; not `kami di Jakarta`, `kami yang`. */
function isOwn(view: View, i: number): boolean {
  const { lower } = view.tokens[i]!;
  return agentBefore(view, i) !== undefined && !PREPOSITIONS.has(lower) && !ADVERBS.has(lower) && !WE_ARE.has(lower);
}

const WE_ARE = new Set(
  'yang ini itu semua para juga pun sendiri bersama selaku sebagai berdua adalah ada sih'.split(' '),
);

/** `Kalau tidak patuh, ya kita tutup`: the speaker's act, or a sanction, behind a condition, where no marker stands. */
export function withConsequence(view: View, found: readonly Candidate[], condition: Range | null): Candidate[] {
  if (condition === null || found.some(({ action, at }) => Math.max(at, action.from) >= condition.to))
    return [...found];
  const { tokens, mentionAt } = view;
  for (let i = condition.to; i < tokens.length && i < condition.to + REACH; i++) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark' && i > condition.to) break;
    if (mentionAt[i] !== undefined || kind !== 'word') continue;
    const own = isOwn(view, i);
    if (!own && !(/^di.{3}/.test(lower) && isVerbLike(lower) && verbClass(lower) === 'sanction')) continue;
    if (IDLE.has(own ? classOfOwn(lower) : verbClass(lower)) || SPEECH_VERBS.has(lower)) break;
    const act: Act = {
      verb: i,
      voice: own ? 'agentive' : 'passive',
      agent: agentBefore(view, i),
      negated: precededByNo(view, i),
    };
    const action = { from: i, to: endOfAct(view, i) };
    const subject = subjectBefore(view, i);
    return [
      ...found,
      {
        view,
        rule: 'if-act',
        type: verbClass(lower) === 'sanction' ? 'sanction' : 'pledge',
        modality: 'firm',
        forms: [],
        rules: ['if-act'],
        at: i,
        subject,
        addressee: null,
        act,
        action,
        deadline: deadlineOf(view, subject?.from ?? i, i, action),
        condition,
        negated: act.negated,
      },
    ];
  }
  return [...found];
}

/** Words behind a condition in which its act stands. */
const REACH = 9;

function covers({ tokens }: View, { action, subject }: Candidate, claim: DeadlineClaim): boolean {
  const from = tokens[subject?.from ?? action.from]!.start;
  const to = tokens[Math.min(action.to, tokens.length) - 1]!.end;
  return claim.start >= from && claim.end <= to;
}
