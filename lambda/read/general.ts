/**
 * The general reader: finds the article in a page no rule knows. Every line of text votes for the blocks it stands in;
 * the block with most votes, weighed by its links and by what its class says, holds the article. What of it is a list
 * of links, a caption, a form or a box of another kind is then left out.
 */
import type { Document, Element } from 'domhandler';
import { classId, isElement, type Line, linesOf, walk } from './dom.ts';
import { UNREAD } from './html.ts';
import { BODY_HINTS, NEGATIVE, POSITIVE } from './parts.data.ts';
import { type Pass, unread } from './parts.ts';

const PASSES: readonly Pass[] = [
  { unlikely: true, clean: true, hidden: false },
  { unlikely: false, clean: true, hidden: false },
  { unlikely: false, clean: false, hidden: true },
];

/** How much a character that is no running text costs the block that takes it in. */
const BETWEEN = 1.2;

/** A text of fewer characters is doubted, and the next pass tried. */
const ENOUGH = 400;

export interface GeneralReading {
  lines: Line[];
  /** The block the article was found in. */
  root: Element | null;
}

export function readGeneral(document: Document): GeneralReading {
  let best: GeneralReading = { lines: [], root: null };
  let longest = 0;
  for (const pass of PASSES) {
    const reading = readOnce(document, pass);
    const length = reading.lines.reduce((sum, line) => sum + line.text.length, 0);
    if (length > longest * 1.5) {
      best = reading;
      longest = length;
    }
    if (length >= ENOUGH) break;
  }
  return best;
}

