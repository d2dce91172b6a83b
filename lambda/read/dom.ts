/** A page's tree, walked once: what its head says, and the lines of text its body shows. */
import type { ChildNode, Document, Element } from 'domhandler';
import { BLOCKS, squeeze, UNREAD } from './html.ts';

export function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'attribs' in node;
}

/** The element around another, or null at the top. */
export function parentOf(element: Element): Element | null {
  return isElement(element.parent) ? element.parent : null;
}

/** Class and id of an element as one lower-case string. */
export function classId(element: Element): string {
  const { class: names, id } = element.attribs;
  return names === undefined && id === undefined ? '' : `${names ?? ''} ${id ?? ''}`.toLowerCase();
}

/**
 * Visits every element in document order, without recursion.
 * @param enter returns false to pass over what is below
 */
export function walk(root: Document | Element, enter: (element: Element) => boolean | undefined): void {
  let node: ChildNode | null = root.firstChild;
  while (node) {
    const down: boolean = isElement(node) && enter(node) !== false;
    let next: ChildNode | null = down ? (node as Element).firstChild : null;
    // Up to the next node that has a sibling; nodes know their siblings, so no list of what is to come is kept.
    for (let at: ChildNode = node; !next; at = at.parent as ChildNode) {
      next = at.next;
      if (next || at.parent === root || !at.parent) break;
    }
    node = next;
  }
}

/** A paragraph as a reader sees it: inline text between two block boundaries or line breaks. */
export interface Line {
  text: string;
  /** How many of its characters are in links. */
  linked: number;
  /** How many are bold. */
  bold: number;
  /** The nearest block element it stands in. */
  block: Element;
}

/**
 * The lines of text below an element. Two `<br>` end a paragraph, and so does one, unless the sentence goes on after
 * it in lower case.
 * @param skip whether to leave an element out
 */
export function linesOf(root: Element, skip: (element: Element) => boolean): Line[] {
  const lines: Line[] = [];
  let buffer = '';
  let linked = 0;
  let bold = 0;
  let links = 0;
  let bolds = 0;
  let soft = false;
  // Only what was added last says how a line ends. Asking the line itself would put all its pieces together each time.
  let ending = '';
  const blocks: Element[] = [root];
  const flush = (breaking: boolean) => {
    const text = squeeze(buffer);
    if (text !== '') {
      const last = lines.at(-1);
      if (soft && last && /^\p{Ll}/u.test(text) && !/[.!?:;"”)\]]$/.test(ending)) {
        last.text += ` ${text}`;
        last.linked += linked;
        last.bold += bold;
      } else lines.push({ text, linked, bold, block: blocks.at(-1) as Element });
      ending = text;
      soft = breaking;
    } else soft = false;
    buffer = '';
    linked = 0;
    bold = 0;
  };
  // A string on the stack is the name of an element to leave.
  const stack: (ChildNode | { leave: Element })[] = [...root.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('leave' in node) {
      const name = node.leave.name;
      if (name === 'a') links--;
      else if (name === 'b' || name === 'strong') bolds--;
      else {
        flush(false);
        blocks.pop();
      }
      continue;
    }
    if (node.type === 'text') {
      buffer += node.data;
      if (links > 0) linked += squeeze(node.data).length;
      if (bolds > 0) bold += squeeze(node.data).length;
      continue;
    }
    if (!isElement(node)) continue;
    const name = node.name;
    if (name === 'br') {
      flush(true);
      continue;
    }
    if (UNREAD.has(name) || skip(node)) continue;
    if (BLOCKS.has(name)) {
      flush(false);
      blocks.push(node);
      stack.push({ leave: node });
    } else if (name === 'a') {
      links++;
      stack.push({ leave: node });
    } else if (name === 'b' || name === 'strong') {
      bolds++;
      stack.push({ leave: node });
    }
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as ChildNode);
  }
  flush(false);
  return lines;
}
