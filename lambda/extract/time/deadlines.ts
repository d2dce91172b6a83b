import { firstThat } from '../text/bisect.ts';
import type { DeadlineClaim, Timex } from '../types.ts';
import { addWorkingDayNumbers, CALENDAR_VERSION } from './calendar.ts';
import { type Day, formatDay, formatWeek, mondayOf, parseDay, publishedDay } from './civil.ts';
import { AWAITED_WORDS, awaitedClaim, opensEvent } from './deadline/awaited.ts';
import { type Context, claimOf } from './deadline/claim.ts';
import { countClaim } from './deadline/count.ts';
import { dateClaim } from './deadline/date.ts';
import { joinClaims } from './deadline/join.ts';
import { operatorBefore } from './deadline/operators.ts';
import { dayCount, recurringClaim } from './deadline/recurring.ts';
import { isStatementAt, saidHere, statementDays } from './deadline/statement.ts';
import { VAGUE_WORDS, vagueEnd } from './deadline/vague.ts';
import { electionDay, endOfDay, windowOf } from './deadline/window.ts';
import { enter } from './lexicon.ts';
import { findPhraseTimexes } from './timexes.ts';
import { allCaps, type Tokens, tokenize } from './tokens.ts';

export interface DeadlineOptions {
  published: string | null;
  sentences?: { start: number; end: number }[];
}

/**
 * Every expression of the text that can say by when, or when, something is to be done, in order: operator and date,
 * bare dates still to come, counts (`dalam tujuh hari`, `2x24 jam`, `lima hari kerja`), vague, unanchored, recurring
 * ones and starts (`mulai X`). `timexes` are those of `findTimexes` over the same text. Never throws.
 */
export function findDeadlines(text: string, timexes: Timex[], options: DeadlineOptions): DeadlineClaim[] {
  return claimsOf(text, timexes, publishedDay(options.published), false);
}

enter([...VAGUE_WORDS, ...AWAITED_WORDS, 'h', 'asap']);

/** Events are looked for among so many expressions; an article has some ten. */
const MOST_DATES = 300;

function claimsOf(text: string, timexes: Timex[], ref: Day | null, phrase: boolean): DeadlineClaim[] {
  const t = tokenize(text);
  const spans: Context['spans'][number][] = [];
  const dates: Context['dates'][number][] = [];
  for (const timex of timexes) {
    const from = tokenAt(t, timex.start);
    const day = spans.length < MOST_DATES ? parseDay(timex.value) : null;
    if (day !== null) dates.push({ at: from, day });
    spans.push({ timex, from, end: tokenAt(t, timex.end) });
  }
  const statements = statementDays(t, spans, ref);
  const context: Context = { t, ref, phrase, dates, statements, spans };
  const claims: DeadlineClaim[] = [];
  const awaited: DeadlineClaim[] = [];
  for (let k = 0; k < spans.length; k++) {
    const claim = timexClaim(context, k);
    if (claim && !(phrase && spans.length > 1 && isStatement(context, k))) claims.push(claim);
  }
  for (let i = 0; i < t.count; i++) {
    if (t.lex[i] === undefined) continue;
    const end = vagueEnd(t, i, phrase) || (t.lower[i] === 'asap' && allCaps(t, i) ? i + 1 : 0);
    if (end > 0) {
      claims.push(claimOf(context, i, end, { rule: 'vague', due: 'vague', precision: 'vague' }));
      i = end - 1;
    } else if (t.lower[i] === 'h') {
      const claim = dayCount(context, i, spans[firstAtOrAfter(spans, i + 3)]);
      if (claim) claims.push(claim);
    } else if (opensEvent(t.lower[i]!)) {
      // What stands next to a date belongs to it.
      const next = spans[firstAtOrAfter(spans, i)];
      const claim = awaitedClaim(context, i, next !== undefined && next.from - i <= 3);
      if (claim) awaited.push(claim);
    }
  }
  const taken = withoutOverlap(claims);
  return joinClaims(text, withoutOverlap([...taken, ...apart(awaited, taken)]));
}

/** Those of `claims` that none of `taken` touches; both in order and each without overlaps of its own in `taken`. */
function apart(claims: readonly DeadlineClaim[], taken: readonly DeadlineClaim[]): DeadlineClaim[] {
  let k = 0;
  return claims.filter((claim) => {
    while (k < taken.length && taken[k]!.end <= claim.start) k++;
    return k === taken.length || taken[k]!.start >= claim.end;
  });
}

/** Whether the expression is the day on which a phrase was said (`… paling lambat 20 Juli, kata Budi, Selasa (9/6)`). */
const isStatement = (c: Context, k: number): boolean => isStatementAt(c, c.spans[k]!.from);

/** Index of the token that begins at or after an offset. */
const tokenAt = ({ start }: Tokens, offset: number): number => firstThat(start, (at) => at >= offset);

const firstAtOrAfter = (spans: Context['spans'], token: number): number =>
  firstThat(spans, ({ from }) => from >= token);

