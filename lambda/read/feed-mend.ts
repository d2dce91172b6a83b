/** What makes an XML parser refuse a whole feed and would not stop a person: mended before parsing. */

/**
 * @returns the same feed without what stands before it (a PHP warning), control characters, references to them, bare
 * `&`, HTML entities and document type declarations (of whose entities only plain text is kept), and what was mended
 */
export function mendXml(text: string): { xml: string; problems: string[] } {
  const problems: string[] = [];
  let xml = text;
  const start = xml.search(
    /<(?:\?xml|!DOCTYPE|!--|(?:[a-zA-Z][\w.-]{0,30}:)?(?:rss|feed|rdf|urlset|sitemapindex|channel)[\s>])/i,
  );
  if (start > 0) {
    if (xml.slice(0, start).trim() !== '') problems.push('text before the XML skipped');
    xml = xml.slice(start);
  }
  const clean = xml.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  if (clean.length < xml.length) problems.push('control characters removed');
  const { doctype, rest } = splitDoctype(clean);
  const entities = plainEntities(doctype);
  xml = rest;
  const ends = xml.search(/<\/(?:rss|feed|rdf:RDF)\s*>/i);
  if (ends > 0) {
    const close = xml.indexOf('>', ends);
    if (/<(?!!--)/.test(xml.slice(close + 1)) === false) xml = xml.slice(0, close + 1);
  }
  let bare = 0;
  xml = xml.replace(
    /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(#x?[0-9a-fA-F]{1,8};|[a-zA-Z][\w.-]{0,31};)?/g,
    (all, reference?: string) => {
      if (all.startsWith('<')) return all;
      if (reference === undefined) {
        bare++;
        return '&amp;';
      }
      if (reference.startsWith('#')) return isCharacter(reference) ? all : '';
      if (/^(?:amp|lt|gt|quot|apos);$/.test(reference)) return all;
      return entities.get(reference) ?? `&amp;${reference}`;
    },
  );
  if (bare > 0) problems.push(`${bare} bare & read as text`);
  return { xml, problems };
}

/** Whether a numeric reference names a character that XML allows. */
function isCharacter(reference: string): boolean {
  const code = /^#x/i.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : Number.parseInt(reference.slice(1), 10);
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** Most entities that a feed may declare, and characters of each: together with one step of expansion, no bomb. */
const MOST_ENTITIES = 500;

/**
 * The entities that a document type declares as plain text, by their reference without `&`. One that refers to another,
 * holds markup or lies elsewhere is none of them.
 */
function plainEntities(doctype: string): Map<string, string> {
  const entities = new Map<string, string>();
  const declared =
    /<!ENTITY\s+([A-Za-z][\w.-]{0,30})\s+(?:"([^"&<%]{0,200}|&#x?[0-9a-fA-F]{1,8};)"|'([^'&<%]{0,200})')\s*>/g;
  for (const [, name = '', double, single] of doctype.matchAll(declared)) {
    if (entities.size >= MOST_ENTITIES) break;
    const value = double ?? single ?? '';
    const isSound = !value.startsWith('&') || isCharacter(value.slice(1, -1));
    if (isSound && !entities.has(`${name};`)) entities.set(`${name};`, value);
  }
  return entities;
}

/** Takes `<!DOCTYPE … [ … ]>` out: entity bombs and external entities are in there, and little that a feed needs. */
function splitDoctype(xml: string): { doctype: string; rest: string } {
  const start = xml.search(/<!DOCTYPE/i);
  if (start < 0) return { doctype: '', rest: xml };
  const cut = (end: number) => ({ doctype: xml.slice(start, end), rest: xml.slice(0, start) + xml.slice(end) });
  let quote = '';
  let inside = 0;
  for (let at = start; at < xml.length; at++) {
    const char = xml[at] as string;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (xml.startsWith('<!--', at)) {
      const close = xml.indexOf('-->', at + 4);
      if (close < 0) break;
      at = close + 2;
    } else if ((char === '"' || char === "'") && inside >= 0) quote = char;
    else if (char === '[') inside++;
    else if (char === ']') inside--;
    else if (char === '>' && inside <= 0) return cut(at + 1);
  }
  // No end in sight: cut at the first tag of a feed instead.
  const root = xml.slice(start).search(/<(?:[\w.-]{1,30}:)?(?:rss|feed|rdf|urlset|channel)[\s>]/i);
  return cut(root < 0 ? xml.length : start + root);
}
