/** The day a statement was made, where the text prints it beside its speaker: `kata Said, Rabu (24/6/2020)`. */
import { firstThat } from '../../text/bisect.ts';
import type { Timex } from '../../types.ts';
import { type Day, parseDay } from '../civil.ts';
import { isStop, lineOf, paragraphBreak, type Tokens } from '../tokens.ts';
import type { Context } from './claim.ts';

/** Words that give a speaker his words; SPEECH has besides what is only near them. */
const ATTRIBUTES = new Set(
  `kata ujar ucap tutur jelas tegas ungkap papar imbuh tambah terang sebut katanya ujarnya ucapnya tuturnya
   jelasnya tegasnya ungkapnya paparnya imbuhnya terangnya sebutnya pungkas pungkasnya tandas tandasnya
   dikatakan disampaikan dijelaskan diungkapkan dituturkan ditegaskan`.split(/\s+/),
);
const SPEECH = new Set([
  ...ATTRIBUTES,
  ...`tulis tambahnya tulisnya mengatakan menyatakan menjelaskan menuturkan menyebut menyebutkan mengungkapkan
   menegaskan memaparkan menerangkan keterangan keterangannya jumpa konferensi rapat siaran pernyataan ditemui
   memastikan mengumumkan diumumkan menyampaikan dipaparkan`.split(/\s+/),
]);

/** Printed days within the week before publication whose clause has a word of speech before them. */
export function statementDays(
  t: Tokens,
  spans: { timex: Timex; from: number; end: number }[],
  ref: Day | null,
): { at: number; day: Day }[] {
  if (ref === null) return [];
  const found: { at: number; day: Day }[] = [];
  for (const { timex, from } of spans) {
    if (!timex.rule.startsWith('weekday-date')) continue;
    const day = parseDay(timex.value);
    if (day !== null && day <= ref && ref - day <= 7 && isSaid(t, from)) found.push({ at: from, day });
  }
  return found;
}

function isSaid(t: Tokens, from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 30); i--) {
    if (SPEECH.has(t.lower[i]!)) return true;
    if (paragraphBreak(t, i) || (isStop(t.lower[i]) && t.end[i] !== t.start[i + 1])) return false;
  }
  return false;
}

/** Whether the day at token `from` is printed behind a speaker and a comma: `kata Budi di Jakarta, Senin (8/6)`. */
export function isAttribution(t: Tokens, from: number): boolean {
  if (t.lower[from - 1] !== ',') return false;
  for (let i = from - 2; i >= Math.max(0, from - 20); i--) {
    if (ATTRIBUTES.has(t.lower[i]!)) return true;
    if (paragraphBreak(t, i) || (isStop(t.lower[i]) && t.end[i] !== t.start[i + 1])) return false;
  }
  return false;
}

/** Index of the first statement at or after token `at`. */
const firstFrom = (statements: Context['statements'], token: number): number =>
  firstThat(statements, ({ at }) => at >= token);

/** Whether the date at a token is one on which something was said. */
export const isStatementAt = ({ statements }: Context, at: number): boolean =>
  statements[firstFrom(statements, at)]?.at === at;

/** The day of the nearest dated statement in the paragraph of token `at`; null where the paragraph prints none. */
export function saidHere({ t, statements }: Context, at: number): Day | null {
  const k = firstFrom(statements, at);
  const line = lineOf(t, at);
  const before = statements[k - 1];
  const after = statements[k];
  const near = [before, after].filter((s) => s !== undefined && lineOf(t, s.at) === line);
  near.sort((a, b) => Math.abs(a!.at - at) - Math.abs(b!.at - at));
  return near[0]?.day ?? null;
}

/** The day a count at token `at` starts from: of the statement that its paragraph dates, else the article's. */
export const statedDay = (c: Context, at: number): Day | null => saidHere(c, at) ?? c.ref;
