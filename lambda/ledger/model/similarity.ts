import { isWide } from '../words/acts.ts';
import { saysLater } from './cues.ts';
import { byAge, type Features, spellsOut } from './features.ts';
import { overlap } from './overlap.ts';
import { evidenceOf } from './pair.ts';
import { isAuthorityKey, isUnlistedKey } from './parties.ts';

/** How far two mentions seem to be the same promise. */
export interface Similarity {
  score: number;
  /** They cannot be: whatever the score, they are not put together. */
  veto: string | null;
  features: Record<string, number>;
}

/** At or above this two mentions are one promise. Set on the stories of `test/stories` and the pairs of `test/ledger/join.test.ts`. */
export const SAME = 0.6;

/** The same sentence this many days later says something new. */
const COPY_DAYS = 30;

/** Acts that are another act when done to somebody else (a summons of Google is none of Meta). */
const TARGETED = new Set([
  'meet',
  'sanction',
  'block',
  'unblock',
  'examine',
  'freeze-permit',
  'hearing',
  'grant-permit',
  'account-off',
]);

/** What an equal due day tells, by how narrow it is: half of everything is due "this year". */
const SAME_DUE: Record<string, number> = {
  instant: 0.35,
  day: 0.35,
  week: 0.25,
  month: 0.2,
  quarter: 0.1,
  semester: 0.1,
  year: 0.08,
};

/** What a unit of log-odds counts beside {@link SAME}. */
const UNIT = 0.1;

/**
 * Compares two mentions: those of one party and class of act by rules, others by what the model of `pair.ts` has learned.
 * Symmetric and pure.
 */
export function compare(a: Features, b: Features): Similarity {
  const veto = vetoOf(a, b);
  if (isByRules(a, b)) return byRules(a, b, veto);
  const features = explained(evidenceOf(a, b));
  features.bias = rounded((features.bias ?? 0) + SAME);
  return { score: rounded(Object.values(features).reduce((sum, x) => sum + x, 0)), veto, features };
}

/** Two mentions of one party and class of act are compared by rules. */
export const isByRules = (a: Features, b: Features): boolean =>
  a.act === b.act && a.parties.some((party) => b.parties.includes(party));

/** The score of so many log-odds. */
export const scoreOf = (odds: number): number => SAME + UNIT * odds;

/** The log-odds of a score: 0 of two mentions that the ledger takes for one promise. */
export const oddsOfScore = (score: number): number => (score - SAME) / UNIT;

/** What two mentions were compared by, from log-odds by kind: what a union is explained with. */
export const explained = (odds: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(odds).map(([kind, value]) => [kind, rounded(UNIT * value)]));

export const rounded = (x: number): number => Math.round(x * 1000) / 1000;

/** The same act of the same sentence, within days of each other. */
export const areCopies = (a: Features, b: Features): boolean =>
  a.sentence === b.sentence &&
  Math.abs(a.day - b.day) <= COPY_DAYS &&
  a.mention.mention.type === b.mention.mention.type &&
  a.mention.mention.action.text === b.mention.mention.action.text;

/** Compares two mentions of one party and class of act by rules. */
function byRules(a: Features, b: Features, veto: string | null): Similarity {
  const features: Record<string, number> = {};
  if (areCopies(a, b)) return { score: 1, veto, features: { copy: 1 } };
  features.act = a.act !== b.act ? 0 : a.act.startsWith('~') ? 0.3 : 0.38;
  const shared = a.parties.filter((p) => b.parties.includes(p));
  features.obligor =
    shared.length === 0 ? -0.1 : a.parties.length === b.parties.length && shared.length === a.parties.length ? 0.05 : 0;
  features.words = wordScore(a, b);
  if (a.numbers.size > 0 && b.numbers.size > 0 && overlap(a.numbers, b.numbers) === 0) features.numbers = -0.15;
  if (a.places.size > 0 && b.places.size > 0 && overlap(a.places, b.places) === 0) features.places = -0.3;
  features.due = dueScore(a, b);
  features.time = timeScore(a, b);
  if (a.mention.mention.type !== b.mention.mention.type) features.type = -0.05;
  if (a.mention.article.key === b.mention.article.key) features.sameArticle = sameArticleScore(a, b);
  if (features.sameArticle !== undefined && isFormer(a, b)) features.former = 0.35;
  if (sharesTarget(a, b)) features.target = 0.05;
  let score = Object.values(features).reduce((sum, x) => sum + x, 0);
  // `Semula layanan itu dijadwalkan Desember` means the service of its own article, and does not find others by itself.
  if (features.sameArticle === undefined && (isBareFormer(a) || isBareFormer(b))) score = Math.min(score, SAME - 0.05);
  return { score: rounded(score), veto, features };
}

/** Why two mentions cannot word one promise; null where nothing speaks against it. */
export function vetoOf(a: Features, b: Features): string | null {
  if (a.mention.mention.negated !== b.mention.mention.negated) return 'one is negated';
  if (a.act !== b.act && isThreatBesideDuty(a, b)) return 'a threat is not the duty behind it';
  if (TARGETED.has(a.act) && a.targets.length > 0 && b.targets.length > 0 && !sharesTarget(a, b))
    return 'done to somebody else';
  if (isPutOffToBefore(a, b) || isPutOffToBefore(b, a)) return 'put off to a day before';
  if (a.mention.article.key === b.mention.article.key) {
    if (a.due && b.due && a.due.day !== b.due.day && !isFormer(a, b)) return 'one article, two days';
    if (areTwoBound(a, b)) return 'one article, two companies';
    if (a.words.size > 0 && b.words.size > 0 && overlap(a.words, b.words) === 0) return 'one article, two objects';
  }
  return null;
}

