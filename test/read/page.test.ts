import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lambda/read/page.ts';
import { MEDCOM, PARAGRAPHS, page, paragraphs, TEXT } from './pages.ts';

const URL = 'https://www.contoh.id/nasional/platform-diminta-buka-kantor-perwakilan';
const read = (html: string | Uint8Array, url = URL) => readPage(html, { url });
const H1 = '<h1>Platform Diminta Buka Kantor Perwakilan</h1>';

describe('site rules', () => {
  test('medcom: one paragraph of line breaks, a reaction widget and initials', () => {
    const article = read(MEDCOM, 'https://www.medcom.id/teknologi/news-teknologi/zNP4jjAN-platform-diminta');
    expect(article).toMatchObject({
      kind: 'article',
      rule: 'medcom',
      outlet: 'medcom',
      title: 'Platform Diminta Buka Kantor Perwakilan',
      published: '2017-08-02T07:35:00.000Z',
      canonicalUrl: 'https://www.medcom.id/teknologi/news-teknologi/zNP4jjAN-platform-diminta',
    });
    expect(article.text).toBe(`Jakarta: ${TEXT}`);
  });

  test.each([
    [
      'detik',
      'https://news.detik.com/berita/d-3584931/judul',
      `<div class="detail__date">Rabu, 02 Agu 2017 14:35 WIB</div><div class="detail__body-text">${paragraphs(PARAGRAPHS.slice(0, 2))}<p class="para_caption">ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p><div class="linksisip"><a href="/x">Baca juga: lain</a></div>${paragraphs(PARAGRAPHS.slice(2))}<p>(abc/def)</p></div>`,
    ],
    [
      'kompas',
      'https://nasional.kompas.com/read/2017/08/02/14350001/judul',
      `<div class="read__time">Kompas.com - 02/08/2017, 14:35 WIB</div><div class="read__content">${paragraphs(PARAGRAPHS.slice(0, 2))}<p><strong>Baca juga: <a href="/x">Menteri bertemu perwakilan platform</a></strong></p><div class="inject-baca-juga-1"><p>${PARAGRAPHS[0]}</p></div>${paragraphs(PARAGRAPHS.slice(2))}</div>`,
    ],
    [
      'antara',
      'https://www.antaranews.com/berita/1234567/judul',
      `<span class="list-inline-item mr-2">Rabu, 2 Agustus 2017 14:35 WIB</span><div class="wrap__article-detail-content post-content">${PARAGRAPHS.slice(0, 2).join('<br/><br/>')}<span class="baca-juga"><b>Baca juga: <a href="/x">lain</a></b></span><br/><br/>${PARAGRAPHS.slice(2).join('<br/><br/>')}<p class="text-muted mt-2 small">Pewarta: Nama</p></div>`,
    ],
    [
      'liputan6',
      'https://www.liputan6.com/tekno/read/3040404/judul',
      `<time datetime="2017-08-02T14:35:00+07:00">02 Agu 2017, 14:35 WIB</time><div class="article-content-body"><figure><img src="x.jpg"><figcaption>Juru bicara kementerian di Jakarta (Foto: Contoh)</figcaption></figure>${paragraphs()}<div class="baca-juga-collections"><p>Baca Juga</p><ul><li><a href="/x">Menteri bertemu perwakilan platform</a></li></ul></div></div>`,
    ],
    [
      'kumparan',
      'https://kumparan.com/kumparantech/judul-berita-1vZyXwVuTsRqPoNm',
      `<time>2 Agustus 2017 14:35 WIB</time><div>${PARAGRAPHS.map((text) => `<div data-qa-id="story-paragraph">${text}</div>`).join('<span>ADVERTISEMENT</span>')}</div>`,
    ],
  ])('%s: the text, and only the text', (outlet, url, body) => {
    const article = read(page(H1 + body), url);
    expect(article).toMatchObject({ kind: 'article', rule: outlet, outlet, published: '2017-08-02T07:35:00.000Z' });
    expect(article.text).toBe(TEXT);
  });

  test('a rule whose selector finds another story gives way to the general reader', () => {
    const other =
      'Sebuah kafe di tepi pantai ramai dikunjungi wisatawan yang ingin menikmati kopi sambil memandang matahari tenggelam. ';
    const article = read(
      page(
        `${H1}<div class="read__content"><p>${other.repeat(3)}</p></div><div class="isi-berita"><div>${paragraphs()}</div></div>`,
      ),
      'https://nasional.kompas.com/read/2017/08/02/14350001/judul',
    );
    expect(article.rule).toBe('general');
    expect(article.text).toContain(PARAGRAPHS[2]);
  });

  test('a saved copy under another address is read by the rule of the address it names, and stays where it is', () => {
    const article = read(
      page(
        `${H1}<div class="read__content">${paragraphs()}</div>`,
        '<link rel="canonical" href="https://nasional.kompas.com/read/2017/08/02/14350001/judul">',
      ),
      'https://arsip.contoh.id/1',
    );
    expect(article).toMatchObject({ rule: 'kompas', outlet: 'contoh.id', canonicalUrl: 'https://arsip.contoh.id/1' });
  });
});

