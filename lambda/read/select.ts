/** CSS selectors, compiled once for all pages. */
import { compile, selectAll as cssSelectAll } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';

type CompiledQuery<T> = (node: T) => boolean;

const compiled = new Map<string, CompiledQuery<Element>>();

/**
 * A test for one element. The empty selector matches nothing.
 * @throws SyntaxError for what is no selector: a slip in a table, found by the first page read with it
 */
export function matcher(selector: string): CompiledQuery<Element> {
  let query = compiled.get(selector);
  if (!query) {
    query = selector === '' ? () => false : compile<AnyNode, Element>(selector);
    compiled.set(selector, query);
  }
  return query;
}

/** All elements that fit, in document order. */
export function selectAll(selector: string, root: Document): Element[] {
  return cssSelectAll<AnyNode, Element>(matcher(selector), root);
}
