/** Text out of small pieces of HTML: titles, summaries, names. */
import type { ChildNode } from 'domhandler';
import { parsePage } from './parse.ts';

/** Elements that begin and end a line. */
export const BLOCKS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'br',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'li',
  'main',
  'nav',
  'menu',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);

/** Elements whose content nobody reads. */
export const UNREAD: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'head',
  'select',
  'button',
  'audio',
  'video',
  'math',
]);

/**
 * The same in a fragment of a few words. Frames and the like are often left open there, and what follows them is meant
 * to be read.
 */
const UNREAD_IN_FRAGMENT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg']);

/**
 * Blanks of every kind as single spaces, zero-width characters and soft hyphens gone, nothing at the ends. What is a
 * single space already, as most are, is left as it stands: replacing each by itself took twice as long and more.
 */
export function squeeze(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/ \s+|[^\S ]\s*/g, ' ')
    .trim();
}

/** Scripts whose signs are words or syllables. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
const DENSE_ALL = new RegExp(DENSE, 'g');

/** How much a text says, in characters of an alphabet: a sign of Chinese, Japanese or Korean stands for some of them. */
export function sayingLength(text: string): number {
  return DENSE.test(text) ? text.length + 1.5 * (text.match(DENSE_ALL)?.length ?? 0) : text.length;
}

/** The text of a fragment of HTML on one line. Plain text goes through unharmed: "3 < 4" stays. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return squeeze(html);
  return squeeze(nodesText(parsePage(html).children, UNREAD_IN_FRAGMENT));
}

/** The text below some nodes, blocks set apart by a space. Iterative, for documents of any depth. */
export function nodesText(nodes: readonly ChildNode[], unread: ReadonlySet<string> = UNREAD): string {
  const parts: string[] = [];
  const stack: (ChildNode | string)[] = [...nodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) break;
    if (typeof node === 'string') parts.push(node);
    else if (node.type === 'text') parts.push(node.data);
    else if ('children' in node) {
      const name = 'name' in node ? node.name : '';
      if (unread.has(name)) continue;
      const block = BLOCKS.has(name);
      if (block) {
        parts.push(' ');
        stack.push(' ');
      }
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as ChildNode);
    }
  }
  return parts.join('');
}
