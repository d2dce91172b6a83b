import { html, raw } from 'hono/html';
import { href } from '../links.ts';
import { STYLE } from './style.ts';
import { type Lang, UI } from './words.ts';

/** A piece of HTML whose text is already escaped. */
export type Html = ReturnType<typeof html>;

export interface PageFrame {
  lang: Lang;
  title: string;
  /** Path of the page, and its query, for the link to the other language and the mark in the navigation. */
  path: string;
  query: Record<string, string | undefined>;
  body: Html;
  /** Other representations of the page: path with its query, media type. */
  alternates?: { href: string; type: string }[];
}

/** A path in a language: Indonesian is the one that is not named. */
export const inLang = (path: string, lang: Lang, query: Record<string, string | undefined> = {}): string =>
  href(path, { ...query, lang: lang === 'id' ? undefined : lang });

const NAVIGATION = [
  ['/', 'commitments'],
  ['/actors', 'actors'],
  ['/calendar', 'calendar'],
  ['/feeds', 'feeds'],
  ['/corrections', 'corrections'],
  ['/subscribe', 'alerts'],
  ['/about', 'about'],
  ['/docs', 'reference'],
] as const;

/** The frame of every page: readable without scripts, in the dark, on a phone and in print. */
export function layout({ lang, title, path, query, body, alternates = [] }: PageFrame): string {
  const ui = UI[lang];
  const other: Lang = lang === 'id' ? 'en' : 'id';
  return String(html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Tagih</title>
<meta name="description" content="${ui.tagline}">
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cg stroke='%23176b62' stroke-width='1.6' fill='none'%3E%3Cpath d='M3 2v12M6.3 2v12M9.6 2v12M13 2v12M1 11.5 15 4.5'/%3E%3C/g%3E%3C/svg%3E">
${alternates.map((one) => html`<link rel="alternate" type="${one.type}" href="${one.href}">`)}
<link rel="alternate" hreflang="${other}" href="${inLang(path, other, query)}">
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#isi">${ui.skip}</a>
<header class="site"><div>
<a class="name" href="${inLang('/', lang)}"><svg viewBox="0 0 16 16" width="26" height="26" aria-hidden="true"><path d="M3 2v12M6.3 2v12M9.6 2v12M13 2v12M1 11.5 15 4.5"/></svg>Tagih</a>
<p>${ui.tagline}</p>
<a class="lang" href="${inLang(path, other, query)}" lang="${other}" hreflang="${other}">${ui.otherLang}</a>
</div><nav aria-label="Tagih"><ul>
${NAVIGATION.map(
  ([to, name]) =>
    html`<li><a href="${inLang(to, lang)}"${path === to ? raw(' aria-current="page"') : ''}>${ui[name]}</a></li>`,
)}
</ul></nav>
</header>
<main id="isi">
${body}
</main>
<footer class="site">
<p>${ui.footer}</p>
</footer>
</body>
</html>
`);
}
