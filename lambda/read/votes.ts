/** How the lines of a page vote for the blocks they stand in. */
import type { Element } from 'domhandler';
import { classId, type Line, parentOf } from './dom.ts';
import { sayingLength } from './html.ts';
import { BODY_HINTS, NEGATIVE, POSITIVE } from './parts.data.ts';

export interface Block {
  /** Votes of the lines below. */
  score: number;
  /** Characters of running text, and of what is none: headings, link lists, labels. */
  running: number;
  other: number;
  /** Running text of the page before this block's first line. */
  before: number;
  text: number;
  linked: number;
}

/** Block elements whose text votes for the block around them. */
const PARAGRAPHS = new Set([
  'p',
  'blockquote',
  'pre',
  'li',
  'dd',
  'dt',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'center',
  'address',
]);

/** What each block around the lines is worth: a line's vote counts in full for the nearest, less for those above. */
export function vote(lines: readonly Line[]): Map<Element, Block> {
  const blocks = new Map<Element, Block>();
  const block = (element: Element): Block => {
    let found = blocks.get(element);
    if (!found) {
      found = { score: initial(element), running: 0, other: 0, before: total, text: 0, linked: 0 };
      blocks.set(element, found);
    }
    return found;
  };
  let total = 0;
  for (const line of lines) {
    const { length } = line.text;
    const says = sayingLength(line.text);
    const score =
      says < 25 || line.linked > length * 0.5 ? 0 : 1 + commas(line.text) + Math.min(3, Math.floor(says / 100));
    const running = says >= 60 && line.linked < length * 0.4;
    let level = 0;
    let element: Element | null = line.block;
    let voting = element;
    if (PARAGRAPHS.has(element.name)) voting = parentOf(element) ?? element;
    let reached = false;
    for (; element; element = parentOf(element)) {
      const here = block(element);
      here.text += length;
      if (running) here.running += says;
      else here.other += costOf(line);
      here.linked += line.linked;
      if (element === voting) reached = true;
      if (reached && score > 0 && level < 6) {
        here.score += score / (level === 0 ? 1 : level === 1 ? 2 : level * 3);
        level++;
      }
    }
    if (running) total += says;
  }
  return blocks;
}

function commas(text: string): number {
  return text.match(/[,،、，﹐﹑]/g)?.length ?? 0;
}

const TAG_WEIGHT: Record<string, number> = {
  article: 12,
  div: 5,
  section: 3,
  main: 5,
  pre: 3,
  td: 3,
  blockquote: 3,
  ol: -3,
  ul: -3,
  dl: -3,
  dd: -3,
  dt: -3,
  li: -3,
  form: -3,
  address: -3,
  th: -5,
  h1: -5,
  h2: -5,
  h3: -5,
};

function initial(element: Element): number {
  return (TAG_WEIGHT[element.name] ?? 0) + classWeight(element) + (bodyHint(element) ? 25 : 0);
}

/** Whether its name says that a block is an article's text. */
export function bodyHint(element: Element): boolean {
  return (element.attribs.itemprop ?? '').toLowerCase() === 'articlebody' || BODY_HINTS.test(classId(element));
}

/** What class and id say for (positive) or against (negative) a block. */
export function classWeight(element: Element): number {
  const { class: names, id } = element.attribs;
  let weight = 0;
  for (const value of [names, id]) {
    if (!value) continue;
    const lower = value.toLowerCase();
    if (NEGATIVE.test(lower)) weight -= 25;
    if (POSITIVE.test(lower)) weight += 25;
  }
  return weight;
}

/** What a line that is no running text costs the block that takes it in: a link much, a label little, data nothing. */
function costOf(line: Line): number {
  const { length } = line.text;
  if (line.linked > length * 0.4) return Math.min(length, 100) + 10;
  return CELLS.has(line.block.name) ? -length * 0.4 : length * 0.25;
}

const CELLS = new Set(['td', 'th', 'dd', 'dt']);
