import { ORIGIN_NOTE, type SampleOutlet } from './outlets.ts';
import { feedPath, homePath, localDateTime, pathOf, relativePath } from './paths.ts';
import { ARTICLES, type SampleArticle } from './stories.ts';

/**
 * The archive's pages, laid out as Indonesian news sites lay out theirs, each outlet in its own manner, so that
 * reading one is the same work: menus, advertisements, "Baca juga" lines, share bars and related lists around a body
 * that is paragraphs at one outlet and line breaks at another.
 */

/** The page of one article. `others` are the outlet's articles, newest first, for the lists beside the body. */
export function storyHtml(
  article: SampleArticle,
  outlet: SampleOutlet,
  others: readonly SampleArticle[],
  origin: string,
): string {
  const here = pathOf(article);
  const url = origin + here;
  const older = others.filter((other) => Date.parse(other.published) < Date.parse(article.published));
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.published,
    dateModified: article.published,
    mainEntityOfPage: url,
    articleSection: article.section,
    author: { '@type': 'Organization', name: article.byline },
    publisher: { '@type': 'Organization', name: outlet.name },
    creditText: ORIGIN_NOTE.id,
    isAccessibleForFree: true,
  };
  return `<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(article.title)} - ${escapeHtml(outlet.name)}</title>
<link rel="canonical" href="${escapeHtml(url)}">
<meta name="tagih:sample" content="${escapeHtml(ORIGIN_NOTE.id)}">
<meta name="robots" content="noindex">
${STYLE}
<meta name="author" content="${escapeHtml(article.byline)}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${escapeHtml(outlet.name)}">
<meta property="og:title" content="${escapeHtml(article.title)}">
<meta property="og:url" content="${escapeHtml(url)}">
<meta property="article:published_time" content="${escapeHtml(article.published)}">
<meta property="article:section" content="${escapeHtml(article.section)}">
<script type="application/ld+json">${JSON.stringify(facts).replaceAll('<', '\\u003c')}</script>
</head>
<body class="${outlet.id}">
${header(outlet, here)}
<main>
<div class="breadcrumb"><a href="${relativePath(here, homePath(outlet.id))}">Beranda</a> &rsaquo; ${escapeHtml(article.section)}</div>
<article>
<h1>${escapeHtml(article.title)}</h1>
<div class="read__info"><span class="author">${escapeHtml(article.byline)}</span> <time datetime="${escapeHtml(article.published)}">${localDateTime(article.published)}</time></div>
${SHARE_BAR}
${body(article)}
${SHARE_BAR}
</article>
<aside class="related-news"><h3>Berita Terkait</h3>${list(older.slice(0, 4), here)}</aside>
<aside class="terpopuler"><h3>Terpopuler</h3>${list(older.slice(-5), here)}</aside>
</main>
${footer(outlet, here)}
</body>
</html>
`;
}

/** An outlet's front page: every article it has. */
export function frontPageHtml(outlet: SampleOutlet, articles: readonly SampleArticle[], origin: string): string {
  const here = homePath(outlet.id);
  return `<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>${escapeHtml(outlet.name)}: ${escapeHtml(outlet.tagline)}</title>
<link rel="canonical" href="${escapeHtml(origin + here)}">
<link rel="alternate" type="application/rss+xml" title="${escapeHtml(outlet.name)}" href="${relativePath(here, feedPath(outlet.id))}">
<meta name="tagih:sample" content="${escapeHtml(ORIGIN_NOTE.id)}">
<meta name="robots" content="noindex">
${STYLE}
</head>
<body class="${outlet.id}">
${header(outlet, here)}
<main>${outlet.sections
    .map((section) => {
      const own = articles.filter((article) => article.section === section);
      return `<section id="${anchor(section)}"><h2>${escapeHtml(section)}</h2>${list(own, here)}</section>`;
    })
    .join('\n')}</main>
${footer(outlet, here)}
</body>
</html>
`;
}

export function notFoundHtml(): string {
  return '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><title>Tidak ditemukan</title></head><body><p>Halaman tidak ditemukan.</p></body></html>\n';
}

/** How an outlet writes a body. */
type BodyLayout = (blocks: Block[], tail: readonly string[]) => string;
/** A paragraph of the text, or a line between paragraphs that is not of it. */
type Block = { kind: 'text' | 'readAlso' | 'ad'; html: string };

