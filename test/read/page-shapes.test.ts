import { describe, expect, test } from 'vitest';
import { readPage } from '../../lambda/read/page.ts';
import { ENGLISH, GERMAN, INDONESIAN, JAPANESE, RUSSIAN, SHAPES } from './page-shapes.ts';

const url = 'https://contoh.net/a/terminal-lama-di-tepi-kota';

describe('an article is read whole and alone, whatever the page around it', () => {
  test.each(SHAPES)('$name', ({ html, lines }) => {
    for (const story of [INDONESIAN, ENGLISH, GERMAN, JAPANESE, RUSSIAN]) {
      const page = readPage(html(story), { url });
      expect(page.text.split('\n')).toEqual(lines?.(story) ?? story.paragraphs);
      expect([page.title, page.kind]).toEqual([story.title, 'article']);
    }
  });
});

describe('what a page says of its author and its dates', () => {
  const body = `<h1>${INDONESIAN.title}</h1>${INDONESIAN.paragraphs.map((p) => `<p>${p}</p>`).join('')}`;
  const page = (head: string, above = '') =>
    readPage(`<html lang="id"><head>${head}</head><body><article>${above}${body}</article></body></html>`, { url });
  const linked = (data: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...data })}</script>`;
  const AT = '2017-08-02T07:35:00.000Z';

  test.each([
    ['JSON-LD', linked({ datePublished: '2017-08-02T14:35:00+07:00' }), ''],
    ['JSON-LD with the date in a list', linked({ datePublished: ['2017-08-02T14:35:00+07:00'] }), ''],
    [
      'a meta element of Open Graph',
      '<meta property="article:published_time" content="2017-08-02T14:35:00+07:00">',
      '',
    ],
    ['a meta element by name', '<meta name="pubdate" content="2017-08-02 14:35:00">', ''],
    ['a meta element of Dublin Core', '<meta name="DC.date.issued" content="2017-08-02T07:35:00Z">', ''],
    ['a time element', '', '<time datetime="2017-08-02T14:35+07:00">kemarin</time>'],
    ['a time element without an attribute', '', '<time>Rabu, 2 Agustus 2017 | 14:35 WIB</time>'],
    ['microdata', '', '<span itemprop="datePublished" content="2017-08-02T14:35:00+07:00">kemarin</span>'],
    ['a printed date by its class', '', '<div class="tanggal">Rabu, 02/08/2017 14:35 WIB</div>'],
    ['a printed date in the east', '', '<div class="date">2 Agu 2017 15:35 WITA</div>'],
  ])('the instant of publication stands in %s', (_, head, above) => {
    expect(page(head, above).published).toBe(AT);
  });

  test.each([
    ['JSON-LD', linked({ author: { '@type': 'Person', name: 'Ratri Wening' } }), ''],
    ['JSON-LD with several', linked({ author: [{ name: 'Ratri Wening' }] }), ''],
    ['a meta element', '<meta name="author" content="Ratri Wening">', ''],
    ['a link of the author', '', '<a rel="author" href="/ratri">Ratri Wening</a>'],
    ['microdata', '', '<span itemprop="author">Ratri Wening</span>'],
    ['a line by its class', '', '<div class="byline">Oleh: Ratri Wening</div>'],
  ])('the author stands in %s', (_, head, above) => {
    expect(page(head, above).byline).toBe('Ratri Wening');
  });
});

describe('very short articles', () => {
  test('two sentences under a headline are an article', () => {
    const [first = '', second = ''] = INDONESIAN.paragraphs;
    const html = `<html><head><title>${INDONESIAN.title}</title><meta property="og:type" content="article"></head><body><nav><a href="/">Beranda</a></nav><article><h1>${INDONESIAN.title}</h1><p>${first}</p><p>${second}</p></article><footer><p>Hak cipta dilindungi undang-undang dan seterusnya.</p></footer></body></html>`;
    expect(readPage(html, { url })).toMatchObject({ kind: 'article', text: `${first}\n${second}` });
  });
});
