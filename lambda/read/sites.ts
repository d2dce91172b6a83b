/** The outlets known by name: one small record of facts each. */

import { PUBLISHER_SITES } from './sites.data.ts';
import { OFFICIAL_SITES } from './sites.official.data.ts';

export interface Site {
  /** Short name, used as the outlet's id everywhere. */
  id: string;
  name: string;
  /** Registrable hosts, without `www.`; a subdomain belongs to the longest that fits. */
  hosts: readonly string[];
  kind: 'news' | 'official';
  /** False where nobody has compared the rule with pages fetched from the site itself. */
  verified: boolean;
  /** IANA zone of dates printed without one, where it is not Asia/Jakarta. */
  zone?: string;
  /** What of a path names the article for good: group 1 is the key. Slugs change, these do not. */
  key?: RegExp;
  /** Whether articles of different subdomains may have the same key. */
  keyPerHost?: boolean;
  /** The host under which articles are published, where one serves all; mobile and mirror hosts are read as it. */
  mainHost?: string;
  /** Hosts that mirror `mainHost`. */
  mirrors?: readonly string[];
  /** Paths of pages without an article's text. */
  video?: RegExp;
  photo?: RegExp;
  /** CSS selectors, the first that fits is taken. */
  body?: readonly string[];
  title?: readonly string[];
  date?: readonly string[];
  author?: readonly string[];
  /** What to leave out of the body, beside what is left out everywhere. */
  drop?: readonly string[];
  /** How the whole of an article on several pages is asked for: a query, and what shows that there is more. */
  wholePage?: { when: string; query: string };
}

export const SITES: readonly Site[] = [...PUBLISHER_SITES, ...OFFICIAL_SITES];

const byId = new Map(SITES.map((site) => [site.id, site]));
const byHost = new Map(SITES.flatMap((site) => [...site.hosts, ...(site.mirrors ?? [])].map((host) => [host, site])));

export function siteById(id: string): Site | null {
  return byId.get(id) ?? null;
}

/** The outlet to which a host belongs, by its longest suffix in the table, or null. */
export function siteOfHost(host: string): Site | null {
  let rest = host.toLowerCase();
  while (rest.includes('.')) {
    const site = byHost.get(rest);
    if (site) return site;
    rest = rest.slice(rest.indexOf('.') + 1);
  }
  return null;
}
