import * as cue from '../outcomes/cues.data.ts';
import { unclassed } from '../outcomes/sentence.ts';
import type { Report } from '../types.ts';
import { findActs } from '../words/acts.ts';
import { deedsOf, deedsOfAct } from '../words/kin.ts';
import { atLeast, weightOf } from '../words/rarity.ts';
import { contentOf, terms, wordsOf } from '../words/words.ts';
import { actBy, dayOf, jakartaDay, wordsAround } from './features.ts';
import type { Cluster } from './grouping.ts';
import { shared } from './overlap.ts';
import { isUnlistedKey } from './parties.ts';

/** What of a promise is compared with reports. */
export interface Promised {
  parties: Set<string>;
  targets: Set<string>;
  /** Content words of the names of those who promise and of those whom it is about. */
  names: Set<string>;
  words: Set<string>;
  quoted: Set<string>;
  acts: Set<string>;
  /** Stems of the words that its actions open with. */
  verbs: Set<string>;
  /** The deeds that its acts may be. */
  deeds: Set<number>;
  /** Something is promised not to be done. */
  isNegated: boolean;
  /** Something is to stay as it is. */
  keeps: boolean;
  /** Acts that only say whom it is done to, or when (`lembaga yang tidak menyerahkan data`, `jika tidak membayar`). */
  conditions: Set<string>;
  /** Of its action, of its evidence, and of all around it with the headlines: the words that are not everyday ones. */
  unusual: { words: Set<string>; quoted: Set<string>; matter: Set<string> };
  /** Of the last, the rare ones. */
  rare: Set<string>;
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
  /** Day number of publication, and of the last day on which it can have happened. */
  day: number;
  occurred: number;
  words: Set<string>;
  /** Its words and those of the sentence before. */
  wide: Set<string>;
  stems: Set<string>;
  /** The deeds that its act may be, and those that any of its words may tell of. */
  deeds: ReadonlySet<number>;
  told: Set<number>;
  title: Set<string>;
  /** Of its words, of those and the sentence before, and of these with the headline: the words that are not everyday ones. */
  unusual: { words: Set<string>; wide: Set<string>; matter: Set<string> };
  /** Of the last, the rare ones. */
  rare: Set<string>;
  parties: Set<string>;
  named: Set<string>;
  /** Features of its wording alone, and words of it that tell how a thing ended. */
  wording: string[];
  tone: string[];
}

/** Words of an action that its verb stands among. */
const OPENING = 4;

/** What of the mentions of a promise is compared. */
export function promisedIn({ members }: Cluster): Promised {
  type Member = Cluster['members'][number];
  const union = (of: (member: Member) => Iterable<string>): Set<string> => new Set(members.flatMap((m) => [...of(m)]));
  const dues = members.flatMap((m) => (m.due ? [m.due.to] : []));
  const words = union((m) => m.words);
  const quoted = union((m) => m.quoted);
  const matter = union(wordsAround);
  const acts = union((m) => m.acts);
  return {
    parties: union((m) => m.parties),
    targets: union((m) => m.targets),
    names: union((m) => m.names),
    words,
    quoted,
    unusual: { words: atLeast(2, words), quoted: atLeast(2, quoted), matter: atLeast(2, matter) },
    rare: atLeast(3, matter),
    acts,
    verbs: union((m) =>
      terms(m.mention.mention.action.text)
        .slice(0, OPENING)
        .map((t) => t.stem),
    ),
    deeds: new Set(members.flatMap((m) => [...deedsOfAct(m.act)])),
    keeps: members.every(({ mention }) => KEEPS.test(mention.mention.action.text)),
    isNegated: members.some(({ mention }) => mention.mention.negated),
    conditions: conditionsOf(
      members.map((m) => m.mention.mention.action.text),
      members.flatMap((m) => m.mention.mention.condition?.text ?? []),
    ),
    articles: union((m) => [m.mention.article.key]),
    first: members[0]!.day,
    due: dues.length > 0 ? Math.max(...dues) : null,
  };
}

/** What goes on as before: `tetap beroperasi`, `bertahan`. */
const KEEPS =
  /^(?!.*\b(?:agar|supaya|meski|walau)).*(?:\btetap (?:me|di|ber|bisa|dapat|buka|ada|jalan)|\bbertahan\b|\bmempertahankan\b)/i;

/** Behind these words stands who is meant, or what it hangs on, where a no stands behind them too. */
const WHO =
  /\b(?:yang|jika|bila|apabila|kalau)\b(?=(?: [\p{L}\d-]+){0,4} (?:tidak|tak|belum|enggan|menolak|terlambat|telat|masih|kedapatan|terbukti|melanggar|gagal|lalai|mengabaikan)\b)/iu;

