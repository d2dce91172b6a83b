import vm from 'node:vm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { extract } from '../../lambda/extract/extract.ts';
import { reportsInPile, toPileArticle } from '../../lambda/ledger/follow.ts';
import { featuresOf } from '../../lambda/ledger/model/features.ts';
import { partition } from '../../lambda/ledger/model/join.ts';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import { readFeed } from '../../lambda/read/feed.ts';
import { readPage } from '../../lambda/read/page.ts';
import { said } from '../ledger/articles.ts';
import { attacksOn, drawnOut } from './attacks.ts';
import { builtDuring, type Found, literals } from './regexes.ts';

const SITE = 'https://www.medcom.id/a/b1234567-c';
const long = process.env.TAGIH_LONG === '1';
/** Every room that sees text from outside. */
const ROOMS = ['read', 'extract', 'crawl', 'ledger', 'alert', 'api'];
/** Characters of a text, each four times the one before. Squares cost sixteen times as much from step to step. */
const SIZES = long ? [1000, 4000, 16_000, 64_000, 256_000, 1_024_000] : [1000, 4000, 16_000];
const MOST_GROWTH = 8;
/** What takes less is not measured, in milliseconds. */
const MEASURABLE_MS = long ? 40 : 10;
/** What is longer is measured again so many times. */
const AGAIN = 5;
/** Longer over a thousand characters is no linear cost, nor a square one. */
const HOPELESS_MS = long ? 10_000 : 1500;

/**
 * Milliseconds of work by two clocks. That on the wall never shows less than was spent, but more where the machine is
 * busy. This thread's own time is not lengthened by others, but many kernels charge it by ticks of 4 to 10 ms: a short
 * work is charged none or a whole one, and is told right only on average.
 */
function timed(work: () => void): { wall: number; own: number } {
  const before = process.threadCpuUsage();
  const began = performance.now();
  work();
  const wall = performance.now() - began;
  const { user, system } = process.threadCpuUsage(before);
  return { wall, own: (user + system) / 1000 };
}

const spent = (work: () => void): number => {
  const { wall, own } = timed(work);
  return Math.min(wall, own);
};

/** As often as it is found in the text: more than any caller asks of it. */
const everywhere = ({ source, flags }: Found): RegExp => new RegExp(source, `${flags.replace(/[gy]/g, '')}g`);

const context = vm.createContext({});
const allOnce = new vm.Script('for (const text of texts) text.replace(re, "")');

/** What is wrong with an expression's growth, or null. */
function flaw(found: Found): string | null {
  const re = everywhere(found);
  const attacks = attacksOn(found);
  // First where it can be broken off: what grows exponentially would never come back.
  Object.assign(context, { re, texts: attacks.map((attack) => drawnOut(attack, SIZES[0]!)) });
  try {
    allOnce.runInContext(context, { timeout: HOPELESS_MS });
  } catch {
    return `${found.file}: ${re} does not end on a thousand characters`;
  }
  for (const attack of attacks) {
    const cost = (size: number) => {
      const text = drawnOut(attack, size);
      return timed(() => text.replace(re, ''));
    };
    let shorter = cost(SIZES[0]!).wall;
    for (const size of SIZES.slice(1)) {
      const { wall, own } = cost(size);
      const taken = { wall, own: [own] };
      // The first time pays for what happened to be in the way, and a busy machine for others at any time.
      for (let again = 0; again < AGAIN && taken.wall > MEASURABLE_MS; again++) {
        shorter = Math.min(shorter, cost(size / 4).wall);
        const { wall, own } = cost(size);
        taken.wall = Math.min(taken.wall, wall);
        taken.own.push(own);
      }
      // Never less than was spent on the shorter text, and as little as can be on the longer: such growth is no clock's.
      const longer = Math.min(taken.wall, taken.own.reduce((sum, one) => sum + one) / taken.own.length);
      if (longer > Math.max(MEASURABLE_MS, shorter * MOST_GROWTH)) {
        return `${found.file}: ${re} takes ${shorter.toFixed(1)} ms, then ${longer.toFixed(1)} ms for four times ${JSON.stringify(attack)}`;
      }
      shorter = taken.wall;
    }
  }
  return null;
}

/** What something costs, measured again where that is too much: what else runs on the machine may have had its part in it. */
function least(cost: () => number, enough: number): number {
  let found = cost();
  for (let again = 0; again < 2 && found >= enough; again++) found = Math.min(found, cost());
  return found;
}

