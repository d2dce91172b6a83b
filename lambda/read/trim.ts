/**
 * What stands around an article within its block: headline, authors and dates above it, invitations in it, credits,
 * descriptions of the author and links to other articles below it.
 */

import { parsePrintedDate } from './dates.ts';
import type { Line } from './dom.ts';
import { sayingLength } from './html.ts';
import {
  BIOGRAPHY,
  BYLINE,
  COMMENTS,
  CREDITS,
  END_MARK,
  INVITATION,
  INVITATION_BEFORE,
  PUBLISHED_LINE,
} from './trim.data.ts';

/** How many lines from the start may be its head, and how long such a line may be. */
const HEAD_LINES = 15;
const HEAD_LENGTH = 200;
/** Longest line that is an invitation. */
const INVITATION_LIMIT = 300;
/** Share of the text after which a mark of the end is believed. */
const END_AFTER = 0.6;
/** Share of the text after which a heading of comments is believed: there may be more of them than of the article. */
const COMMENTS_AFTER = 0.1;
/** Share of running text after such a mark that shows that the article goes on. */
const RUNNING_AFTER = 0.12;

export interface TrimContext {
  /** What the page calls the article: headline, title element, og:title. */
  titles: readonly string[];
}

export function trimArticle(lines: readonly Line[], context: TrimContext): Line[] {
  const titles = new Set(context.titles.map(plain).filter((title) => title !== ''));
  return withoutTail(
    withoutHead(
      lines.filter((line) => !isInvitation(line)),
      titles,
    ),
  );
}

function isInvitation(line: Line): boolean {
  const match = line.text.length < INVITATION_LIMIT ? INVITATION.exec(line.text) : null;
  return match !== null && match.index <= INVITATION_BEFORE;
}

/** Letters and digits only: titles differ in quotation marks and case between a page's parts. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function isTitle(line: Line, titles: ReadonlySet<string>): boolean {
  if (line.block.name === 'h1') return true;
  if (line.text.length > 300) return false;
  const text = plain(line.text);
  if (titles.has(text)) return true;
  // "Headline – Outlet" in the title element.
  return (
    sayingLength(text) >= 15 && [...titles].some((title) => title.startsWith(text) && title.length < text.length + 40)
  );
}

function withoutHead(lines: readonly Line[], titles: ReadonlySet<string>): Line[] {
  let running = lines.findIndex((line) => isRunning(line));
  if (running < 0) running = 0;
  let title = -1;
  for (let i = 0; i < Math.min(lines.length, HEAD_LINES); i++) if (isTitle(lines[i] as Line, titles)) title = i;
  // What stands above the headline is not the article, unless running text does.
  const from = title >= 0 && title <= running ? title + 1 : 0;
  const labels = title >= 0 && running - from <= HEAD_LINES;
  return lines.filter((line, index) => {
    if (index < from) return false;
    if (index < HEAD_LINES && isTitle(line, titles)) return false;
    if (index < running && labels && isLabel(line)) return false;
    return !(index < Math.min(Math.max(running, from + 4), HEAD_LINES) && isHeadLine(line));
  });
}

/** Between headline and text: a rubric, a name, a counter. A place in capitals is a dateline and stays. */
function isLabel(line: Line): boolean {
  const { text } = line;
  if (text.length >= 80 || /[.!?:…—–-]["”’)]?$/.test(text) || /^h[2-6]$/.test(line.block.name)) return false;
  return line.linked > text.length * 0.5 || text !== text.toUpperCase() || !/\p{L}{3}/u.test(text);
}

/** A sentence of an article, not a label. */
function isRunning(line: Line): boolean {
  return sayingLength(line.text) >= 80 && line.linked < line.text.length * 0.5 && !/^h[1-6]$/.test(line.block.name);
}

function isHeadLine(line: Line): boolean {
  const { text } = line;
  if (text.length > HEAD_LENGTH) return false;
  if (short(line) && PUBLISHED_LINE.test(text)) return true;
  if (text.length < 90 && short(line) && BYLINE.test(text)) return true;
  if (text.length >= 90 || /[.!?]["”’]?$/.test(text)) return false;
  const dated = /\b(?:19|20)\d\d\b/.test(text) && text.split(' ').length <= 9 && /\d[:.h]\d\d/.test(text);
  return dated || parsePrintedDate(text) !== null;
}

function withoutTail(lines: readonly Line[]): Line[] {
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  let end = lines.length;
  let after = 0;
  let running = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as Line;
    after += line.text.length;
    if (after > total * (1 - END_AFTER) || running > total * RUNNING_AFTER) break;
    if (line.text.length < 220 && short(line) && END_MARK.test(line.text)) end = i;
    if (isRunning(line)) running += line.text.length;
  }
  let before = 0;
  for (let i = 0; i < end; i++) {
    const line = lines[i] as Line;
    if (before > total * COMMENTS_AFTER && line.text.length < 220 && COMMENTS.test(line.text)) end = i;
    before += line.text.length;
  }
  const kept = lines.slice(0, end).filter((line) => !isBetween(line));
  for (let last = kept.at(-1); last && kept.length > 1; last = kept.at(-1)) {
    const closing =
      last.text.length < 350 && (CREDITS.test(last.text) || (short(last) && PUBLISHED_LINE.test(last.text)));
    if (!closing && !(last.text.length < 600 && BIOGRAPHY.test(last.text))) break;
    kept.pop();
  }
  return kept;
}

/** A line between paragraphs that leads elsewhere: a label of a link box, or a headline that is all link. */
function isBetween(line: Line): boolean {
  if (line.text.length < 120 && END_MARK.test(line.text) && short(line)) return true;
  const linked = line.linked >= line.text.length * 0.9 && line.block.name !== 'li' && line.block.name !== 'td';
  return linked && line.text.length < 200 && line.text.split(' ').length >= 4 && !/[.!?:…]["”’]?$/.test(line.text);
}

/** A line that is a heading, a label or a call rather than a sentence: no full stop after five words or more. */
function short(line: Line): boolean {
  const sentence = /[^.]\.["”’)]?$|\?["”’]?$/.test(line.text) && line.text.split(' ').length >= 5;
  return !sentence || line.linked > line.text.length * 0.6;
}