/** Acts that stand in actions only behind what says whom they are done to, and in what those hang on. */
function conditionsOf(actions: readonly string[], conditions: readonly string[]): Set<string> {
  const [own, others] = [new Set<string>(), new Set<string>()];
  for (const condition of conditions) {
    const all = terms(condition);
    const known = findActs(all);
    for (const { act } of [...known, ...unclassed(all, known, NO_NAMES)]) others.add(act);
  }
  for (const action of actions) {
    const all = terms(action);
    const who = WHO.exec(action);
    const from = who === null ? all.length : terms(action.slice(0, who.index)).length;
    const known = findActs(all);
    for (const { act, verb } of [...known, ...unclassed(all, known, NO_NAMES)]) (verb < from ? own : others).add(act);
  }
  // `pengendara yang tidak lulus ditilang`: where no act stands before, what is to be done stands behind.
  return own.size === 0 ? own : new Set([...others].filter((act) => !own.has(act)));
}
const NO_NAMES: ReadonlySet<number> = new Set();

/** What of a report is compared; made once, for it is compared with every open promise. */
export function toldIn(report: Report): Told {
  const wide = new Set([...report.words, ...report.near]);
  const title = new Set(contentOf(report.article.title));
  const matter = new Set([...wide, ...title]);
  const stems = new Set(terms(report.quote).map((t) => t.stem));
  return {
    report,
    day: jakartaDay(report.article.published),
    occurred: dayOf(report.occurred.latest),
    words: new Set(report.words),
    wide,
    stems,
    deeds: deedsOfAct(report.act),
    told: deedsOf(stems),
    title,
    unusual: { words: atLeast(2, report.words), wide: atLeast(2, wide), matter: atLeast(2, matter) },
    rare: atLeast(3, matter),
    parties: new Set(report.parties),
    named: new Set(report.parties.slice(0, report.named)),
    wording: wordingOf(report.quote.toLowerCase()),
    tone: toneOf(wordsOf(report.quote)),
  };
}

/** Names of what holds of a promise and a report. A count is told by every step that it reaches. */
export function linkFeatures(promise: Promised, told: Told): string[] {
  const found: string[] = ['bias'];
  const reaching = reachingIn(found);
  const { words, parties, targets } = promise;
  const { report } = told;
  const common = shared(words, told.words);
  const near = shared(words, told.wide);
  reaching('words', common, [1, 2, 3, 4]);
  reaching('nearwords', near, [1, 2, 3]);
  reaching('quoted', shared(promise.quoted, told.words), [2, 3, 4, 6]);
  if (words.size === 0) found.push('bare');
  else {
    reaching('ratio', common / words.size, [0.34, 0.5, 0.67, 1]);
    reaching('near', near / words.size, [0.5, 0.67, 1]);
    reaching('title', shared(words, told.title) / words.size, [0.34, 0.67]);
  }
  const hasVerb = shared(promise.verbs, told.stems) > 0;
  const isOwn = shared(parties, told.named) > 0;
  const act = actFeature(promise, told);
  found.push(act, isOwn ? 'party:own' : shared(parties, told.parties) > 0 ? 'party:near' : 'party:no');
  if (hasVerb) found.push('verb');
  if (shared(promise.deeds, told.deeds) > 0) found.push(act === SAME_ACT ? 'kin:same' : 'kin');
  else if (shared(promise.deeds, told.told) > 0) found.push('kin-beside');
  if (targets.size > 0) found.push(shared(targets, told.named) > 0 ? 'target:own' : 'target:no');
  if ([...told.named].some((p) => p !== 'class' && !parties.has(p) && !targets.has(p))) found.push('others');
  found.push(`rule:${report.rule}`, `kind:${report.kind}`);
  if (report.rule.startsWith('plain')) found.push(report.act.startsWith('~') ? 'plain:own' : 'plain:known');
  found.push(...told.wording);
  timeFeatures(promise, told, found);
  if (promise.articles.has(report.article.key)) found.push('promised-here');
  if (common > 0 && hasVerb) found.push('words+verb');
  if (common > 0 && isOwn) found.push('words+party');
  if (act === SAME_ACT && isOwn) found.push('act+party');
  return found;
}

/**
 * The same, and how far both speak of one matter: everyday words, which any two texts share, left out.
 * @param fit how well the report fits by its party and act (`fit.ts`), 0 where it does not.
 */
