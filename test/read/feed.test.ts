import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFeed } from '../../lambda/read/feed.ts';

const URL = 'https://contoh.id/rss/terkini.xml';
const read = (xml: string | Uint8Array, contentType?: string) =>
  readFeed(xml, contentType ? { url: URL, contentType } : { url: URL });
const rss = (items: string, attributes = 'version="2.0"') =>
  `<?xml version="1.0" encoding="UTF-8"?><rss ${attributes}><channel><title>Contoh</title><link>https://contoh.id</link>${items}</channel></rss>`;
const item = (title: string, link: string, more = '') =>
  `<item><title>${title}</title><link>${link}</link>${more}</item>`;
const titles = async (xml: string) => (await read(xml)).entries.map((entry) => entry.title);

describe('every kind of feed gives its entries in its order', () => {
  test.each([
    ['rss', rss(item('Satu', '/1') + item('Dua', '/2'))],
    ['rss', rss(item('Satu', '/1') + item('Dua', '/2'), '')],
    ['rss', rss(item('Satu', '/1') + item('Dua', '/2'), 'version="0.91"')],
    [
      'rdf',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>C</title></channel><item rdf:about="/1"><title>Satu</title><link>/1</link></item><item rdf:about="/2"><title>Dua</title></item></rdf:RDF>`,
    ],
    [
      'atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry><title>Satu</title><link rel="self" href="/x"/><link href="/1"/></entry><entry><title type="html">&lt;b>Dua&lt;/b></title><link rel="alternate" type="text/html" href="/2"/></entry></feed>',
    ],
    [
      'atom',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Satu</a:title><a:link href="/1"/></a:entry><a:entry><a:title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>Du</b>a</div></a:title><a:link href="/2"/></a:entry></a:feed>',
    ],
    [
      'json',
      '{"version":"https://jsonfeed.org/version/1.1","title":"C","items":[{"id":"a","url":"/1","title":"Satu"},{"id":2,"external_url":"/2","title":"Dua"}]}',
    ],
    [
      'sitemap',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://contoh.id/1</loc><news:news><news:publication_date>2017-08-02T14:35:00+07:00</news:publication_date><news:title>Satu</news:title></news:news></url><url><loc>https://contoh.id/2</loc><news:news><news:title>Dua</news:title></news:news></url></urlset>',
    ],
  ])('%s', async (format, text) => {
    const feed = await read(text);
    expect(feed.format).toBe(format);
    expect(feed.entries.map(({ title, link }) => [title, link])).toEqual([
      ['Satu', 'https://contoh.id/1'],
      ['Dua', 'https://contoh.id/2'],
    ]);
  });
});

describe('what would lose a whole feed elsewhere costs nothing', () => {
  test.each([
    ['a bare & in a title', rss(item('Kominfo & Polri', '/1')), 'Kominfo & Polri'],
    ['a bare & in a link', rss(item('Satu', '/?a=1&b=2')), 'Satu'],
    ['a reference to a control character', rss(item('Sa&#8;tu', '/1')), 'Satu'],
    ['a control character', rss(item('Sa\u0003tu', '/1')), 'Satu'],
    ['an HTML entity', rss(item('Satu&nbsp;&ldquo;dua&rdquo;', '/1')), 'Satu “dua”'],
    ['escaped markup', rss(item('&lt;em&gt;Satu&lt;/em&gt; &amp;amp; dua', '/1')), 'Satu & dua'],
    ['CDATA', rss(item('<![CDATA[Kominfo & <b>Polri</b>]]>', '/1')), 'Kominfo & Polri'],
    ['a warning before the XML', `Warning: mysql_connect() in /var/www\n${rss(item('Satu', '/1'))}`, 'Satu'],
    ['blank lines before the declaration', `\n\n${rss(item('Satu', '/1'))}`, 'Satu'],
    ['rubbish after the end', `${rss(item('Satu', '/1'))}<!-- 0.2 s --><script>x</script>`, 'Satu'],
    [
      'a tag never closed',
      rss('<item><title>Satu</title><link>/1</link><description><br>teks</description></item>'),
      'Satu',
    ],
    ['a link in attributes only', rss('<item><title>Satu</title><link href="/1"/></item>'), 'Satu'],
    ['markup in a title', rss(item('Menteri <b>minta</b> data', '/1')), 'Menteri minta data'],
    ['capitals', '<RSS><CHANNEL><ITEM><TITLE>Satu</TITLE><LINK>/1</LINK></ITEM></CHANNEL></RSS>', 'Satu'],
    [
      'prefixed items',
      '<rss version="2.0" xmlns:r="x"><channel><r:item><r:title>Satu</r:title><r:link>/1</r:link></r:item></channel></rss>',
      'Satu',
    ],
    ['a title under another name', rss('<item><dc:title>Satu</dc:title><link>/1</link></item>'), 'Satu'],
    ['a less-than sign in a title', rss(item('Tumbuh < 5 persen', '/1')), 'Tumbuh < 5 persen'],
  ])('%s', async (_, xml, title) => {
    const feed = await read(xml);
    expect(feed.entries.map((entry) => entry.title)).toEqual([title]);
    expect(feed.entries[0]?.link).toMatch(/^https:\/\/contoh\.id\//);
  });

  test('a feed cut short gives the entries that are whole, and says so', async () => {
    const whole = rss(
      item('Satu', 'https://contoh.id/1') + item('Dua', 'https://contoh.id/2') + item('Tiga', 'https://contoh.id/3'),
    );
    const feed = await read(whole.slice(0, whole.indexOf('contoh.id/3') + 7));
    expect(feed.entries.map((entry) => entry.title)).toEqual(['Satu', 'Dua']);
    expect(feed.problems.join()).toContain('cut short');
  });

  test('JSON cut short or broken in one item gives the items that are whole, and says so', async () => {
    const items = ['Satu', 'Dua {"}', 'Tiga'].map((title, n) => JSON.stringify({ id: n, title, url: `/${n}` }));
    const json = `{"version":"https://jsonfeed.org/version/1","items":[${items.join(',')}]}`;
    const cut = await read(json.slice(0, -12));
    expect(cut.entries.map((entry) => entry.title)).toEqual(['Satu', 'Dua {"}']);
    expect(cut.problems).toEqual(['not whole JSON: 2 items read, 1 not']);
    const broken = await read(json.replace('"title":"Tiga"', '"title":Tiga'));
    expect(broken.entries.map((entry) => entry.title)).toEqual(['Satu', 'Dua {"}']);
  });

  test('entries that are never closed are entries all the same', async () => {
    const feed = await read(rss('<item><title>Satu<link>/1<item><title>Dua</title><link>/2</link><item><title>Tiga'));
    expect(feed.entries.map((entry) => entry.title)).toEqual(['Satu', 'Dua', 'Tiga']);
  });

  test('one date that cannot be read is a problem of one entry', async () => {
    const feed = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Satu</title><link href="/1"/><updated>kemarin</updated></entry><entry><title>Dua</title><link href="/2"/><updated>2017-08-02T14:35:00+07:00</updated></entry></feed>',
    );
    expect(feed.entries.map((entry) => entry.published)).toEqual([null, '2017-08-02T07:35:00.000Z']);
    expect(feed.problems).toEqual(['entry 1: date "kemarin" cannot be read']);
  });
});

describe('fields of an entry', () => {
  test('dates are read as printed, without a zone in Jakarta time', async () => {
    const dated = (date: string) => item('Satu', '/1', `<pubDate>${date}</pubDate>`);
    const feed = await read(
      rss(
        dated('Rabu, 2 Agustus 2017 14:35 WIB') + dated('2017-08-02 14:35:00') + dated('Wed, 02 Aug 2017 07:35:00 GMT'),
      ),
    );
    expect(new Set(feed.entries.map((entry) => entry.published))).toEqual(new Set(['2017-08-02T07:35:00.000Z']));
  });
  test('a guid is an address only where there is no link', async () => {
    const feed = await read(
      rss(
        '<item><title>Satu</title><guid>https://contoh.id/1</guid></item>' +
          item('Dua', '/2', '<guid isPermaLink="false">2</guid>'),
      ),
    );
    expect(feed.entries.map(({ link, guid }) => [link, guid])).toEqual([
      ['https://contoh.id/1', 'https://contoh.id/1'],
      ['https://contoh.id/2', '2'],
    ]);
  });
  test('xml:base is honoured, on the feed and on the entry', async () => {
    const feed = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lain.id/a/"><entry><title>Satu</title><link href="1"/></entry><entry xml:base="b/"><title>Dua</title><link href="2"/></entry></feed>',
    );
    expect(feed.entries.map((entry) => entry.link)).toEqual(['https://lain.id/a/1', 'https://lain.id/a/b/2']);
  });
  test('a summary is text, without its picture', async () => {
    const feed = await read(
      rss(
        item(
          'Satu',
          '/1',
          '<description><![CDATA[<img src="x.jpg" align="left"/>Menteri <b>meminta</b> data.]]></description>',
        ),
      ),
    );
    expect(feed.entries[0]?.summary).toBe('Menteri meminta data.');
  });
});

describe('what is no feed says what it is', () => {
  test.each([
    ['<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>x</body></html>', 'HTML page'],
    ['', 'empty'],
    ['{"a":1}', 'not a JSON Feed'],
    ['{"items":[', 'cannot be parsed'],
    ['halo', 'not a feed'],
  ])('%s', async (text, problem) => {
    const feed = await read(text);
    expect(feed.format).toBeNull();
    expect(feed.entries).toEqual([]);
    expect(feed.problems.join()).toContain(problem);
  });
  test('a sitemap index names its sitemaps', async () => {
    const feed = await read('<sitemapindex><sitemap><loc>/peta-1.xml</loc></sitemap></sitemapindex>');
    expect(feed.sitemaps).toEqual(['https://contoh.id/peta-1.xml']);
    expect(feed.entries).toEqual([]);
  });
});

describe('hostile documents', () => {
  test('of the entities a feed declares only plain text is used: none that refers to others, none in a file', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY e "&#233;">]>${rss(item('Satu &a;&e; &b;&c;&f;', '/1'))}`;
    expect(await titles(bomb)).toEqual(['Satu haé &b;&c;&f;']);
  });
  test('a megabyte of opened elements ends', async () => {
    const feed = await read(`<rss><channel>${'<a></b>'.repeat(150_000)}`);
    expect(feed.entries).toEqual([]);
  });
});

test('a charset in the declaration is believed where the bytes are not UTF-8', async () => {
  const xml = Buffer.from(
    '<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><item><title>\u0093Tegas\u0094</title><link>/1</link></item></channel></rss>',
    'latin1',
  );
  expect((await read(xml)).entries[0]?.title).toBe('“Tegas”');
});

test('any text around and in a feed: no error, no hang', async () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<!DOCTYPE [',
      '&',
      '&#0;',
      '<entry>',
      '<feed>',
      '{"items":[',
      '<link href="',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const feed = await read(pieces.join(''));
      expect(Array.isArray(feed.entries)).toBe(true);
    }),
    { seed: 11, numRuns: process.env.TAGIH_LONG ? 10_000 : 300 },
  );
});
