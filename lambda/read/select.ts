/** CSS selectors, compiled once for all pages. */
import { compile } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';
import { walk } from './dom.ts';

type Test = (element: Element) => boolean;

const compiled = new Map<string, Test>();

/**
 * A test for one element. The empty selector matches nothing.
 * @throws SyntaxError for what is no selector: a slip in a table, found by the first page read with it
 */
export function matcher(selector: string): Test {
  let test = compiled.get(selector);
  if (!test) {
    test = selector === '' ? () => false : compile<AnyNode, Element>(selector);
    compiled.set(selector, test);
  }
  return test;
}

const likely = new Map<string, Test>();

/** All elements that any of the selectors fits, in document order and in one pass. */
export function selectAll(selectors: readonly string[], root: Document): Element[] {
  const joined = selectors.join(', ');
  const fits = matcher(joined);
  let maybe = likely.get(joined);
  if (!maybe) {
    maybe = prefilter(selectors);
    likely.set(joined, maybe);
  }
  const found: Element[] = [];
  walk(root, (element) => {
    if (maybe(element) && fits(element)) found.push(element);
    return true;
  });
  return found;
}

/**
 * A quick test that lets through all that could fit: by class, id, attribute or, failing these, name of the element
 * that each selector ends with. Nearly every element of a page falls here, at the cost of one regular expression.
 */
function prefilter(selectors: readonly string[]): Test {
  const classes: string[] = [];
  const ids = new Set<string>();
  const attributes: string[] = [];
  const names = new Set<string>();
  for (const selector of selectors.join(',').split(',')) {
    const last =
      selector
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? '';
    const [, attribute] = /\[([\w-]+)/.exec(last) ?? [];
    const plain = last.replace(/\[[^[\]]*\]/g, '');
    const [, name] = /\.([\w-]+)/.exec(plain) ?? [];
    const [, id] = /#([\w-]+)/.exec(plain) ?? [];
    if (name) classes.push(name);
    else if (id) ids.add(id);
    else if (attribute) attributes.push(attribute);
    else names.add(plain);
  }
  const named = classes.length > 0 ? new RegExp(`(?:^|\\s)(?:${classes.join('|')})(?:\\s|$)`) : null;
  return ({ name, attribs }) =>
    (named !== null && attribs.class !== undefined && named.test(attribs.class)) ||
    (attribs.id !== undefined && ids.has(attribs.id)) ||
    names.has(name) ||
    attributes.some((attribute) => attribs[attribute] !== undefined);
}
