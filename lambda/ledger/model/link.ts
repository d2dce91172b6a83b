import * as cue from '../outcomes/cues.data.ts';
import type { Report } from '../types.ts';
import { contentOf, terms, wordsOf } from '../words/words.ts';
import { actBy, dayOf, jakartaDay } from './features.ts';
import type { Cluster } from './join.ts';
import weights from './link-weights.data.json' with { type: 'json' };

/**
 * How likely a report tells what became of a promise when it does so by another act or names others than the promise did
 * (`fitur itu telah beroperasi` of a feature that was to be provided): a logistic model over features that each say one
 * thing of the two. `bench/train-links.ts` learns the weights from the stories of `test/stories`.
 */
const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(weights));

/** Kinds of report that end a promise: what the model has learned. */
export const ENDING: ReadonlySet<string> = new Set(['fulfilled', 'partly', 'withdrawn']);

/** What of a promise is compared with reports. */
export interface Promised {
  parties: Set<string>;
  targets: Set<string>;
  words: Set<string>;
  quoted: Set<string>;
  acts: Set<string>;
  /** Stems of the words that its actions open with. */
  verbs: Set<string>;
  /** Keys of the articles that promise it. */
  articles: Set<string>;
  /** Day number of its first mention. */
  first: number;
  /** Day number of the last day on which it was due by any wording; null where none gave a day. */
  due: number | null;
}

/** What of a report is compared with promises. */
export interface Told {
  report: Report;
  /** Day number of publication. */
  day: number;
  words: Set<string>;
  /** Its words and those of the sentence before. */
  wide: Set<string>;
  stems: Set<string>;
  title: Set<string>;
  parties: Set<string>;
  named: Set<string>;
  lower: string;
}

/** Words of an action that its verb stands among. */
const OPENING = 4;

export function promisedIn({ members }: Cluster): Promised {
  type Member = Cluster['members'][number];
  const union = (of: (member: Member) => Iterable<string>): Set<string> => new Set(members.flatMap((m) => [...of(m)]));
  const dues = members.flatMap((m) => (m.due ? [m.due.to] : []));
  return {
    parties: union((m) => m.parties),
    targets: union((m) => m.targets),
    words: union((m) => m.words),
    quoted: union((m) => m.quoted),
    acts: union((m) => [m.act]),
    verbs: union((m) =>
      terms(m.mention.mention.action.text)
        .slice(0, OPENING)
        .map((t) => t.stem),
    ),
    articles: union((m) => [m.mention.article.key]),
    first: members[0]!.day,
    due: dues.length > 0 ? Math.max(...dues) : null,
  };
}

export function toldIn(report: Report): Told {
  return {
    report,
    day: jakartaDay(report.article.published),
    words: new Set(report.words),
    wide: new Set([...report.words, ...report.near]),
    stems: new Set(terms(report.quote).map((t) => t.stem)),
    title: new Set(contentOf(report.article.title)),
    parties: new Set(report.parties),
    named: new Set(report.parties.slice(0, report.named)),
    lower: report.quote.toLowerCase(),
  };
}