describe('the general reader', () => {
  test.each([
    ['paragraphs in an article element', `<article>${H1}${paragraphs()}</article>`],
    ['text between line breaks in a div', `${H1}<div class="isi">${PARAGRAPHS.join('<br><br>')}</div>`],
    [
      'a div for each paragraph',
      `${H1}<div class="isi">${PARAGRAPHS.map((text) => `<div>${text}</div>`).join('')}</div>`,
    ],
    [
      'chunks with advertisements between',
      `${H1}<div class="chunks">${PARAGRAPHS.map((text) => `<div class="article-body"><p>${text}</p></div><div class="ad-slot">Iklan: beli sekarang</div>`).join('')}</div>`,
    ],
    [
      'a table as frame',
      `<table><tr><td>${H1}${paragraphs()}</td><td><a href="/a">Menu</a><br><a href="/b">Arsip</a></td></tr></table>`,
    ],
    [
      'comments longer than the article',
      `<article>${H1}${paragraphs()}</article><div id="comments">${`<p>${PARAGRAPHS[3]} Setuju sekali dengan pendapat di atas, semoga segera terlaksana.</p>`.repeat(12)}</div>`,
    ],
    [
      'teasers with a sentence each',
      `<article>${H1}<div class="isi">${paragraphs()}</div></article><ul class="lain">${`<li><h4><a href="/x">Harga cabai naik tajam menjelang hari raya</a></h4>Pedagang di sejumlah pasar mengeluhkan pasokan yang berkurang sejak pekan lalu, dan pembeli pun berkurang.</li>`.repeat(8)}</ul>`,
    ],
    [
      'what the page hides',
      `<article>${H1}<div style="display:none"><p>${PARAGRAPHS[0]} Teks tersembunyi.</p></div>${paragraphs()}</article>`,
    ],
    [
      'author, date, share bar and counters above',
      `<article>${H1}<div>Oleh Nama Penulis</div><div>Rabu, 2 Agustus 2017 14:35 WIB</div><div class="share"><a href="#">Facebook</a></div><div>12 komentar</div>${paragraphs()}</article>`,
    ],
    [
      'a picture with its caption',
      `<article>${H1}<div class="photo"><img src="a.jpg"><span>Juru bicara kementerian di Jakarta. (Contoh/Nama)</span></div>${paragraphs()}</article>`,
    ],
    [
      'links and invitations below',
      `<article>${H1}${paragraphs()}<p>Baca juga: <a href="/x">Menteri bertemu perwakilan platform</a></p><p>Ikuti kami di Google News untuk berita terbaru lainnya.</p><h3>Berita terkait</h3><ul><li><a href="/x">Menteri bertemu perwakilan platform di Jakarta kemarin</a></li></ul></article>`,
    ],
    [
      'a form around the whole page',
      `<form id="aspnetForm"><input type="hidden" name="x"><div class="isi">${H1}${paragraphs()}</div></form>`,
    ],
  ])('%s', (_, body) => {
    const article = read(page(body));
    expect(article.rule).toBe('general');
    expect(article.text).toBe(TEXT);
  });

  test('headings, lists and quotations of an article stay', () => {
    const { text } = read(
      page(
        `<article>${H1}${paragraphs(PARAGRAPHS.slice(0, 2))}<h2>Tiga syarat</h2><ol><li>Kantor perwakilan di Indonesia dengan alamat yang jelas</li><li>Penanggung jawab yang dapat dihubungi</li></ol><blockquote><p>${PARAGRAPHS[2]}</p></blockquote>${paragraphs(PARAGRAPHS.slice(3))}</article>`,
      ),
    );
    expect(text.split('\n')).toEqual([
      ...PARAGRAPHS.slice(0, 2),
      'Tiga syarat',
      'Kantor perwakilan di Indonesia dengan alamat yang jelas',
      'Penanggung jawab yang dapat dihubungi',
      ...PARAGRAPHS.slice(2),
    ]);
  });

  test('a line broken inside a sentence is one line', () => {
    const { text } = read(
      page(
        `${H1}<div class="isi">${PARAGRAPHS[0].replace('membuka', '<br>membuka')}<br><br>${PARAGRAPHS.slice(1).join('<br><br>')}</div>`,
      ),
    );
    expect(text).toBe(TEXT);
  });

  test('a line broken over and over goes on as long as it goes on in lower case, and not behind a full stop', () => {
    const { text } = read(
      page(`${H1}<div class="isi">${PARAGRAPHS[0]}<br>Kata kepala<br>badan itu<br>tegas.<br>lalu ia<br>pergi</div>`),
    );
    expect(text.split('\n').slice(-2)).toEqual(['Kata kepala badan itu tegas.', 'lalu ia pergi']);
  });

  test('text that a script would put in place is taken from what the page tells machines', () => {
    const json = JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Platform Diminta',
      datePublished: '2017-08-02T14:35:00+07:00',
      author: { name: 'Nama Penulis' },
      articleBody: PARAGRAPHS.join('\n\n'),
    });
    expect(read(page('<div id="app"></div>', `<script type="application/ld+json">${json}</script>`))).toMatchObject({
      rule: 'json-ld',
      text: TEXT,
      byline: 'Nama Penulis',
      published: '2017-08-02T07:35:00.000Z',
      kind: 'article',
    });
  });
});

