import { describe, expect, test } from 'vitest';
import { readFeed } from '../../lambda/read/feed.ts';
import { CONTAINERS, TITLE_FORMS } from './feed-shapes.ts';

const url = 'https://contoh.id/rss.xml';

describe('every way of writing a title is read, and the entries beside it', () => {
  test.each(CONTAINERS)('in $name', async ({ format, xml }) => {
    for (const form of TITLE_FORMS) {
      if (form.only && form.only !== format) continue;
      const feed = await readFeed(xml(form.xml), { url });
      const read = feed.entries.map(({ title, link }) => [title, link.slice(-2)]);
      expect([form.name, feed.format, ...read]).toEqual([
        form.name,
        format,
        ['Awal', '/1'],
        [form.title, '/2'],
        ['Akhir', '/3'],
      ]);
    }
  });
});

/** What stands in the bytes, for encodings that Node can write; the others are given as bytes. */
const utf16 = (text: string, little: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return little ? bytes : bytes.swap16();
};
const utf32 = (text: string, little: boolean) =>
  Buffer.concat(
    [...text].map((char) => {
      const bytes = Buffer.alloc(4);
      if (little) bytes.writeUInt32LE(char.codePointAt(0) ?? 0);
      else bytes.writeUInt32BE(char.codePointAt(0) ?? 0);
      return bytes;
    }),
  );
const MARK = '\ufeff';
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const bytes = (before: string, title: number[], after: string) =>
  Buffer.concat([latin1(before), Buffer.from(title), latin1(after)]);

const feed = (title: string, encoding = 'utf-8') =>
  `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><item><title>${title}</title><link>${url}</link></item><item><title>Akhir</title></item></channel></rss>`;
const around = (encoding: string): [string, string] => feed('@', encoding).split('@') as [string, string];
const given = (encoding: string, title: number[], declared = encoding) => {
  const [before, after] = around(declared);
  return bytes(before, title, after);
};
/** Bytes of EBCDIC (code page 037) for the characters that the feed above is made of. */
const ebcdic = (text: string) => {
  const table: Record<string, number> = {
    ' ': 0x40,
    '.': 0x4b,
    '<': 0x4c,
    '/': 0x61,
    '>': 0x6e,
    '?': 0x6f,
    ':': 0x7a,
    '=': 0x7e,
    '"': 0x7f,
    '-': 0x60,
  };
  const rows: [string, number][] = [
    ['abcdefghi', 0x81],
    ['jklmnopqr', 0x91],
    ['stuvwxyz', 0xa2],
    ['ABCDEFGHI', 0xc1],
    ['JKLMNOPQR', 0xd1],
    ['STUVWXYZ', 0xe2],
    ['0123456789', 0xf0],
  ];
  for (const [letters, first] of rows)
    [...letters].forEach((letter, i) => {
      table[letter] = first + i;
    });
  return Buffer.from([...text].map((char) => table[char] ?? 0x6f));
};