/** The likelihood that a report tells what became of a promise, 0 to 1; 0 where nothing ties the two. Pure. */
export function likelihood(promise: Promised, told: Told): number {
  if (!areTied(promise, told)) return 0;
  let sum = 0;
  for (const name of linkFeatures(promise, told)) sum += WEIGHTS.get(name) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** Whether anything ties the two: a word, the verb or the act. Most pairs of a crowded block have nothing in common. */
export const areTied = (promise: Promised, told: Told): boolean =>
  count(promise.words, told.words) >= 1 ||
  count(promise.verbs, told.stems) >= 1 ||
  count(promise.words, told.wide) >= 2 ||
  actFeature(promise, told) === SAME_ACT;

/** Names of what holds of a promise and a report. A count is told by every step that it reaches. */
export function linkFeatures(promise: Promised, told: Told): string[] {
  const found: string[] = ['bias'];
  const reaching = (name: string, value: number, steps: readonly number[]): void => {
    for (const step of steps) if (value >= step) found.push(`${name}>=${step}`);
  };
  const { words, parties, targets } = promise;
  const { report } = told;
  const shared = count(words, told.words);
  const near = count(words, told.wide);
  reaching('words', shared, [1, 2, 3, 4]);
  reaching('nearwords', near, [1, 2, 3]);
  reaching('quoted', count(promise.quoted, told.words), [2, 3, 4, 6]);
  if (words.size === 0) found.push('bare');
  else {
    reaching('ratio', shared / words.size, [0.34, 0.5, 0.67, 1]);
    reaching('near', near / words.size, [0.5, 0.67, 1]);
    reaching('title', count(words, told.title) / words.size, [0.34, 0.67]);
  }
  const hasVerb = count(promise.verbs, told.stems) > 0;
  const isOwn = count(parties, told.named) > 0;
  const act = actFeature(promise, told);
  found.push(act, isOwn ? 'party:own' : count(parties, told.parties) > 0 ? 'party:near' : 'party:no');
  if (hasVerb) found.push('verb');
  if (targets.size > 0) found.push(count(targets, told.named) > 0 ? 'target:own' : 'target:no');
  if ([...told.named].some((p) => p !== 'class' && !parties.has(p) && !targets.has(p))) found.push('others');
  found.push(`rule:${report.rule}`, `kind:${report.kind}`);
  if (report.rule.startsWith('plain')) found.push(report.act.startsWith('~') ? 'plain:own' : 'plain:known');
  wordingFeatures(told.lower, found);
  timeFeatures(promise, told, found);
  if (promise.articles.has(report.article.key)) found.push('promised-here');
  if (shared > 0 && hasVerb) found.push('words+verb');
  if (shared > 0 && isOwn) found.push('words+party');
  if (act === SAME_ACT && isOwn) found.push('act+party');
  return found;
}

const SAME_ACT = 'act:same';

function actFeature({ acts, parties }: Promised, told: Told): string {
  const doer = [...parties].find((party) => told.parties.has(party)) ?? 'class';
  const act = actBy(doer, told.report.act);
  if (acts.has(act)) return SAME_ACT;
  if ([...acts].some((own) => UNDONE_BY[own]?.has(told.report.act))) return 'act:reversed';
  return !act.startsWith('~') && [...acts].some((own) => !own.startsWith('~')) ? 'act:other' : 'act:own';
}

/** Acts and those that end them. */
const UNDONE_BY: Record<string, ReadonlySet<string>> = {
  block: new Set(['unblock']),
  sanction: new Set(['unblock']),
  unblock: new Set(['block', 'sanction']),
  launch: new Set(['close']),
  open: new Set(['close']),
  provide: new Set(['close']),
};

function wordingFeatures(lower: string, found: string[]): void {
  const words = wordsOf(lower);
  if (cue.HAS_DAY.test(lower)) found.push('day');
  if (words.some((word) => cue.CONDITION.has(word))) found.push('condition');
  if (words.some((word) => AHEAD.has(word))) found.push('ahead');
  if (words.some((word) => NEGATION.has(word))) found.push('negation');
}

const NEGATION = new Set(['belum', 'tidak', 'tak']);
const AHEAD = new Set('akan bakal harus wajib rencana berencana menargetkan ditargetkan dijadwalkan'.split(' '));

function timeFeatures({ first, due }: Promised, { day, report }: Told, found: string[]): void {
  for (const step of [4, 30, 200]) if (day - first >= step) found.push(`after>=${step}`);
  if (due === null) {
    found.push('due:none');
    return;
  }
  found.push(day > due ? 'due:past' : 'due:ahead');
  if (report.occurred.earliest !== null && Math.abs(dayOf(report.occurred.latest) - due) <= 1) found.push('on-the-day');
}

function count(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n;
}