describe('lines that are no part of an article are left out wherever they stand', () => {
  test.each([
    'ADVERTISEMENT',
    'SCROLL TO CONTINUE WITH CONTENT',
    'Gulir untuk lanjut membaca',
    'Baca Juga: Menteri bertemu perwakilan platform',
    'Baca juga',
    'Simak Video: Menteri bertemu platform',
    '[Gambas:Video 20detik]',
    'Cek Berita dan Artikel yang lain di Google News',
    'Cek berita dan artikel yg lain di Google News dan ikuti WhatsApp channel contoh.com',
    'Cek Berita dan Artikel yang lain di Google News dan WA Channel',
    'Bagikan ini:',
    'Halaman 1 2 3 Selanjutnya',
    'Tonton video lainnya di bawah ini',
  ])('%s', (line) => {
    const { text } = read(
      page(
        `<article>${H1}${paragraphs(PARAGRAPHS.slice(0, 2))}<p>${line}</p>${paragraphs(PARAGRAPHS.slice(2))}</article>`,
      ),
    );
    expect(text).toBe(TEXT);
  });
  test.each(['(MEL)', '(AHL/DRI)', '(abc/def)', 'Editor: Nama Penyunting', 'COPYRIGHT © CONTOH 2017'])(
    'at the end: %s',
    (line) => {
      expect(read(page(`<article>${H1}${paragraphs()}<p>${line}</p></article>`)).text).toBe(TEXT);
    },
  );
  test.each([
    'Baca aturan itu, kata menteri, lalu penuhi tenggatnya sebelum akhir tahun.',
    'Ikuti aturan atau izin dicabut, kata menteri kepada semua platform.',
    'Berita terkait pemblokiran aplikasi itu dibantah juru bicara kementerian.',
    'Ikuti perkembangan fitur saluran WhatsApp, kata Meta, yang dirilis bulan depan.',
    'Tagihan bagi platform yang terlambat dihitung sejak hari pertama.',
    'Komentar itu disampaikan menteri seusai rapat kerja.',
    'Di mana kantor itu akan dibuka?',
  ])('but a sentence stays: %s', (line) => {
    expect(
      read(
        page(
          `<article>${H1}${paragraphs(PARAGRAPHS.slice(0, 2))}<p>${line}</p>${paragraphs(PARAGRAPHS.slice(2))}</article>`,
        ),
      ).text,
    ).toContain(line);
  });
});

