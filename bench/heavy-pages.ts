import { MANIFEST } from '../lambda/local/samples/archive.ts';
import { OUTLETS } from '../lambda/local/samples/outlets.ts';
import { storyHtml } from '../lambda/local/samples/page.ts';
import { ARTICLES, type SampleArticle } from '../lambda/local/samples/stories.ts';

/**
 * Pages as heavy as publishers' real ones around the samples' articles, for the benches. Ten Indonesian pages that were
 * counted have 254 KB, 1,226 elements (253 links, 79 images, 295 blocks), 52 KB of CSS, 61 scripts of 20 KB in all,
 * 133 KB of attributes, 11 KB of words that can be seen and 2.5 KB of article, on average; these are made after that
 * count: menus, related lists with pictures that load late, advertisement slots, inline JSON, share bars, a long footer.
 * What is made is the same in every run.
 */

export interface HeavyPage {
  html: string;
  /** Under a publisher whose layout the page has, so that a site rule reads it. */
  url: string;
  /** Under a host that no site rule knows. */
  plainUrl: string;
  published: string;
}

/** An address at the publisher whose layout an outlet of the samples has. */
const ADDRESS_OF: Record<string, string> = {
  'contoh-harian': 'https://nasional.kompas.com/read/2025/06/10/10000001/',
  'contoh-teknologi': 'https://www.cnnindonesia.com/teknologi/20250610100000-1-1/',
  'contoh-ekonomi': 'https://www.medcom.id/ekonomi/bisnis/GNG1ABC2-',
};
const ORIGIN = 'https://www.contoh.test';

/** An article of the samples is shorter than one of a newspaper: so many of an outlet's make one body. */
const ARTICLES_A_PAGE = 3;

const LINKS_OF_MENUS = 60;
const TEASERS = 62;
const LINKS_OF_FOOTER = 45;
const SCRIPTS = 55;
const AD_SLOTS = 14;
const RULES_OF_CSS = 490;
const LATE_PICTURE_BYTES = 830;

const WORDS =
  'kabar pasar harga jalan kota panen pantai taman pagi warga desa sekolah buku musim hujan kopi kereta bandara'.split(
    ' ',
  );

/** A stream of numbers below `below` that looks random and is the same for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = (seed + 1) * 0x9e3779b1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('\n');

/** All heavy pages: one an article of the samples. */
export function heavyPages(): HeavyPage[] {
  return ARTICLES.map(heavyPage);
}

function heavyPage(article: SampleArticle, seed: number): HeavyPage {
  const outlet = OUTLETS.find(({ id }) => id === article.outlet)!;
  const own = ARTICLES.filter((other) => other.outlet === article.outlet);
  const at = own.indexOf(article);
  const parts = Array.from({ length: ARTICLES_A_PAGE }, (_, i) => own[(at + i) % own.length]!);
  const long = { ...article, paragraphs: parts.flatMap(({ paragraphs }) => paragraphs) };
  const next = numbers(seed);
  const html = storyHtml(long, outlet, own, ORIGIN)
    .replace('</head>', () => `${head(next)}\n</head>`)
    .replace('<main>', () => `${menus(next)}\n${adSlot(0)}\n<main>`)
    .replace('</article>', () => `${times(3, (i) => adSlot(i + 1))}\n${shares()}\n</article>`)
    .replace('</main>', () => `${beside(next)}\n</main>`)
    .replace('</body>', () => `${foot(next)}\n${scripts(next)}\n</body>`);
  return {
    html,
    url: `${ADDRESS_OF[article.outlet]}${article.slug}`,
    plainUrl: `${ORIGIN}/nasional/${article.slug}`,
    published: article.published,
  };
}

const title = (next: (below: number) => number): string =>
  times(8, () => WORDS[next(WORDS.length)]!).replaceAll('\n', ' ');

function head(next: (below: number) => number): string {
  const css = times(
    RULES_OF_CSS,
    (i) =>
      `.mod-${i} .list__item:nth-child(${next(9) + 1})>a:hover,.mod-${i}--wide{margin:0 ${next(40)}px ${next(40)}px 0;color:#${(0x100000 + next(0xefffff)).toString(16)};display:flex}`,
  );
  const links = times(
    24,
    (i) =>
      `<link rel="preload" as="${i % 2 ? 'script' : 'style'}" href="https://aset-${i}.contoh.test/${next(1e9)}.${i % 2 ? 'js' : 'css'}?v=${next(1e6)}" crossorigin>`,
  );
  const metas = times(20, (i) => `<meta name="kanal:isi:${i}" content="${title(next)}">`);
  return `${links}\n${metas}\n<style>${css}</style>`;
}

