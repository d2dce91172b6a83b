import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleKeys, entriesWaiting, keyOf } from '../../lambda/crawl/entries.ts';
import { feedOf } from '../../lambda/crawl/feeds.ts';
import { ingestEntry } from '../../lambda/crawl/ingest.ts';
import type { IngestMessage } from '../../lambda/crawl/ingest-message.ts';
import { requeueWaiting } from '../../lambda/crawl/pass.ts';
import { pollFeed } from '../../lambda/crawl/poll.ts';
import { gazetteer, isAuthority } from '../../lambda/extract/actors/gazetteer.ts';
import { listCommitments } from '../../lambda/ledger/store/list.ts';
import { resumePending } from '../../lambda/ledger/store/pending.ts';
import { type TestDb, testDb } from '../engines.ts';
import { numbers } from '../numbers.ts';
import { bench, mortal, type Newsroom, rss, startNewsroom, versionsOf } from './newsroom.ts';

/** Articles in the queue at once: an hour of them in the long run; `TAGIH_LOAD` sets another number. */
const ARTICLES = Number(process.env.TAGIH_LOAD ?? (process.env.TAGIH_LONG ? 100_000 : 150));
const WORKERS = 8;
const A_FEED = 150;
/** Of the deliveries: how many kill their worker, come twice, and are lost on the way. */
const ODDS = { killed: 0.3, twice: 0.2, lost: 0.1 };
/** Requests to the table after which a killed worker falls dead, at most. */
const LAST_REQUEST = 12;
const HOUR = 3_600_000;
const START = Date.parse('2026-08-03T00:00:00Z');

const SITE = 'http://beban.test';
const linkOf = (n: number) => `${SITE}/berita/kabar-nomor-${n}-dari-redaksi`;
const WORDS = ['antrean', 'layanan', 'kantor', 'berkas', 'jaringan', 'gedung', 'loket', 'taman', 'jalan', 'surat'];
const MATTERS = ['pajak', 'data', 'iklan', 'gim', 'satelit', 'pinjaman', 'aset', 'frekuensi', 'konten', 'pembayaran'];
const TEN = [
  'Kementerian Komunikasi dan Digital',
  'Otoritas Jasa Keuangan',
  'Komisi Pengawas Persaingan Usaha',
  'Bank Indonesia',
  'Badan Siber dan Sandi Negara',
  'Kementerian Perdagangan',
  'Bappebti',
  'Kementerian Perhubungan',
  'BPOM',
  'Kementerian Keuangan',
];
/** More articles are news of more authorities: each promises about as much as in 10,000, and not ten times that in a day. */
const AUTHORITIES = [
  ...TEN,
  ...gazetteer.filter(({ id, name, to }) => isAuthority(id) && !to && !TEN.includes(name)).map(({ name }) => name),
].slice(0, Math.max(TEN.length, Math.ceil(ARTICLES / 1000)));
const ACTS = [
  'menerbitkan aturan',
  'meluncurkan aplikasi',
  'membuka pendaftaran',
  'merampungkan kajian',
  'memblokir situs',
  'mengumumkan hasil lelang',
  'memeriksa penyelenggara',
  'membentuk satuan tugas',
  'menyediakan layanan pengaduan',
  'menetapkan tarif',
  'mencabut izin',
  'menggelar konsultasi publik',
];

/** The `n`-th of many promises, spread over who makes them, what is done and to what, as those of a year's news are. */
function promiseOf(n: number): string {
  const who = AUTHORITIES[n % AUTHORITIES.length];
  const round = Math.floor(n / AUTHORITIES.length);
  const act = ACTS[round % 12];
  return `${who} akan ${act} ${MATTERS[Math.floor(round / 12) % 10]} digital paling lambat ${(n % 28) + 1} Oktober 2026.`;
}

/** Every tenth article holds a promise with a day of its own; the others are about nothing that anybody promised. */
const promises = (n: number) => n % 10 === 0;

function pageOf(n: number): string {
  const word = (i: number) => WORDS[(n * 7 + i * 3 + Math.floor(n / 10)) % WORDS.length];
  const plain = Array.from(
    { length: 4 },
    (_, i) =>
      `<p>Warga nomor ${n * 31 + i} bercerita tentang ${word(i)} dan ${word(i + 1)} kemarin sore, sementara ${(n * 13 + i * 7) % 97} orang lain berkumpul di tepi jalan raya.</p>`,
  );
  if (promises(n)) plain.splice(1, 0, `<p>${promiseOf(n / 10)}</p>`);
  const title = `Kabar nomor ${n} tentang ${word(0)}`;
  return `<!doctype html><html lang="id"><head><title>${title}</title><meta property="article:published_time" content="2026-08-03T07:00:00+07:00"></head><body><article><h1>${title}</h1>${plain.join('')}</article></body></html>`;
}

let room: Newsroom;
const tables: TestDb[] = [];
beforeAll(async () => {
  room = await startNewsroom();
  for (let n = 0; n < ARTICLES; n++) room.page(linkOf(n), pageOf(n));
});
afterAll(async () => {
  await room.stop();
  for (const table of tables) await table.stop();
});