const LAYOUTS: Record<string, BodyLayout> = {
  // Paragraphs, with advertisements between them.
  'contoh-harian': (blocks, tail) =>
    `<div class="read__content"><div class="clearfix">${blocks
      .map(({ kind, html }) => {
        if (kind === 'text') return `<p>${html}</p>`;
        if (kind === 'ad') return `<div class="ads-on-body"><span>ADVERTISEMENT</span></div>`;
        return `<p class="inject-baca-juga"><strong>Baca juga: ${html}</strong></p>`;
      })
      .join('\n')}\n${tail.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}</div></div>`,
  // One block of text nodes parted by line breaks.
  'contoh-teknologi': (blocks, tail) =>
    `<div class="detail-text" itemprop="articleBody">${[
      ...blocks.map(({ kind, html }) => {
        if (kind === 'text') return html;
        if (kind === 'ad') return '<div class="parallax-ad">SCROLL TO CONTINUE WITH CONTENT</div>';
        return `<strong>Baca juga:</strong> ${html}`;
      }),
      ...tail.map((line) => `<strong>${escapeHtml(line)}</strong>`),
    ].join('<br />\n&nbsp;<br />\n')}</div>`,
  // Paragraphs, a list of links in their midst and a line about other channels at the end.
  'contoh-ekonomi': (blocks, tail) =>
    `<div class="article-content"><figure class="img-detail"><figcaption>Ilustrasi</figcaption></figure>${blocks
      .map(({ kind, html }) => {
        if (kind === 'text') return `<p>${html}</p>`;
        if (kind === 'ad') return `<ins class="adsbygoogle">Iklan</ins>`;
        return `<div class="baca-juga"><span>BACA JUGA</span><ul><li>${html}</li></ul></div>`;
      })
      .join('\n')}\n<p class="gnews">Cek Berita dan Artikel yang lain di Google News</p>
${tail.map((line) => `<p class="editor">${escapeHtml(line)}</p>`).join('\n')}</div>`,
};

function body(article: SampleArticle): string {
  const blocks = article.paragraphs.flatMap((paragraph, index): Block[] => {
    const links = (article.readAlso ?? []).filter((line) => line.after === index + 1);
    return [
      { kind: 'text', html: escapeHtml(paragraph) },
      ...links.map((line): Block => ({ kind: 'readAlso', html: link(articleOf(line.article), pathOf(article)) })),
      ...(index === 1 ? [{ kind: 'ad', html: '' } as const] : []),
    ];
  });
  const layout = LAYOUTS[article.outlet];
  if (layout === undefined) throw new Error(`no layout for the outlet ${article.outlet}`);
  return layout(blocks, article.tail);
}

/** Enough for a person who follows a link from a commitment to its source. */
const STYLE =
  '<style>body{font:1rem/1.6 Georgia,serif;max-width:44rem;margin:auto;padding:1rem}nav ul,footer ul{display:flex;gap:1rem;padding:0;list-style:none}.top-banner,.ads-on-body,.parallax-ad,.adsbygoogle{color:#767676;font-size:.75rem}.sample-note{border:1px solid;padding:.5rem}</style>';

const SHARE_BAR = `<div class="share-bar"><span>Bagikan:</span> <button type="button">Facebook</button> <button type="button">WhatsApp</button> <button type="button">Salin tautan</button></div>`;

function header(outlet: SampleOutlet, here: string): string {
  const home = relativePath(here, homePath(outlet.id));
  const menu = outlet.sections
    .map((section) => `<li><a href="${home}#${anchor(section)}">${escapeHtml(section)}</a></li>`)
    .join('');
  return `<header><a class="logo" href="${home}">${escapeHtml(outlet.name)}</a><nav><ul>${menu}</ul></nav>
<div class="top-banner">Iklan</div></header>`;
}

/** Says on every page what it is, in the place that a reader of pages leaves out. */
function footer(outlet: SampleOutlet, here: string): string {
  return `<footer><p class="sample-note">${escapeHtml(ORIGIN_NOTE.id)}</p><p class="sample-note" lang="en">${escapeHtml(ORIGIN_NOTE.en)}</p>
<ul><li><a href="${relativePath(here, homePath(outlet.id))}">Beranda</a></li><li><a href="${relativePath(here, feedPath(outlet.id))}">RSS</a></li></ul></footer>`;
}

function list(articles: readonly SampleArticle[], here: string): string {
  return `<ul>${articles.map((article) => `<li>${link(article, here)}</li>`).join('')}</ul>`;
}

function link(article: SampleArticle, here: string): string {
  return `<a href="${relativePath(here, pathOf(article))}">${escapeHtml(article.title)}</a>`;
}

/** @throws Error naming the id where the archive has no such article. */
function articleOf(id: string): SampleArticle {
  const article = ARTICLES.find((a) => a.id === id);
  if (article === undefined) throw new Error(`the archive has no article ${id}`);
  return article;
}

function anchor(section: string): string {
  return section.toLowerCase().replaceAll(' ', '-');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