describe('a short sentence is kept', () => {
  test.each([
    'Tagihan bagi platform yang terlambat dihitung sejak hari pertama.',
    'Komentar itu disampaikan menteri seusai rapat kerja.',
    'Topik itu akan dibahas lagi pekan depan di Jakarta.',
  ])('at the end: %s', (line) => {
    expect(read(page(`<article>${H1}${paragraphs()}<p>${line}</p></article>`)).text).toBe(`${TEXT}\n${line}`);
  });
  test.each([
    'Di mana kantor itu akan dibuka?',
    'Terbit sejak 2015, aturan itu akan diganti pada tahun depan.',
    'Menteri marah.',
  ])('at the beginning: %s', (line) => {
    expect(read(page(`<article>${H1}<p>${line}</p>${paragraphs()}</article>`)).text).toBe(`${line}\n${TEXT}`);
  });
});

describe('kinds of pages', () => {
  const article = `<article>${H1}${paragraphs()}</article>`;
  test.each([
    [
      'blocked',
      '<html><head><title>Just a moment...</title></head><body><div class="cf-browser-verification">Checking your browser</div></body></html>',
      URL,
    ],
    [
      'blocked',
      '<html><head><title>contoh.id</title></head><body><noscript>Please enable JavaScript</noscript><script src="https://geo.captcha-delivery.com/x.js"></script></body></html>',
      URL,
    ],
    ['blocked', '<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>', URL],
    [
      'login',
      '<html><head><title>Masuk | Contoh</title></head><body><form><input name="u"><input type="password" name="p"></form></body></html>',
      URL,
    ],
    [
      'paywall',
      page(
        `<article>${H1}<p>${PARAGRAPHS[0]}</p></article>`,
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","isAccessibleForFree":"False"}</script>',
      ),
      URL,
    ],
    [
      'paywall',
      page(
        `<article>${H1}<p>${PARAGRAPHS[0]}</p><div class="paywall-box">Berlangganan untuk membaca artikel selengkapnya</div></article>`,
      ),
      URL,
    ],
    [
      'video',
      page(`${H1}<div class="player"></div><p>${PARAGRAPHS[0]}</p>`),
      'https://www.metrotvnews.com/play/kWDCxQB7-platform-diminta',
    ],
    ['video', page(`${H1}<p>${PARAGRAPHS[0]}</p>`, '<meta property="og:type" content="video.other">'), URL],
    ['photo', page(`${H1}<p>${PARAGRAPHS[0]}</p>`), 'https://www.antaranews.com/foto/1234567/judul'],
    ['empty', '<html><head><title>Contoh</title></head><body><div id="app"></div></body></html>', URL],
    ['empty', '', URL],
    ['article', page(article), URL],
    ['article', page(article, '<script src="https://www.google.com/recaptcha/api.js?g-recaptcha"></script>'), URL],
    [
      'article',
      page(
        article.replace('</article>', `${paragraphs().repeat(5)}</article>`),
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","isAccessibleForFree":false}</script>',
      ),
      URL,
    ],
  ] as const)('%s', (kind, html, url) => {
    expect(read(html, url).kind).toBe(kind);
  });
});

