import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes, encodingOf } from '../../lambda/read/charset.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))));

/** Little or big endian, with 2 or 4 bytes a character. */
function wide(text: string, size: 2 | 4, little: boolean): number[] {
  return [...text].flatMap((char) => {
    const code = char.codePointAt(0) ?? 0;
    const out = Array.from({ length: size }, (_, i) => (code >>> (8 * i)) & 255);
    return little ? out : out.reverse();
  });
}

describe('the bytes decide where they can', () => {
  test('valid UTF-8 wins over a header and a meta element that say otherwise', () => {
    const page = bytes('<meta charset="iso-8859-1"><p>“Kami tegas”, café</p>');
    expect(decodeBytes(page, 'text/html; charset=windows-1252').text).toContain('“Kami tegas”, café');
  });
  test('a byte order mark wins over everything and is not text', () => {
    expect(decodeBytes(bytes([0xef, 0xbb, 0xbf], 'é'), 'text/html; charset=windows-1252').text).toBe('é');
    expect(decodeBytes(bytes([0xff, 0xfe], wide('é—', 2, true))).text).toBe('é—');
    expect(decodeBytes(bytes([0xfe, 0xff], wide('é—', 2, false))).text).toBe('é—');
    expect(decodeBytes(bytes([0xff, 0xfe, 0, 0], wide('é😀', 4, true))).text).toBe('é😀');
  });
  test('wide characters are seen without a mark', () => {
    expect(decodeBytes(bytes(wide('<rss>é', 2, true))).text).toBe('<rss>é');
    expect(decodeBytes(bytes(wide('<rss>é', 2, false))).text).toBe('<rss>é');
    expect(decodeBytes(bytes(wide('<rss>é', 4, false))).text).toBe('<rss>é');
  });
  test('UTF-8 cut in the middle of a character is still UTF-8', () => {
    expect(decodeBytes(bytes('<p>café'.repeat(3), [0xc3]))).toEqual({ text: '<p>café'.repeat(3), encoding: 'utf-8' });
  });
  test('a stray windows-1252 byte in UTF-8 is read, and the rest stays', () => {
    expect(decodeBytes(bytes('<p>café kata ', [0x93], 'Kominfo', [0x94], '</p>')).text).toBe(
      '<p>café kata “Kominfo”</p>',
    );
  });
});

describe('what is not UTF-8 is read by what is declared', () => {
  test.each([
    ['header', [0x93, 0xe9, 0x94], 'text/html; charset="Windows-1252"', '', '“é”'],
    [
      'meta element',
      [0xfe, 0xf0],
      undefined,
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-9">',
      'şğ',
    ],
    ['XML declaration', [0xef, 0xf0, 0xe8], undefined, "<?xml version='1.0' encoding='windows-1251'?>", 'при'],
    ['label nobody listed', [0xe9], 'text/html; charset=latin-1', '', 'é'],
  ] as const)('%s', (_, raw, contentType, head, text) => {
    expect(decodeBytes(bytes(head, [...raw]), contentType).text).toBe(head + text);
  });
  test('a header that cannot be right gives way to the document', () => {
    const page = bytes('<meta charset="windows-1252">', [0x93, 0x61, 0x94]);
    expect(decodeBytes(page, 'text/html; charset=utf-8').text).toContain('“a”');
  });
  test('without a declaration, windows-1252; with a language, what is usual there', () => {
    expect(decodeBytes(bytes('caf', [0xe9])).text).toBe('café');
    expect(decodeBytes(bytes('<html lang="ja">', [0x93, 0xfa, 0x96, 0x7b])).text).toBe('<html lang="ja">日本');
  });
});

test('labels are known by many names, and unknown ones are null', () => {
  expect(encodingOf(' "UTF8" ')).toBe('utf-8');
  expect(encodingOf('shift-jis')).toBe('shift_jis');
  expect(encodingOf('x-nonsense')).toBeNull();
});

test('any bytes give a text; any text as UTF-8 gives itself', () => {
  const runs = { seed: 7, numRuns: process.env.TAGIH_LONG ? 20_000 : 300 };
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (raw, label) => {
      expect(typeof decodeBytes(raw, `text/html; charset=${label}`).text).toBe('string');
    }),
    runs,
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      expect(decodeBytes(bytes('a', text)).text).toBe(`a${text}`);
    }),
    runs,
  );
});
