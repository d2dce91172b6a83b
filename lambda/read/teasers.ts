/** Teasers of other articles, known by their form alone. */
import type { Element } from 'domhandler';
import { type Line, parentOf } from './dom.ts';

/** Longest text of a teaser, in characters. */
const TEASER_LIMIT = 600;
const TEASER_BLOCKS = new Set(['li', 'article', 'div', 'section', 'td', 'tr', 'a']);

/**
 * Leaves out teasers of other articles: three or more blocks of a kind side by side, each short and each headed by a
 * line that is a link.
 */
export function withoutTeasers(lines: readonly Line[]): Line[] {
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
