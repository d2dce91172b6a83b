import { describe, expect, test } from 'vitest';
import { feedRow, readRow } from '../../lambda/read/batch.ts';
import { page, paragraphs, TEXT } from './pages.ts';

const HTML = page(
  `<article><h1>Platform Diminta Buka Kantor Perwakilan</h1>${paragraphs()}</article>`,
  '<meta name="author" content="Nama Penulis">',
);
const XML =
  '<rss version="2.0"><channel><item><title>Satu</title><link>/1</link><pubDate>Rabu, 2 Agustus 2017 14:35 WIB</pubDate><description>Ringkasan</description></item></channel></rss>';

describe('a row of pages', () => {
  const expected = {
    id: 'x',
    title: 'Platform Diminta Buka Kantor Perwakilan',
    published: null,
    byline: 'Nama Penulis',
    text: TEXT,
    canonicalUrl: 'https://contoh.id/a',
  };
  test('characters or bytes give exactly the members of the contract', async () => {
    const row = { id: 'x', url: 'https://contoh.id/a' };
    expect(await readRow({ ...row, html: HTML })).toEqual(expected);
    expect(await readRow({ ...row, htmlBase64: Buffer.from(HTML).toString('base64'), contentType: null })).toEqual(
      expected,
    );
  });
  test('the header of the answer decides a charset that the page does not', async () => {
    const bytes = Buffer.from(
      HTML.replace('<meta charset="utf-8">', '').replace('Nama Penulis', 'Andr\u00e9'),
      'latin1',
    );
    const row = {
      id: 'x',
      url: 'https://contoh.id/a',
      htmlBase64: bytes.toString('base64'),
      contentType: 'text/html; charset=iso-8859-1',
    };
    expect(await readRow(row)).toMatchObject({ byline: 'André' });
  });
});

test('a row of feeds gives exactly the members of the contract', async () => {
  const expected = {
    id: 1,
    format: 'rss',
    entries: [
      { title: 'Satu', link: 'https://contoh.id/1', published: '2017-08-02T07:35:00.000Z', summary: 'Ringkasan' },
    ],
    problems: [],
  };
  expect(await feedRow({ id: 1, url: 'https://contoh.id/rss', xml: XML })).toEqual(expected);
  expect(
    await feedRow({ id: 1, url: 'https://contoh.id/rss', xmlBase64: Buffer.from(XML).toString('base64') }),
  ).toEqual(expected);
});

describe('a bad row says what is wrong with it', () => {
  test.each([
    [{ id: 'x', html: HTML }, '"url" must be a string'],
    [{ id: 'x', url: 'https://contoh.id/' }, '"html" or "htmlBase64" must be a string'],
    [{ id: 'x', url: 'https://contoh.id/', htmlBase64: 'é!' }, '"htmlBase64" is not base64'],
    [{ id: 'x', url: 'https://contoh.id/', html: HTML, contentType: 4 }, '"contentType" must be a string'],
  ])('%j', async (row, message) => {
    await expect(readRow(row)).rejects.toThrow(message);
  });
  test('a feed row without a feed', async () => {
    await expect(feedRow({ id: 'x', url: 'https://contoh.id/' })).rejects.toThrow(
      '"xml" or "xmlBase64" must be a string',
    );
  });
});
