/**
 * Bytes to characters. The order of trust: a byte order mark; bytes that are valid UTF-8 (a page can say anything, but
 * text in another encoding is not valid UTF-8 by chance); the HTTP header; what the document says of itself; content.
 */
import { ASCII_DECLARATION_BYTES, EBCDIC, LABELS, LANGUAGE_ENCODINGS } from './charset.data.ts';

export interface Decoded {
  text: string;
  /** The WHATWG name of the encoding used, or `utf-32`, `ebcdic`, `mixed` (UTF-8 with stray windows-1252 bytes). */
  encoding: string;
}

/**
 * Decodes a feed or a page.
 * @param contentType the `Content-Type` header, for its `charset`
 * @throws nothing: every byte sequence gives a text
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): Decoded {
  const marked = decodeMarked(bytes);
  if (marked) return marked;
  const header = headerCharset(contentType);
  const declared = declaredCharset(bytes);
  const wide = wideWithoutMark(bytes);
  if (wide) return wide;
  const ascii = isAscii(bytes);
  if (ascii) {
    // Escape sequences of ISO-2022-JP are ASCII bytes.
    const stateful = [header, declared].find((name) => name === 'iso-2022-jp');
    const text = (stateful && bytes.includes(0x1b) && strict(bytes, stateful)) || latin1(bytes);
    return { text, encoding: stateful && bytes.includes(0x1b) ? stateful : 'utf-8' };
  }
  const utf8 = strict(bytes, 'utf-8');
  // A lone high byte at the end looks like UTF-8 cut short; only text with whole sequences in it is believed.
  if (utf8 !== null && /[^\u0000-\u007f]/.test(utf8)) return { text: utf8, encoding: 'utf-8' };
  for (const name of [header, declared]) {
    if (!name || name === 'utf-8' || name.startsWith('utf-16')) continue;
    const text = strict(bytes, name);
    if (text !== null) return { text, encoding: name };
  }
  const mended = mendUtf8(bytes);
  if (mended.sequences > 0 && mended.sequences * 3 >= mended.strays) return { text: mended.text, encoding: 'mixed' };
  for (const name of LANGUAGE_ENCODINGS[declaredLanguage(bytes)] ?? []) {
    const text = strict(bytes, name);
    if (text !== null) return { text, encoding: name };
  }
  const name = [header, declared].find((label) => label && label !== 'utf-8' && !label.startsWith('utf-16'));
  const encoding = name ?? 'windows-1252';
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** The WHATWG name behind a charset label, or null for one that nobody knows. */
export function encodingOf(label: string | null | undefined): string | null {
  if (!label) return null;
  const plain = label
    .trim()
    .toLowerCase()
    .replace(/^["'\s]+|(?<!["'\s;])["'\s;]+$/g, '');
  const known = LABELS[plain] ?? plain;
  try {
    return new TextDecoder(known).encoding;
  } catch {
    return null;
  }
}

function headerCharset(contentType: string | undefined): string | null {
  const match = /charset\s*=\s*(?:["']\s*)?([^\s"';,]+)/i.exec(contentType ?? '');
  return encodingOf(match?.[1]);
}

/** What an XML declaration or a `<meta>` near the start says. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, ASCII_DECLARATION_BYTES));
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'>]{1,40})/i.exec(head);
  if (xml) return encodingOf(xml[1]);
  const meta = /<meta[^>]{0,300}?charset\s*=\s*(?:["']\s*)?([\w:.-]{1,40})/i.exec(head);
  return encodingOf(meta?.[1]);
}

function declaredLanguage(bytes: Uint8Array): string {
  const head = latin1(bytes.subarray(0, ASCII_DECLARATION_BYTES));
  return (
    /\blang\s*=\s*["']?([a-z]{2})\b/i.exec(head)?.[1] ??
    /<language>\s*([a-z]{2})/i.exec(head)?.[1] ??
    ''
  ).toLowerCase();
}

function decodeMarked(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const rest = bytes.subarray(3);
    const text = strict(rest, 'utf-8');
    return text === null ? { text: mendUtf8(rest).text, encoding: 'mixed' } : { text, encoding: 'utf-8' };
  }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { text: utf32(bytes, 4, true), encoding: 'utf-32' };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { text: utf32(bytes, 4, false), encoding: 'utf-32' };
  if (a === 0xff && b === 0xfe) return utf16(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return utf16(bytes.subarray(2), 'utf-16be');
  return null;
}

/** Encodings of two or four bytes a character, and EBCDIC, known by how `<` and what follows it look in them. */
function wideWithoutMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes;
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return { text: utf32(bytes, 0, true), encoding: 'utf-32' };
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return { text: utf32(bytes, 0, false), encoding: 'utf-32' };
  if (a === 0x3c && b === 0) return utf16(bytes, 'utf-16le');
  if (a === 0 && b === 0x3c) return utf16(bytes, 'utf-16be');
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) {
    let text = '';
    for (const byte of bytes) text += EBCDIC[byte] ?? '?';
    return { text, encoding: 'ebcdic' };
  }
  return null;
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length & ~1)), encoding };
}

function utf32(bytes: Uint8Array, from: number, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = from; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '?');
  }
  return parts.join('');
}

/** The text, or null where the bytes are not valid in that encoding. A last character cut short is dropped. */
function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/**
 * UTF-8 with foreign bytes in it (a quotation mark pasted from a word processor): what is valid stays, each stray byte
 * is read as windows-1252.
 */
function mendUtf8(bytes: Uint8Array): { text: string; sequences: number; strays: number } {
  const parts: string[] = [];
  const single = new TextDecoder('windows-1252');
  const many = new TextDecoder('utf-8');
  let sequences = 0;
  let strays = 0;
  let good = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      if (length > 1) sequences++;
      at += length;
      continue;
    }
    if (at > good) parts.push(many.decode(bytes.subarray(good, at)));
    parts.push(single.decode(bytes.subarray(at, at + 1)));
    strays++;
    at++;
    good = at;
  }
  if (at > good) parts.push(many.decode(bytes.subarray(good, at)));
  return { text: parts.join(''), sequences, strays };
}

/** Length of the valid UTF-8 sequence at `at`, 0 where there is none (RFC 3629, section 4). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) > 0x7f) return false;
  return true;
}

/** Bytes as the characters of the same number: enough to find declarations in. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