interface Block {
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

function readOnce(document: Document, pass: Pass): GeneralReading {
  const body = findBody(document);
  if (!body) return { lines: [], root: null };
  const skip = (element: Element) => unread(element, pass);
  const lines = withoutTeasers(linesOf(body, skip));
  const blocks = vote(lines);
  const root = choose(blocks, lines);
  if (!root) return { lines: [], root: null };
  const own = withSiblings(root, blocks, lines);
  const kept = pass.clean ? clean(own, blocks, root) : own;
  return { lines: kept, root };
}

/** Longest text of a teaser, in characters. */
const TEASER_LIMIT = 600;
const TEASER_BLOCKS = new Set(['li', 'article', 'div', 'section', 'td', 'tr', 'a']);

/**
 * Leaves out teasers of other articles: three or more blocks of a kind side by side, each short and each headed by a
 * line that is a link.
 */
function withoutTeasers(lines: readonly Line[]): Line[] {
  const lengths = new Map<Element, number>();
  const headed = new Set<Element>();
  for (const line of lines) {
    for (let at: Element | null = line.block, level = 0; at && level < 8; at = parentOf(at), level++) {
      lengths.set(at, (lengths.get(at) ?? 0) + line.text.length);
      if (level < 5 && line.text.length >= 15 && line.linked >= line.text.length * 0.8 && TEASER_BLOCKS.has(at.name))
        headed.add(at);
    }
  }
  const kinds = new Map<Element, Map<string, Element[]>>();
  for (const element of headed) {
    const parent = parentOf(element);
    if (!parent || (lengths.get(element) ?? 0) > TEASER_LIMIT) continue;
    const kind = `${element.name} ${(element.attribs.class ?? '').split(' ')[0]}`;
    const siblings = kinds.get(parent) ?? new Map<string, Element[]>();
    const alike = siblings.get(kind);
    if (alike) alike.push(element);
    else siblings.set(kind, [element]);
    kinds.set(parent, siblings);
  }
  const teasers = new Set<Element>();
  for (const siblings of kinds.values()) {
    for (const elements of siblings.values())
      if (elements.length >= 3) for (const element of elements) teasers.add(element);
  }
  if (teasers.size === 0) return [...lines];
  return lines.filter((line) => {
    for (let at: Element | null = line.block; at; at = parentOf(at)) if (teasers.has(at)) return false;
    return true;
  });
}

function findBody(document: Document): Element | null {
  let body: Element | null = null;
  let first: Element | null = null;
  walk(document, (element) => {
    first ??= element;
    if (!body && element.name === 'body') body = element;
    return body === null;
  });
  return body ?? first;
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

function vote(lines: readonly Line[]): Map<Element, Block> {
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
    const length = line.text.length;
    const score =
      length < 25 || line.linked > length * 0.5 ? 0 : 1 + commas(line.text) + Math.min(3, Math.floor(length / 100));
    const running = length >= 60 && line.linked < length * 0.4;
    let level = 0;
    let element: Element | null = line.block;
    let voting = element;
    if (PARAGRAPHS.has(element.name)) voting = parentOf(element) ?? element;
    let reached = false;
    for (; element; element = parentOf(element)) {
      const here = block(element);
      here.text += length;
      if (running) here.running += length;
      else here.other += costOf(line);
      here.linked += line.linked;
      if (element === voting) reached = true;
      if (reached && score > 0 && level < 6) {
        here.score += score / (level === 0 ? 1 : level === 1 ? 2 : level * 3);
        level++;
      }
    }
    if (running) total += length;
  }
  return blocks;
}

function commas(text: string): number {
  return text.match(/[,،、，﹐﹑]/g)?.length ?? 0;
}

function parentOf(element: Element): Element | null {
  return isElement(element.parent) ? element.parent : null;
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

function bodyHint(element: Element): boolean {
  return (element.attribs.itemprop ?? '').toLowerCase() === 'articlebody' || BODY_HINTS.test(classId(element));
}

function classWeight(element: Element): number {
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

/**
 * The block that is worth most: its running text less, with weight, what stands between. So the article's block wins
 * over the paragraph's and over the page's. Votes decide between blocks of like worth.
 */
function choose(blocks: Map<Element, Block>, lines: readonly Line[]): Element | null {
  const title = lines.find((line) => line.block.name === 'h1')?.block;
  const headline = (title && blocks.get(title)?.before) ?? null;
  let root: Element | null = null;
  let worth = 0;
  for (const [element, block] of blocks) {
    if (element.name === 'html') continue;
    const hint = bodyHint(element) ? 1.15 : 1;
    const here = (block.running - BETWEEN * block.other) * hint * near(block, headline) + Math.min(block.score, 50);
    if (here > worth) {
      worth = here;
      root = element;
    }
  }
  return root && hinted(root, blocks);
}

/** Running text, in characters, that may stand between headline and article. */
const HEADLINE_GAP = 1500;

/** Half for a block that begins far below the headline, or ends above it; comments and cookie notices do. */
function near(block: Block, headline: number | null): number {
  if (headline === null) return 1;
  const below = block.before - headline;
  return below > HEADLINE_GAP || (below < 0 && block.before + block.running <= headline) ? 0.5 : 1;
}

/** Share of the running text of a block that a part of it, named as an article's text, must hold to stand for it. */
const HINTED = 0.7;

/** The innermost part of the chosen block whose name says that it is the article's text and which holds most of it. */
function hinted(root: Element, blocks: Map<Element, Block>): Element {
  const all = blocks.get(root)?.running ?? 0;
  let best = root;
  let least = all;
  for (const [element, block] of blocks) {
    if (block.running < all * HINTED || block.running > least || !bodyHint(element) || !contains(root, element))
      continue;
    best = element;
    least = block.running;
  }
  return best;
}

function contains(root: Element, element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at === root) return true;
  return false;
}

/** The lines of the chosen block and of siblings that go on with it. */
function withSiblings(root: Element, blocks: Map<Element, Block>, lines: readonly Line[]): Line[] {
  const parent = parentOf(root);
  const chosen = new Set<Element>([root]);
  const top = blocks.get(root)?.score ?? 0;
  const limit = Math.max(10, top * 0.2);
  for (const sibling of parent?.children.filter(isElement) ?? []) {
    const block = blocks.get(sibling);
    if (sibling === root || !block) continue;
    const bonus = root.attribs.class && sibling.attribs.class === root.attribs.class ? top * 0.2 : 0;
    const density = block.linked / Math.max(1, block.text);
    if (block.score + bonus >= limit && !['li', 'ul', 'ol'].includes(sibling.name)) chosen.add(sibling);
    else if (
      sibling.name === 'p' &&
      ((block.text > 80 && density < 0.25) || (block.text <= 80 && block.text > 0 && block.linked === 0))
    ) {
      chosen.add(sibling);
    }
  }
  // An article cut into chunks, advertisements between: every block named like this one, if the name says so.
  if (bodyHint(root)) {
    for (const [element, block] of blocks) {
      if (element.name === root.name && element.attribs.class === root.attribs.class && block.running > 0)
        chosen.add(element);
    }
  }
  const inside = (line: Line): boolean => {
    for (let at: Element | null = line.block; at; at = parentOf(at)) if (chosen.has(at)) return true;
    return false;
  };
  return lines.filter(inside);
}

const CONTAINERS = new Set([
  'div',
  'section',
  'ul',
  'ol',
  'dl',
  'table',
  'header',
  'details',
  'center',
  'fieldset',
  'form',
]);

/** Leaves out blocks inside the article that are something else. */
function clean(lines: readonly Line[], blocks: Map<Element, Block>, root: Element): Line[] {
  const verdicts = new Map<Element, boolean>();
  const bad = (element: Element): boolean => {
    let verdict = verdicts.get(element);
    if (verdict === undefined) {
      verdict = CONTAINERS.has(element.name) && foreign(element, blocks);
      verdicts.set(element, verdict);
    }
    return verdict;
  };
  return lines.filter((line) => {
    for (let at: Element | null = line.block; at && at !== root; at = parentOf(at)) if (bad(at)) return false;
    return true;
  });
}

function embedded(element: Element): boolean {
  return (
    classId(element).includes('embed') &&
    element.children.some((child) => isElement(child) && child.name === 'blockquote')
  );
}

/** Whether a block inside an article is a box of links, controls or captions rather than a part of it. */
function foreign(element: Element, blocks: Map<Element, Block>): boolean {
  const block = blocks.get(element);
  if (!block) return false;
  // Posts of social networks, set into the article, are quoted in it.
  if (embedded(element)) return false;
  const weight = classWeight(element);
  if (weight < 0 && block.text < 1000) return true;
  const density = block.linked / Math.max(1, block.text);
  const list = element.name === 'ul' || element.name === 'ol' || element.name === 'dl';
  if (density > (weight >= 25 ? 0.5 : list ? 0.4 : 0.25) && block.text < 2000) return true;
  let images = 0;
  let inputs = 0;
  let paragraphs = 0;
  walk(element, (inner) => {
    if (inner.name === 'img') images++;
    else if (inner.name === 'input' || inner.name === 'textarea') inputs++;
    else if (inner.name === 'p') paragraphs++;
    return !UNREAD.has(inner.name);
  });
  if (inputs > 0 && inputs > paragraphs / 3) return true;
  return images > 1 && block.text < 25 * images && !list;
}
