import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleKey, canonicalUrl, outletOf, registrableHost, resolveUrl } from '../../lambda/read/url.ts';

describe('addresses of one article in another dress are one', () => {
  test.each([
    [
      'https://www.medcom.id/nasional/politik/zNP4jjAN-judul-berita?utm_source=x&fbclid=1#komentar',
      'https://www.medcom.id/nasional/politik/zNP4jjAN-judul-berita',
    ],
    [
      'http://m.medcom.id/nasional/politik/zNP4jjAN-judul-berita',
      'https://www.medcom.id/nasional/politik/zNP4jjAN-judul-berita',
    ],
    [
      'https://nasional.kompas.com/read/2017/08/02/14350001/judul?page=all#page2',
      'https://nasional.kompas.com/read/2017/08/02/14350001/judul',
    ],
    [
      'https://news.detik.com/berita/d-3584931/judul-berita?single=1',
      'https://news.detik.com/berita/d-3584931/judul-berita',
    ],
    ['https://opera.liputan6.com/news/read/3040404/judul', 'https://www.liputan6.com/news/read/3040404/judul'],
    [
      'https://www.suara.com/amp/news/2025/08/29/140812/judul-berita',
      'https://www.suara.com/news/2025/08/29/140812/judul-berita',
    ],
    [
      'https://www.google.com/amp/s/www.suara.com/amp/news/2025/08/29/140812/judul-berita',
      'https://www.suara.com/news/2025/08/29/140812/judul-berita',
    ],
    [
      'https://www-contoh-id.cdn.ampproject.org/c/s/www.contoh.id/berita/panjang/amp/',
      'https://www.contoh.id/berita/panjang',
    ],
    ['https://contoh.co.id/satu-dua-tiga-empat?page=2', 'https://contoh.co.id/satu-dua-tiga-empat'],
    ['https://m.contoh.co.id/a?b=2&a=1', 'https://www.contoh.co.id/a?a=1&b=2'],
    ['https://www.inews.id/news/nasional/satu-dua-tiga/all', 'https://www.inews.id/news/nasional/satu-dua-tiga'],
    ['//contoh.id/a', 'https://contoh.id/a'],
    ['http:/contoh.id/a', 'http://contoh.id/a'],
    ['https://http://contoh.id/a', 'http://contoh.id/a'],
    ['HTTP://Contoh.ID:80/A', 'http://contoh.id/A'],
  ])('%s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
  });
});

describe('what may name another page stays', () => {
  test.each([
    'https://contoh.id/index.php?id=4&page=3',
    'https://contoh.id/cari?ref=undang-undang',
    'https://contoh.id/lihat?source=kementerian',
    'http://127.0.0.1:8080/a?x=1',
    'https://contoh.id/a#!/berita/4',
  ])('%s', (url) => {
    expect(canonicalUrl(url)).toBe(url);
  });
});

describe('the key of an article outlives its slug, section and host', () => {
  test.each([
    [
      'https://www.medcom.id/nasional/zNP4jjAN-judul-lama',
      'https://m.medcom.id/teknologi/zNP4jjAN-judul-baru',
      'medcom:zNP4jjAN',
    ],
    [
      'https://www.metrotvnews.com/read/kWDCxQB7-judul',
      'https://www.metrotvnews.com/read/kWDCxQB7-judul-lain',
      'metrotvnews:kWDCxQB7',
    ],
    [
      'https://news.detik.com/read/2015/11/05/092500/3062445/10/judul',
      'https://m.detik.com/news/berita/d-3062445/judul',
      'detik:3062445',
    ],
    [
      'https://nasional.kompas.com/read/2017/08/02/14350001/a',
      'https://amp.kompas.com/nasional/read/2017/08/02/14350001/b?page=all',
      'kompas:2017/08/02/14350001',
    ],
    [
      'https://satu.tempo.co/ekonomi/judul-berita-1815296',
      'https://www.tempo.co/ekonomi/judul-baru-1815296',
      'tempo:1815296',
    ],
    [
      'https://www.cnnindonesia.com/teknologi/20170802143500-185-231234/judul',
      'http://www.cnnindonesia.com/nasional/20170802143500-185-231234/lain',
      'cnnindonesia:20170802143500-185-231234',
    ],
    [
      'https://www.liputan6.com/news/read/3040404/judul',
      'https://www.liputan6.com/amp/3040404/judul',
      'liputan6:3040404',
    ],
    [
      'https://nasional.okezone.com/read/2017/02/17/337/1621159/judul',
      'https://m.okezone.com/read/2017/02/17/337/1621159/lain',
      'okezone:1621159',
    ],
  ])('%s', (one, other, key) => {
    expect(articleKey(one)).toBe(key);
    expect(articleKey(other)).toBe(key);
  });
  test('ids of one agency in two towns are two articles', () => {
    expect(articleKey('https://bali.antaranews.com/berita/1234/a')).not.toBe(
      articleKey('https://jatim.antaranews.com/berita/1234/a'),
    );
  });
  test('a section of a publisher is no key', () => {
    expect(articleKey('https://www.medcom.id/nasional/presiden-hari-ini')).toBe('medcom.id/nasional/presiden-hari-ini');
  });
  test('without a known key, scheme, www and a last slash do not matter', () => {
    expect(articleKey('http://www.contoh.id/a/b/')).toBe(articleKey('https://contoh.id/a/b'));
  });
});

describe('outlets', () => {
  test.each([
    ['https://news.detik.com/a', 'detik'],
    ['https://www.komdigi.go.id/berita/siaran-pers/detail/x', 'komdigi'],
    ['https://blog.contoh.co.id/a', 'contoh.co.id'],
    ['bukan alamat', ''],
  ])('%s is of %s', (url, outlet) => {
    expect(outletOf(url)).toBe(outlet);
  });
  test.each([
    ['www.bi.go.id', 'bi.go.id'],
    ['a.b.contoh.com', 'contoh.com'],
    ['contoh.id', 'contoh.id'],
    ['10.0.0.1', '10.0.0.1'],
  ])('registrable part of %s', (host, part) => {
    expect(registrableHost(host)).toBe(part);
  });
});

test('links are resolved against the page they are on', () => {
  expect(resolveUrl('/a b', 'https://contoh.id/x/y')).toBe('https://contoh.id/a%20b');
  expect(resolveUrl('//lain.id/a', 'https://contoh.id/')).toBe('https://lain.id/a');
  expect(resolveUrl('http://[', 'https://contoh.id/')).toBe('http://[');
});

test('any text: no error, and the canonical address of a canonical address is itself', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      'https://',
      'http:/',
      '//',
      'www.',
      'm.',
      'amp.',
      'kompas.com',
      'contoh.co.id',
      '/amp/',
      '/read/2017/08/02/14350001/a-b-c-d',
      '?page=all',
      '&page=2',
      '?amp',
      '&utm_source=x',
      '#!/a',
      ':80',
      '/all',
      '%',
      '..',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const once = canonicalUrl(text);
      expect(canonicalUrl(once)).toBe(once);
      expect(typeof articleKey(text)).toBe('string');
      expect(typeof outletOf(text)).toBe('string');
    }),
    { seed: 5, numRuns: process.env.TAGIH_LONG ? 50_000 : 500 },
  );
});
