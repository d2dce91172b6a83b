/** HTML to a tree, with a limit on what a hostile page can cost. */
import { type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';

/** No browser nests deeper, and every line of a page costs as much as the page is deep there. */
const DEEPEST = 512;

class TooDeep extends Error {}

class ShallowHandler extends DomHandler {
  #depth = 0;

  override onopentag(name: string, attribs: Record<string, string>): void {
    this.#depth++;
    if (this.#depth > DEEPEST) throw new TooDeep();
    super.onopentag(name, attribs);
  }

  override onclosetag(): void {
    this.#depth--;
    super.onclosetag();
  }
}

/** @returns the tree of a page; of one that nests too deep, what comes before that point */
export function parsePage(html: string): Document {
  const handler = new ShallowHandler();
  try {
    new Parser(handler).end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return handler.root;
}

/** The same for XML: no element is closed by another's name, names keep their case. */
export function parseXml(xml: string): Document {
  const handler = new ShallowHandler(undefined, { xmlMode: true });
  try {
    new Parser(handler, { xmlMode: true }).end(xml);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return handler.root;
}