describe('regular expressions', () => {
  const { found, built } = literals(ROOMS);
  let made: Found[] = [];
  beforeAll(async () => {
    // What this file has loaded already was built before anybody looked.
    vi.resetModules();
    made = await builtDuring(async () => {
      await import('../../lambda/api/router.ts');
      await import('../../lambda/api/commitments.ts');
      await import('../../lambda/crawl/ingest.ts');
      await import('../../lambda/ledger/store/place.ts');
      await import('../../lambda/ledger/follow.ts');
      const { readPage } = await import('../../lambda/read/page.ts');
      readPage(Buffer.from('<div class="article"><p>a</p></div>'), { url: 'https://www.medcom.id/a/b1234567-c' });
      const { readFeed } = await import('../../lambda/read/feed.ts');
      await readFeed(Buffer.from('<rss><channel><item><title>a</title><link>http://a.test/b</link>'), {
        url: 'http://a.test/',
      });
    });
  });

  test('that are put together from data are all seen by this test', () => {
    expect([...new Set(made.map(({ file }) => file))].filter((file) => built.includes(file)).sort()).toEqual(built);
  });

  test.each(ROOMS)(
    'of %s take time in proportion to the text, whatever the text',
    (room) => {
      const all = [...found, ...made].filter(({ file }) => file.startsWith(`lambda/${room}/`));
      expect(all.length).toBeGreaterThan(5);
      expect(all.map(flaw).filter((wrong) => wrong !== null)).toEqual([]);
    },
    1_800_000,
  );

  test('that do not are found out', () => {
    for (const source of ['\\s+$', '(a|a)*$', '<[^>]*>', '"(?:[^"\\\\]|\\\\.)*"']) {
      expect(flaw({ source, flags: 's', file: 'here' }), source).not.toBeNull();
    }
  });
});

const DIGITS = ['ba', 'ri', 'ko', 'mu', 'te', 'la', 'so', 'di', 'na', 'gu'];
/** A name of letters for each number. */
const nameOf = (letter: string, n: number): string => letter + [...String(n)].map((d) => DIGITS[Number(d)]).join('');

describe('the whole extractor takes time in proportion to the text, whatever the text', () => {
  const whole = long ? 1_000_000 : 24_000;
  test.each([
    ['without a space', 'kominfo'],
    ['of capitals', 'OJK'],
    ['of one word glued to itself', 'Metaakan'],
    [
      'of ever other names glued to a link',
      (n: number) => `${nameOf('R', n)} ${nameOf('Z', n)} hadir. ${nameOf('R', n)} ${nameOf('Z', n)}dan lain. `,
    ],
    ['of quotes', '"'],
    ['of opened quotations', '“Kami akan '],
    ['of figures', '1234567890 '],
    ['of dates', '17/8/2025 '],
    ['of deadlines', 'paling lambat '],
    ['of nested parentheses', '(('],
    ['of parentheses that close', '()'],
    ['of white space', ' '],
    ['of empty lines', '\n'],
    ['of full stops', '. '],
    ['of commitments', 'Kominfo akan memblokir Telegram paling lambat 17 Agustus 2025. '],
    ['of one sentence of commitments', 'Kominfo akan memblokir Telegram paling lambat 17 Agustus 2025, dan '],
    ['of one sentence of acts without a marker', '"Yang nakal kami tutup dan kami bayar dan '],
    ['of conditions', 'Jika tidak patuh, kata Budi, '],
    ['of links', 'Baca juga: '],
    ['of links in brackets', 'besok (Baca juga: Komdigi Akan Blokir '],
    ['of links that run into sentences', 'Baca juga: Komdigi Akan Blokir Nusachat Menurut dia, OJK siap '],
    ['of names', 'Menteri Budi Santoso, '],
    ['of namesakes who are called by the name that they share', (n: number) => `Rini ${nameOf('B', n)}, Rini, `],
    ['of letters beyond the plane', '𝐀'],
    ['of marks without a letter', '\u0301'],
    ['of one promise by ever others', (n: number) => `PT ${nameOf('Z', n)} akan memblokir PT ${nameOf('V', n)}. `],
    [
      'of ever other promises by ever others',
      (n: number) => `PT ${nameOf('Z', n)} akan membayar PT ${nameOf('V', n)} paling lambat ${(n % 28) + 1} Mei 2026. `,
    ],
    [
      'of promises in the words of ever others',
      (n: number) => `"Kami akan membayar denda pada ${(n % 28) + 1} Mei 2026," kata Direktur PT ${nameOf('Z', n)}. `,
    ],
    [
      'of clauses that name nobody, behind a name',
      (n: number) => (n === 0 ? 'Menteri Budi Santoso hadir. ' : 'Kami akan menutup situs pada 17 Agustus 2025. '),
    ],
  ])(
    '%s',
    (_, unit) => {
      const cost = (size: number): number => {
        let text = typeof unit === 'string' ? unit.repeat(Math.ceil(size / unit.length)) : '';
        if (typeof unit !== 'string') for (let n = 0; text.length < size; n++) text += unit(n);
        text = text.slice(0, size);
        return spent(() => extract({ text, published: '2025-08-01', title: text.slice(0, 200) }));
      };
      cost(whole / 16);
      const small = Math.max(cost(whole / 4), cost(whole / 4));
      expect(least(() => cost(whole), small * MOST_GROWTH + 50)).toBeLessThan(small * MOST_GROWTH + 50);
    },
    600_000,
  );
});

