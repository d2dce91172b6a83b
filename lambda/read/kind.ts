/** What kind of page it is: an article, or a video, pictures, a wall of one kind or another, or nothing. */
import type { Document } from 'domhandler';
import { walk } from './dom.ts';
import { BLOCKED_SOURCE, BLOCKED_TITLE, LOGIN_TITLE, PAYWALL, PHOTO_TITLE, VIDEO_TITLE } from './kind.data.ts';
import type { Metadata } from './metadata.ts';
import type { Site } from './sites.ts';
import type { PageKind } from './types.ts';

/** Below so many characters of text, signs of another kind of page are believed. */
const THIN = 800;
/** A wall shows the beginning of an article, seldom more than this. */
const TEASER = 2500;
/** Fewer characters without any sign of an article are no text. */
const NOTHING = 80;

export interface PageSigns {
  html: string;
  document: Document;
  meta: Metadata;
  site: Site | null;
  url: string;
  title: string;
  text: string;
}

export function kindOf(signs: PageSigns): PageKind {
  const { meta, text, title } = signs;
  const thin = text.length < THIN;
  if (thin && isBlocked(signs)) return 'blocked';
  if (thin && isLogin(signs)) return 'login';
  if (isPaywall(signs)) return 'paywall';
  const path = pathOf(signs.url);
  const type = meta.meta.get('og:type') ?? '';
  const linked = meta.article?.type ?? '';
  if (
    signs.site?.video?.test(path) ||
    (thin && (/^video/i.test(type) || linked === 'VideoObject' || VIDEO_TITLE.test(title)))
  )
    return 'video';
  if (signs.site?.photo?.test(path) || (thin && (linked === 'ImageGallery' || PHOTO_TITLE.test(title)))) return 'photo';
  if (text === '') return 'empty';
  const said = /^article/i.test(type) || /Article|Posting/.test(linked);
  return text.length < NOTHING && !said ? 'empty' : 'article';
}

function pathOf(url: string): string {
  return /^https?:\/\/[^/?#]+([^?#]*)/i.exec(url)?.[1] ?? '';
}

/** A challenge says so in its title, or carries a known script and has next to no text. */
function isBlocked({ meta, html, text, title }: PageSigns): boolean {
  if (BLOCKED_TITLE.test(meta.titleTag) || BLOCKED_TITLE.test(title)) return true;
  return text.length < 300 && !meta.article && BLOCKED_SOURCE.test(html.slice(0, 200_000));
}

function isLogin({ document, meta, title }: PageSigns): boolean {
  if (meta.article && /Article|Posting/.test(meta.article.type)) return false;
  if (!LOGIN_TITLE.test(title) && !LOGIN_TITLE.test(meta.titleTag)) return false;
  let password = false;
  walk(document, (element) => {
    if (element.name === 'input' && element.attribs.type === 'password') password = true;
    return !password;
  });
  return password;
}

/** A publisher that says "not free", or a page that asks for a subscription and stops early. */
function isPaywall({ meta, html, text }: PageSigns): boolean {
  if (text.length >= TEASER) return false;
  const tier = meta.meta.get('article:content_tier') ?? '';
  if (meta.article?.free === false || /locked/i.test(tier)) return true;
  if (text.length >= THIN) return false;
  const wall = html.search(/(?:class|id)\s*=\s*["'][^"']{0,100}paywall/i);
  return wall >= 0 && PAYWALL.test(html.slice(wall, wall + 20_000).replace(/<[^<>]*>/g, ' '));
}