const anchor = (i: number, text: string, where: string): string =>
  `<a class="${where}__link ${where}__link--${i % 7} track-click" href="${ORIGIN}/${where}/${i}/${text.replaceAll(' ', '-')}?utm_source=${where}&amp;utm_medium=web" data-event-category="${where} klik" data-event-label="${text}" data-position="${i}"><span class="${where}__text">${text}</span></a>`;

function menus(next: (below: number) => number): string {
  const items = times(
    LINKS_OF_MENUS,
    (i) =>
      `<li class="nav__item nav__item--${i % 9}">${anchor(i, `${WORDS[next(WORDS.length)]} ${WORDS[next(WORDS.length)]}`, 'navbar')}</li>`,
  );
  return `<nav class="nav nav--utama" role="navigation"><div class="nav__wrap"><ul class="nav__list">${items}</ul></div></nav>`;
}

/** A link to another article with a picture that loads late behind a stand-in of its own. */
function teaser(i: number, next: (below: number) => number): string {
  const text = title(next);
  const picture = Buffer.alloc(LATE_PICTURE_BYTES, `${next(1e9)}`).toString('base64');
  return `<div class="article__list clearfix list-${i}"><div class="article__asset"><a href="${ORIGIN}/berita/${i}/${text.replaceAll(' ', '-')}"><img class="lazy" width="300" height="200" alt="${text}" src="data:image/webp;base64,${picture}" data-src="https://gambar.contoh.test/crops/${next(1e9)}/300x200/${next(1e9)}.jpg"></a></div><div class="article__box"><h3 class="article__title">${anchor(i, text, 'terkait')}</h3><p class="article__lead">${title(next)}</p><div class="article__date">${next(23)} jam yang lalu</div></div></div>`;
}

const beside = (next: (below: number) => number): string =>
  `<aside class="sidebar col-bs9-3"><div class="most__wrap"><h3>Terpopuler</h3>${times(TEASERS, (i) => teaser(i, next))}</div>${times(AD_SLOTS - 4, (i) => adSlot(i + 4))}</aside>`;

const adSlot = (i: number): string =>
  `<div class="ads-box ads-${i}" id="div-gpt-ad-${i}" data-google-query-id="${i * 7919}" style="min-height:250px;text-align:center"><div class="ads__label">Advertisement</div><script>googletag.cmd.push(function(){googletag.display("div-gpt-ad-${i}")})</script></div>`;

const shares = (): string =>
  `<div class="social social--share">${times(6, (i) => `<a class="social__link social__link--${i}" href="${ORIGIN}/bagikan/${i}" rel="nofollow"><svg width="24" height="24" viewBox="0 0 24 24"><path d="M${i} 12c0-6.6 5.4-12 12-12s12 5.4 12 12-5.4 12-12 12S${i} 18.6 0 12z"></path></svg></a>`)}</div>`;

const foot = (next: (below: number) => number): string =>
  `<footer class="footer clearfix"><div class="footer__row">${times(LINKS_OF_FOOTER, (i) => `<div class="footer__col footer__col--${i % 5}"><span>${anchor(i, `${WORDS[next(WORDS.length)]} ${WORDS[next(WORDS.length)]}`, 'footer')}</span></div>`)}</div></footer>`;

function scripts(next: (below: number) => number): string {
  return times(SCRIPTS, (i) => {
    const rows = Array.from({ length: 14 }, (_, row) => ({ id: next(1e9), kanal: title(next), urutan: row }));
    return i % 5 === 0
      ? `<script type="application/json" id="state-${i}">${JSON.stringify({ rows })}</script>`
      : `<script async src="https://skrip-${i}.contoh.test/${next(1e9)}.js"></script><script>window.dataLayer=window.dataLayer||[];dataLayer.push({event:"muat-${i}",at:${next(1e9)},page:"artikel",slot:[${next(99)},${next(99)}]});</script>`;
  });
}

/** What the pages are, for the benches to print. */
export function describe(pages: readonly HeavyPage[]): string {
  const kb = pages.reduce((sum, { html }) => sum + html.length, 0) / pages.length / 1000;
  return `${pages.length} pages made around the ${MANIFEST.articles} sample articles, ${kb.toFixed(0)} KB each, in the proportions of real Indonesian ones`;
}