describe('what an article of a pile tells is read in time in proportion to its text', () => {
  const whole = long ? 256_000 : 24_000;
  test.each([
    ['of ends', 'Kominfo sudah memblokir Telegram pada 17 Juli 2025. '],
    ['of what is not yet', 'Denda itu belum juga dibayar, dua dari tiga '],
    ['of parts', 'baru dua dari dari 12 dari '],
    ['of short sentences', 'Sudah. '],
  ])(
    '%s',
    (_, unit) => {
      const cost = (size: number): number => {
        const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
        const published = '2025-08-01T10:00:00+07:00';
        const article = toPileArticle({
          id: 'a',
          url: 'https://a.example/a',
          outlet: 'a',
          published,
          title: 'Kabar',
          text,
        });
        return spent(() => reportsInPile(article));
      };
      cost(whole / 16);
      const small = Math.max(cost(whole / 4), cost(whole / 4));
      expect(least(() => cost(whole), small * MOST_GROWTH + 50)).toBeLessThan(small * MOST_GROWTH + 50);
    },
    600_000,
  );
});

describe('joining the mentions of a block', () => {
  /** Promises of one authority and kind, in few words and on few days: nearly all are like nearly all. */
  const mentionsOf = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      said(
        [
          `mencabut izin ${['pinjol', 'bank', 'asuransi', 'bursa'][n % 4]}${n % 3 === 0 ? ' tahun ini' : ''}`,
          {
            obligor: 'OJK=ojk',
            title: 'OJK Cabut Izin',
            on: `2025-${String(1 + (n % 12)).padStart(2, '0')}-${10 + (n % 18)}`,
          },
        ],
        n,
      ),
    )
      .flatMap((one) => readMentions(one, one.published))
      .map(featuresOf);

  test('takes time by their pairs and no more', () => {
    const [few, many] = long ? [150, 600] : [40, 160];
    const cost = (count: number): number => {
      const all = mentionsOf(count);
      return spent(() => partition(all));
    };
    cost(few!);
    const small = Math.max(cost(few!), cost(few!));
    // Sixteen times as many pairs.
    expect(cost(many!)).toBeLessThan(small * 16 * 2 + 50);
  }, 600_000);
});

describe('reading a page or a feed takes time in proportion to its bytes, whatever they are', () => {
  const whole = long ? 2_000_000 : 160_000;
  const linear = async (body: (size: number) => Buffer, read: (bytes: Buffer) => unknown): Promise<void> => {
    const cost = async (size: number): Promise<number> => {
      const bytes = body(size);
      const before = process.threadCpuUsage();
      await read(bytes);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    };
    await cost(whole / 16);
    const small = Math.max(await cost(whole / 4), await cost(whole / 4));
    expect(await cost(whole)).toBeLessThan(small * MOST_GROWTH + 50);
  };
  const around = (head: string, unit: string) => (size: number) =>
    Buffer.from(head + unit.repeat(Math.ceil(size / unit.length)));
  const HEAD = '<html><head><title>Judul</title></head><body><article><h1>Judul</h1>';

  test.each([
    ['elements that are never closed', HEAD, '<div>'],
    ['elements of two kinds that are never closed', HEAD, '<div><p>a'],
    ['formatting that is never closed', HEAD, '<b><i><p>'],
    ['tables in tables', HEAD, '<table><tr><td>'],
    ['paragraphs', HEAD, '<p>Kalimat yang tidak panjang dan tidak pendek.</p>'],
    ['links', HEAD, '<a href="/berita/a-b-c-1234567">x</a> '],
    ['attributes', `${HEAD}<p `, 'a="b" '],
    ['classes', `${HEAD}<p class="`, 'paywall '],
    ['comments', HEAD, '<!--'],
    ['brackets', HEAD, '<<'],
    ['entities', HEAD, '&amp&'],
    ['meta elements', '<html><head>', '<meta property="og:title" content="a">'],
    ['JSON-LD that never ends', '<html><head><script type="application/ld+json">', '[{"@type":"NewsArticle",'],
    ['line breaks', `${HEAD}<p>`, '<br>a'],
    ['white space', HEAD, ' \n'],
  ])('a page of %s', (_, head, unit) => linear(around(head, unit), (body) => readPage(body, { url: SITE })), 300_000);

  test.each([
    ['items', '<rss><channel>', '<item><title>a</title><link>http://a.test/b</link></item>'],
    ['items that are never closed', '<rss><channel>', '<item><title>a'],
    ['opened titles', '<rss><channel><item>', '<title>'],
    ['CDATA that is never closed', '<rss><channel><item><title>', '<![CDATA['],
    ['entities', '<rss><channel><item><title>', '&a;'],
    ['declared entities', '<!DOCTYPE rss [', '<!ENTITY a "b">'],
    ['JSON that never ends', '{"items":[', '{"a":"\\"'],
  ])('a feed of %s', (_, head, unit) => linear(around(head, unit), (body) => readFeed(body, { url: SITE })), 300_000);
});