/** `PT Pfizer diperintahkan menurunkan harga …; adapun PT Dexa Medica wajib …`: what each of two companies must do. */
const areTwoBound = (a: Features, b: Features): boolean =>
  [a, b].every(({ mention, parties }) => mention.mention.type === 'obligation' && parties.every(isCompanyKey)) &&
  !a.parties.some((one) => b.parties.some((other) => one === other || namesMore(one, other) || namesMore(other, one)));
const isCompanyKey = (key: string): boolean => key !== 'class' && !isAuthorityKey(key);

/** `memperpanjang konsultasi hingga 24 Januari` extends nothing that was due in March when it was said. */
const isPutOffToBefore = (early: Features, late: Features): boolean =>
  early.due !== null &&
  late.due !== null &&
  early.day < late.day &&
  early.due.to > late.due.to &&
  saysLater(late.mention.quote);

/** What an authority threatens with, and what others owe; its own act told without the condition may be the threat. */
function isThreatBesideDuty(a: Features, b: Features): boolean {
  if (a.act !== 'sanction' && b.act !== 'sanction') return false;
  const { type } = (a.act === 'sanction' ? b : a).mention.mention;
  return type === 'obligation' || type === 'agreement';
}

const isBareFormer = (f: Features): boolean => f.former && f.pointsBack;

/** One tells the day that held before the other was set. */
const isFormer = (a: Features, b: Features): boolean => (a.former && b.moved) || (b.former && a.moved);

/** An article says a thing again in other words, but seldom two things of one narrow class; of wide ones it lists many. */
function sameArticleScore(a: Features, b: Features): number {
  if (a.act.startsWith('~') || isWide(a.act)) return -0.2;
  const again = a.words.size === 0 || b.words.size === 0 || overlap(a.words, b.words) > 0;
  return again ? -0.05 : -0.2;
}

const sharesTarget = (a: Features, b: Features): boolean =>
  a.targets.some((one) => b.targets.some((other) => one === other || namesMore(one, other) || namesMore(other, one)));

/** A name that no list knows, and the same with more behind it: `GoSend`, `GoSend Same Day`. */
const namesMore = (short: string, long: string): boolean => isUnlistedKey(short) && long.startsWith(`${short}-`);

function wordScore(a: Features, b: Features): number {
  const bare = a.words.size === 0 || b.words.size === 0;
  if (bare) {
    // Nothing but the class of act is said (`menuntaskan migrasi ini`): the surroundings must not speak against it.
    const [short, long] = a.words.size === 0 ? [a, b] : [b, a];
    if (long.words.size === 0) return 0.3;
    return 0.2 + 0.25 * overlap(long.words, short.context);
  }
  const shared = overlap(a.words, b.words);
  const otherDay = a.due !== null && b.due !== null && a.due.day !== b.due.day;
  if (shared === 0 && !otherDay && spellsOut(a, b)) return 0.25;
  if (shared === 0) {
    // A threat is worded by what it punishes, which every report says differently: the surroundings tell.
    if (a.act === 'sanction') return Math.min(0.25, 0.5 * overlap(a.context, b.context) - 0.05);
    const near = Math.max(overlap(a.words, b.context), overlap(b.words, a.context));
    return a.pointsBack || b.pointsBack ? 0.1 + 0.2 * near : -0.12 + 0.2 * near;
  }
  // One shared word of two is chance; three of four are not.
  const size = Math.min(a.words.size, b.words.size);
  return 0.5 * shared * (size === 1 ? 0.75 : 1);
}

function dueScore(a: Features, b: Features): number {
  if (!a.due || !b.due) return 0;
  if (a.due.day === b.due.day) return SAME_DUE[narrower(a.due.precision, b.due.precision)] ?? 0.2;
  if (a.moved || b.moved) return 0.1;
  const gap = Math.abs(a.due.to - b.due.to);
  if (contains(a.due, b.due) || contains(b.due, a.due)) return 0.05;
  if (gap <= 45) return -0.05;
  return gap <= 200 ? -0.15 : -0.35;
}

const ORDER = ['instant', 'day', 'week', 'month', 'quarter', 'semester', 'year'];
const narrower = (a: string, b: string): string => (ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b);

const LENGTH: Record<string, number> = { week: 7, month: 31, quarter: 92, semester: 184, year: 366 };
/** A day within the period that the other names (`28 Maret` and `Maret`). */
const contains = (wide: NonNullable<Features['due']>, day: NonNullable<Features['due']>): boolean => {
  const length = LENGTH[wide.precision] ?? 0;
  return length > (LENGTH[day.precision] ?? 0) && day.to <= wide.to && day.to > wide.to - length;
};

function timeScore(a: Features, b: Features): number {
  const [first, second] = byAge(a, b) <= 0 ? [a, b] : [b, a];
  const apart = second.day - first.day;
  // Said again long after it was due, and not as a new date for the old promise: another one.
  if (first.due && !second.moved && second.day > first.due.to + 90 && first.due.day !== second.due?.day) return -0.25;
  if (apart <= 3) return 0.1;
  if (apart <= 45) return 0.05;
  if (apart <= 200) return 0;
  return first.due && first.due.to >= second.day ? -0.05 : -0.2;
}
