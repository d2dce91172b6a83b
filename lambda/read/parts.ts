/** What of a page is no text of an article, judged element by element. */

import type { Element } from 'domhandler';
import { classId, walk } from './dom.ts';
import { nodesText, squeeze, UNREAD } from './html.ts';
import { CAPTION, FOREIGN, MAYBE, PICTURE, STANDFIRST, UNLIKELY } from './parts.data.ts';

/** How strictly parts are left out; later passes are laxer, for pages whose classes mislead. */
export interface Pass {
  /** Leave out what its class makes unlikely. */
  unlikely: boolean;
  /** Leave out link boxes and controls inside the article. */
  clean: boolean;
  /** Take what the page hides, too. */
  hidden: boolean;
}

const SKIP_TAGS = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'fieldset',
  'input',
  'label',
  'figcaption',
  'textarea',
  'dialog',
  'menu',
]);
const KEEP_TAGS = new Set(['body', 'html', 'article', 'main', 'a', 'p', 'h1', 'b', 'strong', 'em', 'i']);
const SKIP_ROLES =
  /^(?:navigation|complementary|banner|contentinfo|menu|menubar|dialog|alert|alertdialog|search|toolbar|tooltip|tablist)$/;

/** Longest text that a picture's caption, a credit or a standfirst has, in characters. */
const CAPTION_LIMIT = 450;

/** Whether an element is passed over with all that is in it. */
export function unread(element: Element, pass: Pass): boolean {
  const { name, attribs } = element;
  if (SKIP_TAGS.has(name) && !(name === 'form' && (paragraphs(element) >= 5 || holds(element, 'h1')))) return true;
  if (name === 'figure' && !holds(element, 'blockquote') && !holds(element, 'table') && !holds(element, 'pre'))
    return true;
  if (!pass.hidden && hidden(element)) return true;
  if (attribs.role && SKIP_ROLES.test(attribs.role)) return true;
  if (attribs.itemprop === 'caption' || attribs.itemprop === 'alternativeHeadline') return true;
  const names = classId(element);
  if (names === '') return false;
  const said = wordsOf(names);
  if (said === 0) return false;
  if (said & CAPTION_WORD && textLength(element, CAPTION_LIMIT) < CAPTION_LIMIT) return true;
  if (
    PICTURE.test(names) &&
    name !== 'p' &&
    holds(element, 'img') &&
    textLength(element, CAPTION_LIMIT) < CAPTION_LIMIT
  )
    return true;
  if (!pass.unlikely || KEEP_TAGS.has(name)) return false;
  if (said & FOREIGN_WORD) return !names.includes('embed') && !holdsArticle(element);
  return (said & UNLIKELY_WORD) !== 0;
}

const CAPTION_WORD = 1;
const PICTURE_WORD = 2;
const FOREIGN_WORD = 4;
const UNLIKELY_WORD = 8;

/** What classes and ids say, remembered: a page, and a site, repeats a few hundred of them. */
const remembered = new Map<string, number>();
const REMEMBERED_LIMIT = 20_000;

function wordsOf(names: string): number {
  const known = remembered.get(names);
  if (known !== undefined) return known;
  const said =
    (CAPTION.test(names) || STANDFIRST.test(names) ? CAPTION_WORD : 0) |
    (PICTURE.test(names) ? PICTURE_WORD : 0) |
    (FOREIGN.test(names) ? FOREIGN_WORD : 0) |
    (UNLIKELY.test(names) && !MAYBE.test(names) ? UNLIKELY_WORD : 0);
  if (remembered.size >= REMEMBERED_LIMIT) remembered.clear();
  remembered.set(names, said);
  return said;
}

function hidden({ attribs }: Element): boolean {
  if (attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return true;
  return attribs.style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style);
}

/** Whether a part with a telling name is the frame of the whole page after all ("has related posts"). */
function holdsArticle(element: Element): boolean {
  return holds(element, 'h1') && paragraphs(element) >= 3;
}

function holds(element: Element, name: string): boolean {
  let found = false;
  walk(element, (inner) => {
    if (inner.name === name) found = true;
    return !found;
  });
  return found;
}

/** How many paragraphs are in an element, counted to five. */
function paragraphs(element: Element): number {
  let count = 0;
  walk(element, (inner) => {
    if (inner.name === 'p') count++;
    return count < 5;
  });
  return count;
}

/** Length of an element's text; not looked at beyond the limit. */
function textLength(element: Element, limit: number): number {
  let length = 0;
  const stack = [...element.children];
  for (let node = stack.pop(); node && length < limit; node = stack.pop()) {
    if (node.type === 'text') length += squeeze(node.data).length;
    else if ('children' in node && !('name' in node && UNREAD.has(node.name))) stack.push(...node.children);
  }
  return length;
}

/** Text of an element on one line. */
export function textOf(element: Element | null): string {
  return element ? squeeze(nodesText(element.children)) : '';
}