describe('every encoding is read, whatever the feed or its server say of it', () => {
  test.each<[name: string, bytes: Buffer, title: string, contentType?: string]>([
    ['UTF-8', Buffer.from(feed('Café “é”')), 'Café “é”'],
    ['UTF-8 with a mark', Buffer.from(MARK + feed('Café')), 'Café'],
    ['UTF-8 with two marks', Buffer.from(MARK + MARK + feed('Café')), 'Café'],
    ['UTF-8 said to be Latin 1 by the feed', Buffer.from(feed('Café', 'iso-8859-1')), 'Café'],
    ['UTF-8 said to be Latin 1 by the server', Buffer.from(feed('Café')), 'Café', 'text/xml; charset=iso-8859-1'],
    ['UTF-8 said to be UTF-16', Buffer.from(feed('Café', 'utf-16')), 'Café', 'text/xml; charset=utf-16'],
    ['UTF-8 said to be an encoding nobody knows', Buffer.from(feed('Café', 'x-khayal')), 'Café'],
    ['UTF-8 said to be US-ASCII', Buffer.from(feed('Café', 'us-ascii')), 'Café', 'text/xml'],
    ['UTF-16, low byte first, marked', utf16(MARK + feed('Café', 'utf-16'), true), 'Café'],
    ['UTF-16, high byte first, marked', utf16(MARK + feed('Café', 'utf-16'), false), 'Café'],
    ['UTF-16, low byte first', utf16(feed('Café', 'utf-16le'), true), 'Café'],
    ['UTF-16, high byte first', utf16(feed('Café', 'utf-16be'), false), 'Café'],
    ['UTF-16 said to be UTF-8', utf16(MARK + feed('Café'), true), 'Café', 'text/xml; charset=utf-8'],
    ['UTF-16 with an odd byte at the end', Buffer.concat([utf16(feed('Café'), true), Buffer.from([0x0a])]), 'Café'],
    ['UTF-16 after a line break', utf16(`\n${feed('Café', 'utf-16')}`, true), 'Café'],
    ['UTF-32, low byte first, marked', utf32(MARK + feed('Café', 'utf-32'), true), 'Café'],
    ['UTF-32, high byte first, marked', utf32(MARK + feed('Café', 'utf-32'), false), 'Café'],
    ['UTF-32, low byte first', utf32(feed('Café', 'utf-32'), true), 'Café'],
    ['UTF-32, high byte first', utf32(feed('Café', 'utf-32'), false), 'Café'],
    ['EBCDIC', ebcdic(feed('Izin dicabut', 'cp037')), 'Izin dicabut'],
    [
      'EBCDIC with its own line breaks',
      Buffer.from(ebcdic(feed('Izin dicabut', 'ibm037')).map((b) => (b === 0x6e ? 0x6e : b))),
      'Izin dicabut',
    ],
    ['Latin 1', given('iso-8859-1', [0x43, 0xe9]), 'Cé'],
    ['Latin 1 said by the server only', given('', [0x43, 0xe9], ''), 'Cé', 'application/rss+xml; charset="ISO-8859-1"'],
    ['windows-1252', given('windows-1252', [0x93, 0x43, 0x94]), '“C”'],
    ['windows-1252 said to be Latin 1', given('iso-8859-1', [0x93, 0x43, 0x94]), '“C”'],
    ['windows-1252 said to be UTF-8', given('utf-8', [0x93, 0x43, 0x94]), '“C”'],
    ['windows-1252 said to be US-ASCII', given('us-ascii', [0x93, 0x43, 0x94]), '“C”'],
    [
      'windows-1252 that says nothing',
      latin1('<rss><channel><item><title>C\u0092</title></item><item><title>Akhir</title></item></channel></rss>'),
      'C’',
    ],
    ['KOI8-R', given('koi8-r', [0xcd, 0xc9, 0xd2]), 'мир'],
    ['windows-1251', given('windows-1251', [0xec, 0xe8, 0xf0]), 'мир'],
    ['Shift JIS', given('shift_jis', [0x93, 0xfa, 0x96, 0x7b]), '日本'],
    ['EUC-JP', given('euc-jp', [0xc6, 0xfc, 0xcb, 0xdc]), '日本'],
    ['ISO-2022-JP', given('iso-2022-jp', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]), '日本'],
    ['Big5', given('big5', [0xa4, 0xa4]), '中'],
    ['GB 2312', given('gb2312', [0xd6, 0xd0]), '中'],
    ['EUC-KR', given('euc-kr', [0xc7, 0xd1]), '한'],
    ['Macintosh', given('macintosh', [0x43, 0x8e]), 'Cé'],
    ['code page 866', given('ibm866', [0xac, 0xa8, 0xe0]), 'мир'],
  ])('%s', async (_, body, title, contentType) => {
    const read = await readFeed(body, { url, ...(contentType ? { contentType } : {}) });
    expect(read.entries.map((entry) => entry.title)).toEqual([title, 'Akhir']);
  });
});