describe('an article on several pages', () => {
  const body = `${H1}<div class="detail__body-text">${paragraphs()}</div>`;
  test('is asked for as a whole where the publisher has it', () => {
    const url = 'https://news.detik.com/berita/d-3584931/judul';
    expect(read(page(`${body}<div class="detail__long-nav"><a href="${url}/2">2</a></div>`), url).nextPages).toEqual([
      `${url}?single=1`,
    ]);
    expect(read(page(`${body}<div class="detail__long-nav"></div>`), `${url}?single=1`).nextPages).toEqual([]);
  });
  test('is asked for page by page elsewhere', () => {
    const links = `<a href="?page=3">3</a><a href="${URL}?page=2">2</a><a href="?page=2">berikut</a><a href="/lain-yang-panjang-sekali?page=2">lain</a>`;
    expect(read(page(`<article>${H1}${paragraphs()}</article><div class="paging">${links}</div>`)).nextPages).toEqual([
      `${URL}?page=2`,
      `${URL}?page=3`,
    ]);
  });
  test('read from its second page says so and names no more', () => {
    const second = read(page(`<article>${H1}${paragraphs()}</article><a href="?page=3">3</a>`), `${URL}?page=2`);
    expect(second.nextPages).toEqual([]);
    expect(second.problems).toEqual(['page 2 of an article, not its beginning']);
    expect(second.canonicalUrl).toBe(URL);
  });
});

describe('dates and names', () => {
  const article = `<article>${H1}${paragraphs()}</article>`;
  test.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2016-01-01"},{"@type":["NewsArticle"],"datePublished":"2017-08-02T14:35:00+07:00","dateModified":"2017-08-02T16:00:00+07:00"}]}</script>',
      '',
    ],
    [
      'JSON-LD with line breaks in strings',
      '<script type="application/ld+json">{"@type":"NewsArticle","description":"a\nb","datePublished":"2017-08-02T14:35:00+07:00"}</script>',
      '',
    ],
    ['meta element', '<meta property="article:published_time" content="2017-08-02T07:35:00Z">', ''],
    ['meta element without a zone', '<meta name="publishdate" content="2017/08/02 14:35:00">', ''],
    ['time element', '', '<time datetime="2017-08-02T14:35">kemarin</time>'],
    ['printed', '', '<span class="tanggal">Rabu, 2 Agustus 2017 | 14:35 WIB</span>'],
    [
      'a day told and the moment printed',
      '<meta name="pubdate" content="2017-08-02">',
      '<span class="tanggal">Rabu, 2 Agustus 2017 | 14:35 WIB</span>',
    ],
  ])('published, from %s', (_, head, body) => {
    expect(read(page(body + article, head)).published).toBe('2017-08-02T07:35:00.000Z');
  });
  test('modified is kept apart', () => {
    expect(
      read(page(article, '<meta property="article:modified_time" content="2017-08-02T16:00:00+07:00">')),
    ).toMatchObject({ published: null, modified: '2017-08-02T09:00:00.000Z' });
  });
  test('the outlet is no author', () => {
    const url = 'https://nasional.kompas.com/read/2017/08/02/14350001/judul';
    expect(
      read(
        page(
          `${article}<div class="credit-title-name">Nama Penulis</div>`,
          '<meta name="author" content="Kompas Cyber Media">',
        ),
        url,
      ).byline,
    ).toBe('Nama Penulis');
  });
});

test('any pieces of HTML: no error, and the text is lines without blanks around them', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="related caption">',
      '</div>',
      '<br>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<a href="?page=2">',
      '<h1>',
      '<table>',
      '<td>',
      '<script type="application/ld+json">{"@type":"NewsArticle",',
      '<meta property="og:title" content="',
      PARAGRAPHS[0],
      '<figure>',
      '<form>',
      '&#0;',
      '<![CDATA[',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.constantFrom(URL, 'https://news.detik.com/berita/d-3584931/judul', ''),
      (pieces, url) => {
        const result = read(pieces.join(''), url);
        expect(result.text).not.toMatch(/\n\n|^\s|\s$/);
      },
    ),
    { seed: 3, numRuns: process.env.TAGIH_LONG ? 20_000 : 300 },
  );
});
