/**
 * Dates as publishers print them, in Indonesian and English, and as their feeds and meta elements write them.
 * `new Date` is no use for it: it swaps day and month, reads a date without a zone as UTC on a server, rolls 31 June
 * over to July, and does not know Mei, Agustus, Oktober or Desember.
 */
import { FIXED_ZONES, MONTHS, ZONES } from './dates.data.ts';
import { siteById } from './sites.ts';

export interface PrintedDateOptions {
  /** IANA zone of a date without one; otherwise the outlet's, otherwise Asia/Jakarta. */
  zone?: string;
  /** Id of the outlet that prints it. */
  outlet?: string;
}

const DEFAULT_ZONE = 'Asia/Jakarta';
const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Hours and minutes, 14:35 or 14.35, with seconds, and a.m. or p.m. */
const CLOCK = String.raw`(?<h>\d{1,2})(?:[:.](?<mi>\d{2})(?:[:.](?<s>\d{2})(?:[.,]\d{1,9})?)?\s{0,3}(?<half>[ap]\.?m\b\.?)?|\s{0,3}(?<half2>[ap]\.?m\b\.?))`;
const ZONE = String.raw`(?:\s{0,3}\(?(?:(?<zn>wib|wita|wit|utc|gmt|ut|z|sgt|myt|hkt|jst|ict|ist|bst|cet|cest|[ecmp][sd]t|ae[sd]t)\b)?\s{0,2}(?<off>[+-]\d{1,2}(?::?\d{2})?(?!\d))?)?`;
/** What may stand between a date and its time of day. */
const GAP = String.raw`(?:[\s,|.;()•·∙/–—-]|\b(?:at|pukul|pkl|jam)\b\.?){0,8}`;
const AFTER = `(?:${GAP}T?${CLOCK}${ZONE})?`;

interface Form {
  /** Reads the whole of a date; named groups `d`, `m` (number) or `mon` (name), `y`, and those of the clock. */
  pattern: RegExp;
}

/** Tried in this order; the first that matches decides. */
const FORMS: readonly Form[] = [
  // 2021-07-18T18:52:00+07:00, 2026/06/05 20:30:23, 2026-03-26
  { pattern: form(String.raw`(?<!\d)(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)${AFTER}`) },
  // 20210718T185200Z
  {
    pattern: form(
      String.raw`(?<!\d)(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})T(?<h>\d{2}):?(?<mi>\d{2})(?::?(?<s>\d{2}))?${ZONE}`,
    ),
  },
  // Rabu, 2 Agustus 2017 | 14:35 WIB; Sun, 15 Mar 2020 15:51:04 +0700; 16-Jun-15
  {
    pattern: form(
      String.raw`(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th)?[\s.,/-]{1,4}(?<mon>${MONTH})\b[\s.,/'’-]{1,4}(?<y>\d{4}|\d{2})(?!\d)${AFTER}`,
    ),
  },
  // Wed Aug 02 14:35:00 +0700 2017; Wed Aug  2 14:35:00 WIB 2017
  {
    pattern: form(
      String.raw`\b(?<mon>${MONTH})\b\.?\s{1,3}(?<d>\d{1,2})\s{1,3}${CLOCK}${ZONE}\s{1,3}(?<y>\d{4})(?!\d)`,
    ),
  },
  // August 14, 2017 2:35 pm; Fri Aug 29 2025 14:08:00 GMT+0700
  {
    pattern: form(
      String.raw`\b(?<mon>${MONTH})\b\.?\s{1,3}(?<d>\d{1,2})(?:st|nd|rd|th)?[\s,]{1,4}(?<y>\d{4})(?!\d)${AFTER}`,
    ),
  },
  // Kamis, 05/11/2015 09:25 WIB; 20/1/2026 18:30. The day comes first in Indonesia, always.
  { pattern: form(String.raw`(?<!\d)(?<d>\d{1,2})[/.-](?<m>\d{1,2})[/.-](?<y>\d{4}|\d{2})(?!\d)${AFTER}`) },
];