export function ledgerFeatures(promise: Promised, told: Told, fit: number): string[] {
  const found = [...linkFeatures(promise, told), ...howTold(promise, told)];
  const reaching = reachingIn(found);
  reaching('fit', fit, [0.5, 0.575, 0.65, 0.75]);
  const { unusual, parties } = promise;
  if (![...parties].some((party) => party !== 'class')) found.push('class-only');
  if ([...parties].some(isUnlistedKey)) found.push('unlisted');
  reaching('unusual', shared(unusual.words, told.unusual.words), [1, 2, 3]);
  reaching('unusual-near', shared(unusual.words, told.unusual.wide), [1, 2, 3]);
  reaching('unusual-quoted', shared(unusual.quoted, told.unusual.words), [1, 2, 3, 4, 6]);
  reaching('unusual-quoted-around', shared(unusual.quoted, told.unusual.matter), [1, 2, 3, 4, 6]);
  reaching('matter-told', shared(unusual.matter, told.unusual.words), [1, 2, 3, 4]);
  reaching('matter', sharedMatter(promise, told), [1, 2, 3, 4, 6, 8]);
  reaching('matter-rare', shared(promise.rare, told.rare), [1, 2, 3, 5]);
  const weigh = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + weightOf(word), 0);
  const weight = weigh([...promise.words].filter((word) => told.words.has(word)));
  reaching('weight', weight, [2, 3, 5, 8]);
  if (promise.words.size > 0) reaching('weight-ratio', weight / weigh(promise.words), [0.1, 0.25, 0.4, 0.6, 0.8]);
  return found;
}

/** How it is told: in which tone, before or after the promise was due, and what of the promise stands behind a no. */
export function howTold(promise: Promised, told: Told): string[] {
  const { kind } = told.report;
  const when = promise.due === null ? 'none' : told.day > promise.due ? 'past' : 'ahead';
  return [...told.tone, `${kind}+due:${when}`, `${kind}+${deniedIn(promise, told)}`];
}

/** Words behind a no that it denies. */
const DENIED = 4;
const NO = new Set('tidak tak belum tanpa batal gagal urung bukan enggan menolak'.split(' '));

/** Whether what a report shares with a promise stands right behind a no: `dana yang ditagih tidak juga disetor`. */
function deniedIn({ quoted, verbs }: Promised, { report }: Told): string {
  const words = terms(report.quote);
  let last = Number.NEGATIVE_INFINITY;
  let all = 0;
  let denied = 0;
  for (const { word, concept, stem, at } of words) {
    if (NO.has(word)) last = at;
    if (!quoted.has(concept) && !verbs.has(stem)) continue;
    all++;
    if (at > last && at - last <= DENIED) denied++;
  }
  return denied === 0
    ? last > Number.NEGATIVE_INFINITY
      ? 'no:elsewhere'
      : 'no:none'
    : denied === all
      ? 'no:all'
      : 'no:some';
}

/** How many words that are not everyday ones a report and what is around it share with a promise and what is around that. */
export const sharedMatter = (promise: Promised, told: Told): number =>
  shared(promise.unusual.matter, told.unusual.matter);

/** Names a count in `found` by every step that it reaches (`words>=2`). */
export const reachingIn =
  (found: string[]) =>
  (name: string, value: number, steps: readonly number[]): void => {
    for (const step of steps) if (value >= step) found.push(`${name}>=${step}`);
  };

export const SAME_ACT = 'act:same';

export function actFeature({ acts, parties }: Promised, told: Told): string {
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

/** Words by which news says that an awaited thing came, or how it came beside what had been said. */
const TONES = new Set('baru batal jadwal kembali kini mulai sebagian seluruh sesuai sudah'.split(' '));
const toneOf = (words: readonly string[]): string[] =>
  [...new Set(words)].flatMap((word) => (TONES.has(word) ? [`tone:${word}`] : []));

const NEGATION = new Set(['belum', 'tidak', 'tak']);
const AHEAD = new Set('akan bakal harus wajib rencana berencana menargetkan ditargetkan dijadwalkan'.split(' '));

function timeFeatures({ first, due }: Promised, { day, occurred, report }: Told, found: string[]): void {
  for (const step of [4, 30, 200]) if (day - first >= step) found.push(`after>=${step}`);
  if (due === null) {
    found.push('due:none');
    return;
  }
  found.push(day > due ? 'due:past' : 'due:ahead');
  if (report.occurred.earliest !== null && Math.abs(occurred - due) <= 1) found.push('on-the-day');
}
