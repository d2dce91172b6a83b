/** Addresses: one for each article, however it was reached, and the key that survives a changed slug. */
import { type Site, siteOfHost } from './sites.ts';
import { FORM_PARAMETERS, SECOND_LEVELS, TRACKING_PARAMETERS, TRACKING_PREFIXES, TRACKING_VALUES } from './url.data.ts';

/** First labels of a host that serve the same article in another dress. */
const DRESS = /^(?:(?:m|mobile|amp|wap|touch)\.)+/;
/** A last path segment that looks like an article: a slug of several words, or a long number. */
const ARTICLE_SEGMENT = /[^-]-[^-]+-[^-]+-|\d{5,}/;

/**
 * The address an article is known by: without tracking parameters, fragment, accelerated, mobile and mirror hosts, and
 * without what only asks for another form of the page (`?page=all`, `?single=1`). It can be fetched.
 * @returns the input, trimmed, where it is no http address
 */
export function canonicalUrl(url: string): string {
  let address = url;
  // One dress may be under another (an accelerated page in a cache of a mobile host): until nothing changes.
  for (let i = 0; i < 10; i++) {
    const next = undressed(address);
    if (next === address) break;
    address = next;
  }
  return address;
}

function undressed(url: string): string {
  const parsed = parseUrl(url);
  if (!parsed) return url.trim();
  const unwrapped = unwrap(parsed);
  const host = canonicalHost(unwrapped);
  const site = siteOfHost(host);
  const scheme = site && unwrapped.port === '' ? 'https:' : unwrapped.protocol;
  const path = canonicalPath(unwrapped.pathname, site);
  const query = canonicalQuery(unwrapped.search, path, site);
  const hash = /^#!/.test(unwrapped.hash) ? unwrapped.hash : '';
  return `${scheme}//${host}${unwrapped.port === '' ? '' : `:${unwrapped.port}`}${path}${query}${hash}`;
}

/**
 * The identity of an article: the publisher's own key where its addresses hold one (`medcom:zNP4jjAN`), else the
 * canonical address without scheme and `www.`. Two addresses with the same key are the same article; a changed slug,
 * section or scheme changes nothing.
 */
export function articleKey(url: string): string {
  const parsed = parseUrl(canonicalUrl(url));
  if (!parsed) return url.trim();
  const site = siteOfHost(parsed.hostname);
  const bare = parsed.hostname.replace(/^www\./, '');
  const match = site?.key?.exec(parsed.pathname.replace(/(?<!\/)\/+$/, '') || '/');
  const key = match?.slice(1).find((group) => group !== undefined);
  if (site && key)
    return site.keyPerHost && !site.hosts.includes(bare)
      ? `${site.id}:${bare.split('.')[0]}:${key}`
      : `${site.id}:${key}`;
  const port = parsed.port === '' ? '' : `:${parsed.port}`;
  return `${bare}${port}${parsed.pathname.replace(/(?<!\/)\/+$/, '')}${parsed.search}${parsed.hash}`;
}

/** Id of the outlet in the site table, else the registrable host; the empty string for what is no address. */
export function outletOf(url: string): string {
  const parsed = parseUrl(url);
  if (!parsed) return '';
  const target = unwrap(parsed);
  return siteOfHost(target.hostname)?.id ?? registrableHost(target.hostname);
}

/** The part of a host that somebody registered: `detik.com` of `news.detik.com`, `bi.go.id` of `www.bi.go.id`. */
export function registrableHost(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  if (labels.length <= 2 || /^[\d.]+$|:/.test(host)) return labels.join('.');
  const second = labels[labels.length - 2] ?? '';
  const top = labels[labels.length - 1] ?? '';
  return labels.slice(top.length === 2 && SECOND_LEVELS.has(second) ? -3 : -2).join('.');
}

/** Resolves a link as a page or feed prints it against its address; the link itself where that cannot be done. */
export function resolveUrl(link: string, base: string): string {
  const plain = link.trim().replace(/[\t\n\r]/g, '');
  if (plain === '') return '';
  const parsed = parseUrl(plain);
  if (parsed) return parsed.href;
  try {
    return new URL(plain, base).href;
  } catch {
    return plain;
  }
}

/** An http address as printed, slips mended: a doubled or broken scheme, none at all, blanks. Null for anything else. */
function parseUrl(url: string): URL | null {
  let text = url
    .trim()
    .replace(/[\t\n\r]/g, '')
    .replace(/ /g, '%20');
  text = text.replace(/^(?:https?:\/{0,2})(?=https?:)/i, '').replace(/^(https?):\/(?=[^/])/i, '$1://');
  if (text.startsWith('//')) text = `https:${text}`;
  else if (/^www\.[a-z0-9-]+\.[a-z]/i.test(text)) text = `https://${text}`;
  if (!/^https?:\/\/./i.test(text)) return null;
  try {
    const parsed = new URL(text);
    return /[^.]/.test(parsed.hostname) ? parsed : null;
  } catch {
    return null;
  }
}

/** The address inside a cache's or a redirector's. */
function unwrap(url: URL): URL {
  const amp = /^\/(?:c|v|i|a)\/(?:s\/)?(.+)$/.exec(url.hostname.endsWith('.cdn.ampproject.org') ? url.pathname : '');
  const google = /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname);
  const viewer = google ? /^\/amp\/(?:s\/)?(.+)$/.exec(url.pathname) : null;
  const inner = amp?.[1] ?? viewer?.[1];
  if (inner) return parseUrl(`https://${inner}${url.search}`) ?? url;
  if (google && url.pathname === '/url') {
    const target = parseUrl(url.searchParams.get('url') ?? url.searchParams.get('q') ?? '');
    if (target) return target;
  }
  return url;
}

function canonicalHost(url: URL): string {
  const host = url.hostname.replace(/\.$/, '');
  const site = siteOfHost(host);
  const main = site?.mirrors?.includes(host) ? `www.${site.hosts[0]}` : host;
  const bare = main.replace(DRESS, '');
  if (site?.mainHost) return site.mainHost;
  if (bare === main) return site?.hosts.includes(main) ? `www.${main}` : main;
  return bare === registrableHost(main) ? `www.${bare}` : bare;
}

function canonicalPath(path: string, site: Site | null): string {
  let plain = path.replace(/\/{2,}/g, '/').replace(/^(?:\/amp)+(?=\/.)/, '');
  if (plain.length > 6) plain = plain.replace(/(?<!\/amp)(?:\/amp)+\/?$/, '');
  // iNews prints `/all` for the whole and `/2` for the second page.
  if (site) plain = plain.replace(/(\/[^/-]*-[^/-]*-[^/]*)\/(?:all|\d{1,2})\/?$/, '$1');
  return plain === '' ? '/' : plain;
}

function canonicalQuery(search: string, path: string, site: Site | null): string {
  if (search.length < 2) return '';
  const article = ARTICLE_SEGMENT.test(path.split('/').filter(Boolean).at(-1) ?? '') || site?.key?.test(path);
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !dropped(pair, Boolean(article)));
  return kept.length > 0 ? `?${kept.sort().join('&')}` : '';
}

function dropped(pair: string, article: boolean): boolean {
  const equals = pair.indexOf('=');
  const name = (equals < 0 ? pair : pair.slice(0, equals)).toLowerCase();
  const value = equals < 0 ? '' : pair.slice(equals + 1);
  if (TRACKING_PARAMETERS.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix))) return true;
  if (TRACKING_VALUES[name]?.test(value) || FORM_PARAMETERS[name]?.test(value)) return true;
  return article && name === 'page' && /^\d{1,3}$/.test(value);
}
