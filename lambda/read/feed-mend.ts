/** What makes an XML parser refuse a whole feed and would not stop a person: mended before parsing. */

/**
 * @returns the same feed without what stands before it (a PHP warning), control characters, references to them, bare
 * `&`, HTML entities and document type declarations (so that no entity is ever defined), and what was mended
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
  xml = withoutDoctype(clean);
  const ends = xml.search(/<\/(?:rss|feed|rdf:RDF)\s*>/i);
  if (ends > 0) {
    const close = xml.indexOf('>', ends);
    if (/<(?!!--)/.test(xml.slice(close + 1)) === false) xml = xml.slice(0, close + 1);
  }
  let bare = 0;
  xml = xml.replace(
    /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(#x?[0-9a-fA-F]{1,8};|[a-zA-Z][a-zA-Z0-9]{1,31};)?/g,
    (all, reference?: string) => {
      if (all.startsWith('<')) return all;
      if (reference === undefined) {
        bare++;
        return '&amp;';
      }
      if (reference.startsWith('#')) return isCharacter(reference) ? all : '';
      return /^(?:amp|lt|gt|quot|apos);$/.test(reference) ? all : `&amp;${reference}`;
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

/** Cuts `<!DOCTYPE … [ … ]>`: entity bombs and external entities are in there, and nothing a feed needs. */
function withoutDoctype(xml: string): string {
  const start = xml.search(/<!DOCTYPE/i);
  if (start < 0) return xml;
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
    else if (char === '>' && inside <= 0) return xml.slice(0, start) + xml.slice(at + 1);
  }
  // No end in sight: cut at the first tag of a feed instead.
  const root = xml.slice(start).search(/<(?:[\w.-]{1,30}:)?(?:rss|feed|rdf|urlset|channel)[\s>]/i);
  return root < 0 ? xml.slice(0, start) : xml.slice(0, start) + xml.slice(start + root);
}
