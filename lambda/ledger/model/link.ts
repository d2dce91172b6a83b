import * as cue from '../outcomes/cues.data.ts';
import type { Report } from '../types.ts';
import { stem } from '../words/stem.ts';
import { contentOf, terms, wordsOf } from '../words/words.ts';
import { actBy, dayOf, jakartaDay } from './features.ts';
import type { Cluster } from './join.ts';
import weights from './link-weights.data.json' with { type: 'json' };
import { isAuthorityKey } from './parties.ts';

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
  /** Features of its wording alone. */
  wording: string[];
}

/** Words of an action that its verb stands among. */
const OPENING = 4;

/** What of the mentions of a promise is compared. */
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

/** What of a report is compared; made once, for it is compared with every open promise. */
export function toldIn(report: Report): Told {
  return {
    report,
    day: jakartaDay(report.article.published),
    words: new Set(report.words),
    wide: new Set([...report.words, ...(report.near ?? [])]),
    stems: new Set(terms(report.quote).map((t) => t.stem)),
    title: new Set(contentOf(report.article.title)),
    parties: new Set(report.parties),
    named: new Set(report.parties.slice(0, report.named)),
    wording: wordingOf(report.quote.toLowerCase()),
  };
}

/**
 * The likelihood that a report tells what became of a promise, 0 to 1; 0 where nothing ties the two, and where it tells
 * of the contrary, of others' deeds or of what completes nothing. Pure.
 */
export function likelihood(promise: Promised, told: Told): number {
  if (!mayTell(promise, told)) return 0;
  let sum = 0;
  for (const name of linkFeatures(promise, told)) sum += WEIGHTS.get(name) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** Whether a report may tell of a promise at all: something ties them, and it is neither others' deed nor the contrary. */
export const mayTell = (promise: Promised, told: Told): boolean =>
  areTied(promise, told) && !isOfOthers(promise, told) && mayComplete(promise, told);

/** A word, the verb or the act: most pairs of a pile have nothing in common. */
const areTied = (promise: Promised, told: Told): boolean =>
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
  found.push(...told.wording);
  timeFeatures(promise, told, found);
  if (promise.articles.has(report.article.key)) found.push('promised-here');
  if (shared > 0 && hasVerb) found.push('words+verb');
  if (shared > 0 && isOwn) found.push('words+party');
  if (act === SAME_ACT && isOwn) found.push('act+party');
  return found;
}

const SAME_ACT = 'act:same';

/** A company promised, and another by name did it. What an authority promised it does to those whom the report names. */
function isOfOthers({ parties, targets }: Promised, { named }: Told): boolean {
  const promised = [...parties].filter((party) => party !== 'class' && !isAuthorityKey(party));
  if (promised.length === 0 || promised.some((party) => named.has(party))) return false;
  return [...named].some((party) => party !== 'class' && !isAuthorityKey(party) && !targets.has(party));
}

/** Whether the act told can be the end of the one promised: it is the same, or one in which a thing comes to be there. */
function mayComplete(promise: Promised, told: Told): boolean {
  const act = actFeature(promise, told);
  if (act === SAME_ACT || told.report.kind === 'withdrawn') return act !== 'act:reversed';
  if (act === 'act:reversed') return false;
  if (told.report.act.startsWith('~')) return !IDLE.has(told.report.act.slice(1));
  return !COMPLETES_NOTHING.has(told.report.act);
}

/** Acts by which nothing that was promised comes about, unless they are the promise. */
const COMPLETES_NOTHING: ReadonlySet<string> = new Set(
  (
    'close stop-service limit examine supervise warn educate comply protect cooperate consult hearing sanction block ' +
    'freeze-permit account-off appeal write raise decide separate move-system change-price cut-price'
  ).split(' '),
);

/** Stems of verbs, known to no class of act, by which nothing comes about: stopping, putting off, trying, finding fault. */
const IDLE: ReadonlySet<string> = new Set(
  (
    'henti setop tunda undur batas cegah uji coba periksa kritik kecam keluh protes adu gugat tuntut tolak tangkap jerat ' +
    'bobol retas curi bocor langgar tuduh duga sayang khawatir cemas sorot tanya soal dorong desak sindir gagal rusak hilang ' +
    'tutup cabut bekukan tinggal kaji bahas rancang tunggu nanti pantau awas imbau ingat janji usul ubah bantah'
  )
    .split(' ')
    .map(stem),
);

function actFeature({ acts, parties }: Promised, told: Told): string {
  const doer = [...parties].find((party) => told.parties.has(party)) ?? 'class';
  const act = actBy(doer, told.report.act);
  if (acts.has(act)) return SAME_ACT;
  if ([...acts].some((own) => UNDONE_BY[own]?.has(told.report.act))) return 'act:reversed';
  return !act.startsWith('~') && [...acts].some((own) => !own.startsWith('~')) ? 'act:other' : 'act:own';
}

/** Acts and those that end them. */
const UNDONE_BY: Record<string, ReadonlySet<string>> = {
  block: new Set(['unblock', 'open']),
  sanction: new Set(['unblock']),
  unblock: new Set(['block', 'sanction']),
  launch: new Set(['close', 'stop-service', 'block']),
  open: new Set(['close', 'stop-service', 'block']),
  provide: new Set(['close', 'stop-service', 'block']),
  operate: new Set(['close', 'stop-service', 'block']),
  'open-office': new Set(['close', 'stop-service']),
};

function wordingOf(lower: string): string[] {
  const words = wordsOf(lower);
  const found: string[] = [];
  if (cue.HAS_DAY.test(lower)) found.push('day');
  if (words.some((word) => cue.CONDITION.has(word))) found.push('condition');
  if (words.some((word) => AHEAD.has(word))) found.push('ahead');
  if (words.some((word) => NEGATION.has(word))) found.push('negation');
  return found;
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