/** Brings articles in, with or without trouble on the way, and says what the tables hold then. */
async function bringIn(wanted: readonly number[], odds: typeof ODDS) {
  const began = performance.now();
  const db = await testDb();
  tables.push(db);
  const own = bench(db, room, { trusted: [{ origin: SITE, at: { host: '127.0.0.1', port: room.port } }] });
  for (let from = 0; from < wanted.length; from += A_FEED) {
    const url = `${SITE}/rss/${from}`;
    room.page(
      url,
      rss(
        wanted
          .slice(from, from + A_FEED)
          .map((n) => ({ link: linkOf(n), title: `Kabar nomor ${n}`, published: new Date(START).toISOString() })),
      ),
    );
    await pollFeed(own.deps, feedOf({ id: `beban-${from}`, outlet: 'beban.test', url }), new Date(START));
  }
  const next = numbers(9);
  let killed = 0;
  let again = 0;
  let hours = 1;
  for (; hours < 2000; hours += 12) {
    const now = new Date(START + hours * HOUR);
    // What becomes of a delivery is settled beforehand: drawn as workers come by, it would hang on who was faster.
    const delivery = (message: IngestMessage) => {
      const dies = next() < odds.killed;
      const last = Math.floor(next() * LAST_REQUEST);
      return { message, last: dies ? last : null };
    };
    const queue = own.sent.splice(0).flatMap(({ message }) => {
      const times = next() < odds.lost ? 0 : next() < odds.twice ? 2 : 1;
      return Array.from({ length: times }, () => delivery(message));
    });
    // As a standard queue gives them: in no order.
    queue.sort(() => next() - 0.5);
    const work = async () => {
      for (let one = queue.pop(); one; one = queue.pop()) {
        const { message, last } = one;
        const deps = last === null ? own.deps : { ...own.deps, db: mortal(db, last) };
        const outcome = await ingestEntry(deps, message, now).catch((error: Error) => error.message);
        if (typeof outcome === 'string') killed++;
        else if (outcome.outcome === 'nothing') again++;
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
    // What the queue lost, and what dead workers held, the schedule finds.
    while ((await requeueWaiting(own.deps, new Date(now.getTime() + 11 * HOUR))) > 0);
    const waiting = await entriesWaiting(db, new Date(START + 1e6 * HOUR), 1);
    if (waiting.length === 0 && own.sent.length === 0) break;
  }
  while ((await resumePending(db, new Date(START + (hours + 24) * HOUR))) > 0);
  const articles: string[] = [];
  for await (const key of articleKeys(db, '2026-07', '2026-09')) articles.push(key);
  // What was promised and where it was read; when it was recorded differs, as it must.
  const commitments: { id: string; mentions: string[] }[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await listCommitments(db, { limit: 100, ...(cursor ? { cursor } : {}) });
    commitments.push(
      ...page.items.map((item) => ({
        id: item.id,
        mentions: item.mentions.map(({ article, quote }) => `${article.key}: ${quote}`).sort(),
      })),
    );
    cursor = page.next;
  } while (cursor);
  const seconds = Math.round((performance.now() - began) / 1000);
  return { db, killed, again, seconds, articles, commitments };
}

test(
  `${ARTICLES} queued articles are each read once, whatever workers die and messages get lost or come twice`,
  async () => {
    const all = Array.from({ length: ARTICLES }, (_, n) => n);
    // What the ledger is to hold: the others add nothing to it, or the comparison fails.
    const quiet = await bringIn(all.filter(promises), { killed: 0, twice: 0, lost: 0 });
    const rough = await bringIn(all, ODDS);
    console.log(
      `${ARTICLES} articles: ${rough.seconds} s, those with promises ${quiet.seconds} s without trouble; ${rough.killed} workers killed, ${rough.again} deliveries had nothing left to do, ${rough.commitments.length} commitments`,
    );
    // Some third of those meant to: the others had done all they had to do before.
    expect(rough.killed).toBeGreaterThan(ARTICLES * ODDS.killed * 0.2);
    const expected = all.map((n) => keyOf(linkOf(n))).sort();
    expect(rough.articles.sort()).toEqual(expected);
    // One version of each: a page read twice is the same article.
    for (const key of expected.slice(0, 200)) {
      expect(await versionsOf(rough.db, key), key).toHaveLength(1);
    }
    const sorted = (list: typeof rough.commitments) => list.sort((a, b) => (a.id < b.id ? -1 : 1));
    const mentions = quiet.commitments.flatMap((commitment) => commitment.mentions);
    expect(mentions).toHaveLength(new Set(mentions).size);
    expect(mentions.length).toBe(Math.ceil(ARTICLES / 10));
    expect(sorted(rough.commitments)).toEqual(sorted(quiet.commitments));
  },
  // Measured at some 0.06 s an article for both runs together; generous for a slow machine.
  60_000 + ARTICLES * 600,
);