/** A time of day printed before its date: "14:35 WIB, 2 Agustus 2017". */
const CLOCK_FIRST = new RegExp(`(?<!\\d)${CLOCK}${ZONE}[\\s,|–—-]{0,4}(?:[a-z']{4,9},?\\s{0,3})?$`, 'iu');
/** Where two dates are printed, the one after such a word is the date of publication. */
const PUBLISHED_LABEL = /\b(?:terbit|diterbitkan|dipublikasikan|tayang|published|dibuat|posted)\b[^\d]{0,20}/iu;

function form(source: string): RegExp {
  return new RegExp(source, 'iu');
}

/**
 * Reads a printed date.
 * @returns the instant meant, as `YYYY-MM-DDTHH:MM:SS.000Z`; null for what is no date, is relative ("2 jam lalu"), or
 * cannot be (31 June, 25:00). A date without a time is its first moment.
 */
export function parsePrintedDate(text: string, options: PrintedDateOptions = {}): string | null {
  const plain = text.slice(0, 400).normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (plain === '') return null;
  const epoch = epochOf(plain);
  if (epoch) return epoch;
  const label = PUBLISHED_LABEL.exec(plain);
  if (label && label.index > 0) {
    const after = readForms(plain.slice(label.index + label[0].length), options);
    if (after !== undefined) return after;
  }
  return readForms(plain, options) ?? null;
}

/** The first form that matches: its instant, null where it names a day that is none; undefined where none matches. */
function readForms(text: string, options: PrintedDateOptions): string | null | undefined {
  for (const { pattern } of FORMS) {
    const match = pattern.exec(text);
    if (!match?.groups) continue;
    let parts = match.groups;
    if (parts.h === undefined) {
      const before = CLOCK_FIRST.exec(text.slice(0, match.index));
      if (before?.groups)
        parts = { ...before.groups, d: parts.d, m: parts.m, mon: parts.mon, y: parts.y } as typeof parts;
    }
    return instantOf(parts, options);
  }
  return undefined;
}

function instantOf(parts: Record<string, string | undefined>, options: PrintedDateOptions): string | null {
  const year = yearOf(parts.y ?? '');
  const month = parts.mon ? (MONTHS[parts.mon.toLowerCase()] ?? 0) : Number(parts.m);
  const day = Number(parts.d);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  let hour = Number(parts.h ?? 0);
  const minute = Number(parts.mi ?? 0);
  const second = Number(parts.s ?? 0);
  const half = (parts.half ?? parts.half2)?.[0]?.toLowerCase();
  if (half && hour <= 12) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  // 24:00 is the end of the day; a leap second is read as the second after it.
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const offset = offsetOf(parts) ?? zoneOffset(options.zone ?? zoneOfOutlet(options.outlet), local);
  if (offset === null) return null;
  return new Date(local - offset * 60_000).toISOString();
}

/** Two digits as RFC 2822 reads them, with the turn of the century where feeds cannot be older. */
function yearOf(digits: string): number {
  const year = Number(digits);
  return digits.length === 2 ? year + (year < 70 ? 2000 : 1900) : year;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Minutes east of UTC that the text itself states, or null. "GMT+7" is east of Greenwich in print. */
function offsetOf(parts: Record<string, string | undefined>): number | null {
  const digits = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(parts.off ?? '');
  if (digits) {
    const minutes = Number(digits[2]) * 60 + Number(digits[3] ?? 0);
    if (minutes <= 14 * 60) return digits[1] === '-' ? -minutes : minutes;
  }
  return parts.zn ? (ZONES[parts.zn.toLowerCase()] ?? null) : null;
}

function zoneOfOutlet(outlet: string | undefined): string {
  return (outlet && siteById(outlet)?.zone) || DEFAULT_ZONE;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Minutes east of UTC of an IANA zone at a local moment; null for a zone that does not exist. */
function zoneOffset(zone: string, local: number): number | null {
  const fixed = FIXED_ZONES[zone];
  if (fixed !== undefined) return fixed;
  let format = formats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    } catch {
      format = null;
    }
    formats.set(zone, format);
  }
  if (!format) return null;
  const name = format.formatToParts(new Date(local)).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name);
  if (!match) return null;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** Seconds or milliseconds since 1970, as some meta elements write them. */
function epochOf(text: string): string | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  const number = Number(text);
  return new Date(text.length === 10 ? number * 1000 : number).toISOString();
}
