/**
 * The general reader: finds the article in a page no rule knows. Every line of text votes for the blocks it stands in;
 * the block with most votes, weighed by its links and by what its class says, holds the article. What of it is a list
 * of links, a caption, a form or a box of another kind is then left out.
 */
import type { Document, Element } from 'domhandler';
import { classId, isElement, type Line, linesOf, parentOf, walk } from './dom.ts';
import { sayingLength, UNREAD } from './html.ts';
import { type Pass, unread } from './parts.ts';
import { withoutTeasers } from './teasers.ts';
import { type Block, bodyHint, classWeight, vote } from './votes.ts';

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
    const length = reading.lines.reduce((sum, line) => sum + sayingLength(line.text), 0);
    if (length > longest * 1.5) {
      best = reading;
      longest = length;
    }
    if (length >= ENOUGH) break;
  }
  return best;
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
