import { html, raw } from 'hono/html';
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
}

/** A link to `path` with the query changed as told; undefined members are left out. */
export function href(path: string, query: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, value);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

const NAVIGATION = [
  ['/', 'commitments'],
  ['/feeds', 'feeds'],
  ['/about', 'about'],
] as const;

/** The frame of every page: readable without scripts, in the dark, on a phone and in print. */
export function layout({ lang, title, path, query, body }: PageFrame): string {
  const ui = UI[lang];
  const other: Lang = lang === 'id' ? 'en' : 'id';
  const own = lang === 'id' ? undefined : lang;
  return String(html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Tagih</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#isi">${lang === 'id' ? 'Langsung ke isi' : 'Skip to content'}</a>
<header class="site">
<a class="name" href="${href('/', { lang: own })}">Tagih</a>
<p>${ui.tagline}</p>
<nav aria-label="Tagih"><ul>
${NAVIGATION.map(
  ([to, name]) =>
    html`<li><a href="${href(to, { lang: own })}"${path === to ? raw(' aria-current="page"') : ''}>${ui[name]}</a></li>`,
)}
<li><a href="${href(path, { ...query, lang: other === 'id' ? undefined : other })}" lang="${other}" hreflang="${other}">${ui.otherLang}</a></li>
</ul></nav>
</header>
<main id="isi">
${body}
</main>
<footer class="site">
<p>${
    lang === 'id'
      ? 'Dibaca mesin dari berita; tiap baris menyebut kutipan dan sumbernya. Status adalah pernyataan tentang bukti yang ditemukan, bukan putusan.'
      : 'Read by a machine from the news; every line names its quote and its source. A status says what evidence was found; it is no verdict.'
  } <a href="/v1/commitments">API</a></p>
</footer>
</body>
</html>
`);
}