function timexClaim(c: Context, k: number): DeadlineClaim | null {
  const { timex, from, end } = c.spans[k]!;
  const operator = operatorBefore(c.t, firstOfDay(c, k), timex.rule.startsWith('named'));
  if (timex.type === 'DURATION' || timex.rule.startsWith('ahead')) return countClaim(c, k, operator);
  if (timex.type === 'SET') return recurringClaim(c, timex, from, end);
  const window = electionDay(c.t, timex, from) ?? windowOf(c.phrase ? timex : asSaid(c, timex, from));
  if (!window) return null;
  return dateClaim(c, k, operator, window);
}

/** First token of the expressions for one day that stand side by side: `sebelum Hari Pahlawan 10 November`. */
function firstOfDay(c: Context, k: number): number {
  const { timex, from } = c.spans[k]!;
  if (electionDay(c.t, timex, from)) return from - (c.t.lower[from - 1] === 'serentak' ? 2 : 1);
  const before = c.spans[k - 1];
  const same = before?.end === from && before.timex.rule === 'named-day' && before.timex.value === timex.value;
  return same ? before.from : from;
}

/** Rules of words like `besok`, whose day is reckoned from when they were said. */
const FROM_SAYING = new Set(['tomorrow', 'day-after-tomorrow', 'later-today']);

/**
 * `"Besok ia kami panggil," kata Budi, Senin (9/6)` in Tuesday's paper is on Tuesday: where the paragraph prints the day
 * of the statement, days and weeks to come are reckoned from it. The expression's own value stays that of the article.
 */
function asSaid(c: Context, timex: Timex, from: number): Pick<Timex, 'value' | 'mod' | 'endValue'> {
  const weeks = timex.rule.endsWith('week-relative');
  if (c.ref === null || !(weeks || FROM_SAYING.has(timex.rule))) return timex;
  const said = saidHere(c, from);
  if (said === null || said === c.ref) return timex;
  if (!weeks) {
    const day = parseDay(timex.value);
    return day === null ? timex : { ...timex, value: formatDay(day + said - c.ref) + timex.value.slice(10) };
  }
  const window = windowOf(timex);
  return window === null ? timex : { ...timex, value: formatWeek(window.first + mondayOf(said) - mondayOf(c.ref)) };
}

/** In order; of overlapping claims the longer (a vague word inside a dated phrase is no claim of its own). */
function withoutOverlap(claims: DeadlineClaim[]): DeadlineClaim[] {
  claims.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DeadlineClaim[] = [];
  for (const claim of claims) {
    const last = kept[kept.length - 1];
    if (last && claim.start < last.end) {
      if (claim.end - claim.start > last.end - last.start) kept[kept.length - 1] = claim;
      continue;
    }
    kept.push(claim);
  }
  return kept;
}

const PRECISION = ['instant', 'day', 'week', 'month', 'quarter', 'semester', 'year'];
const rank = (claim: DeadlineClaim): number => {
  if (claim.due === 'vague') return 20;
  if (claim.due === 'unanchored') return 10;
  const at = PRECISION.indexOf(claim.precision ?? 'year');
  // A printed date beats a count of the same precision; a start is no deadline where another is.
  return at + (claim.anchor !== null ? 0.5 : 0) + (claim.kind === 'start' ? 8 : 0);
};

/** Of several expressions for one deadline the most precise; of equally precise ones the last. Null for none. */
export function mostPrecise(claims: DeadlineClaim[]): DeadlineClaim | null {
  let best: DeadlineClaim | null = null;
  for (const claim of claims) if (best === null || rank(claim) <= rank(best)) best = claim;
  return best;
}

/**
 * A phrase alone to its window: `paling lambat lima hari kerja` said on `stated` (else `published`). `authority`: the
 * obligor is an authority, so joint leave never counts as working. Null where the phrase has no deadline.
 */
export function resolveDeadline(
  phrase: string,
  options: { published: string; authority?: boolean; stated?: string },
): DeadlineClaim | null {
  const said = publishedDay(options.stated ?? options.published);
  const claims = claimsOf(phrase, findPhraseTimexes(phrase, said), said, true);
  const claim = mostPrecise(claims);
  return claim && forObligor(claim, { authority: options.authority ?? false });
}

/**
 * The claim with the window that holds for its obligor: a count of working days ends earliest with the anchor counted
 * and, unless the obligor is an authority, joint leave counted as working (DESIGN, Time). Other claims are unchanged.
 */
export function forObligor(claim: DeadlineClaim, options: { authority: boolean }): DeadlineClaim {
  const counted = /^working-days:(\d+)/.exec(claim.rule);
  const anchor = claim.anchor === null ? null : parseDay(claim.anchor);
  if (!counted || anchor === null || claim.latest === null) return claim;
  const n = Number(counted[1]);
  const earliest = addWorkingDayNumbers(anchor, n, { jointLeave: !options.authority, countAnchor: true });
  return { ...claim, earliest: endOfDay(earliest, claim.zone), calendarVersion: CALENDAR_VERSION };
}
