import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { joinPages, loadArticle } from '../../lambda/crawl/article.ts';
import { coverageOf } from '../../lambda/crawl/coverage.ts';
import { articleKeys, entriesWaiting, keyOf, loadEntry } from '../../lambda/crawl/entries.ts';
import { type Feed, feedOf } from '../../lambda/crawl/feeds.ts';
import { feedHealth } from '../../lambda/crawl/health.ts';
import { ingestEntry } from '../../lambda/crawl/ingest.ts';
import { RECALLED } from '../../lambda/crawl/keys.ts';
import { pollFeed } from '../../lambda/crawl/poll.ts';
import { recallRead } from '../../lambda/crawl/recall.ts';
import { storeArticle } from '../../lambda/crawl/store-article.ts';
import { put } from '../../lambda/items.ts';
import { ENGINES, type TestDb, testDb } from '../engines.ts';
import { type Bench, bench, mortal, type Newsroom, rss, startNewsroom, versionsOf } from './newsroom.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-08-03T00:00:00Z');
const at = (hours: number) => new Date(START + hours * HOUR);

const SENTENCES = [
  'Kementerian Komunikasi dan Digital meminta seluruh penyelenggara sistem elektronik melaporkan langkah mereka.',
  'Permintaan itu disampaikan dalam keterangan tertulis yang diterima redaksi di Jakarta pada Senin sore.',
  'Menurut kementerian, laporan itu akan dipakai untuk menyusun pedoman yang berlaku bagi semua pihak.',
  'Perwakilan platform menyatakan sudah menerima surat tersebut dan sedang mempelajari isinya dengan saksama.',
];
const article = (title: string, more: { body?: string; head?: string } = {}) => `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>${title}</title><meta property="og:title" content="${title}">
<meta property="article:published_time" content="2026-08-03T07:00:00+07:00">${more.head ?? ''}</head>
<body><article><h1>${title}</h1>${more.body ?? SENTENCES.map((s) => `<p>${s}</p>`).join('')}</article></body></html>`;

describe('the text of several pages', () => {
  test.each<[what: string, pages: string[], text: string]>([
    ['one page is itself', ['a\nb'], 'a\nb'],
    ['pages follow each other', ['a\nb', 'c\nd'], 'a\nb\nc\nd'],
    ['what each page repeats counts once', ['lead\na', 'lead\nb', 'lead\nc'], 'lead\na\nb\nc'],
    [
      'the article as a whole stands in place of its first page',
      ['a\nb\ncut sho', 'a\nb\ncut short\nd'],
      'a\nb\ncut short\nd',
    ],
    ['an empty page adds nothing', ['a', '', 'b'], 'a\nb'],
    ['no page is no text', [], ''],
  ])('%s', (_, pages, text) => {
    expect(joinPages(pages)).toBe(text);
  });
});

describe.each(ENGINES)('bringing an entry into the ledger, kept in %s', (engine) => {
  let db: TestDb;
  let room: Newsroom;
  beforeAll(async () => {
    db = await testDb(engine);
    room = await startNewsroom();
  });
  afterAll(async () => {
    await room.stop();
    await db.stop();
  });

  let n = 0;
  let site: string;
  let feed: Feed;
  let own: Bench;
  let link: string;
  beforeEach(async () => {
    n++;
    // Each test begins at the same hour, in the same table.
    await put(db, { ...RECALLED, upTo: '' });
    site = `http://koran${n}.test`;
    feed = feedOf({ id: `koran-${n}`, outlet: `koran${n}.test`, url: `${site}/rss` });
    own = bench(db, room);
    link = `${site}/berita/kementerian-minta-laporan-platform-${n}`;
    room.asked.length = 0;
  });

  const list = async (hours = 0, title = 'Kementerian Minta Laporan') => {
    room.page(`${site}/rss`, rss([{ link, title, published: at(0).toISOString() }]));
    await pollFeed(own.deps, feed, at(hours));
  };
  const message = () => ({ articleKey: keyOf(link), url: link, feedId: feed.id });
  const ingest = (hours: number) => ingestEntry(own.deps, message(), at(hours));
  const entry = async () => (await loadEntry(db, keyOf(link)))!;
  const waits = async () => {
    for (const item of await entriesWaiting(db, at(1e5), 5000)) if (item.key === keyOf(link)) return true;
    return false;
  };

  test('its page is read, kept and placed, and the mark taken off', async () => {
    await list();
    room.page(link, article('Kementerian Minta Laporan Platform'));
    expect(await ingest(0.1)).toMatchObject({ outcome: 'read' });
    const kept = (await loadArticle(own.deps, keyOf(link)))!;
    expect(kept).toMatchObject({ outlet: `koran${n}.test`, url: link, publishedSource: 'page', sample: false });
    expect(Date.parse(kept.published)).toBe(at(0).getTime());
    for (const sentence of SENTENCES) expect(kept.text).toContain(sentence);
    expect(own.snapshots.get(kept.snapshots[0]!.address)?.toString()).toBe(
      article('Kementerian Minta Laporan Platform'),
    );
    expect(await entry()).toMatchObject({ state: 'read', article: kept.key });
    expect(await waits()).toBe(false);
    expect(await coverageOf(db, feed.outlet)).toHaveLength(1);
  });

  test('a message that comes again, or for an entry nobody knows, changes nothing', async () => {
    await list();
    room.page(link, article('Judul'));
    await ingest(0.1);
    expect(await ingest(0.2)).toMatchObject({ outcome: 'nothing' });
    const unknown = { articleKey: 'tidak-ada', url: link, feedId: feed.id };
    expect(await ingestEntry(own.deps, unknown, at(0.3))).toMatchObject({ outcome: 'nothing' });
    expect(room.asked.filter((url) => url === link)).toHaveLength(1);
  });

  test('two workers with the same message do the work once', async () => {
    await list();
    room.page(link, article('Judul'));
    const reports = await Promise.all([ingest(0.1), ingest(0.1), ingest(0.1)]);
    expect(reports.map((r) => r.outcome).sort()).toEqual(['nothing', 'nothing', 'read']);
  });

  test('a worker that died leaves an entry that another can take when its time is over', async () => {
    await list();
    room.page(link, article('Judul'));
    own.deps.snapshots.put = () => new Promise(() => {});
    void ingest(0.1);
    await expect.poll(() => room.asked.includes(link), { timeout: 20_000 }).toBe(true);
    own = bench(db, room);
    expect(await ingest(0.11)).toMatchObject({ outcome: 'nothing' });
    expect(await ingest(0.2)).toMatchObject({ outcome: 'read' });
  });

  test('killed at any write, a second run ends with the same article and no mark', async () => {
    await list();
    room.page(link, article('Judul yang tetap'));
    let outcome = 'killed';
    let runs = 0;
    for (let allowed = 1; outcome !== 'read' && allowed < 60; allowed++) {
      // Each run may do one request more to the table than the one before, and then falls dead.
      const dying = { ...own.deps, db: mortal(db, allowed) };
      // Far enough apart for the dead one's claim to be over.
      outcome = await ingestEntry(dying, message(), at(allowed * 12)).then(
        (report) => report.outcome,
        () => 'killed',
      );
      if (outcome === 'nothing') break;
      runs++;
    }
    expect(runs).toBeGreaterThan(5);
    expect(await entry()).toMatchObject({ state: 'read' });
    expect(await waits()).toBe(false);
    expect((await loadArticle(own.deps, keyOf(link)))?.title).toContain('Judul yang tetap');
  });

  test('robots.txt is asked first and obeyed', async () => {
    await list();
    room.page(link, article('Judul'));
    room.page(`${site}/robots.txt`, 'User-agent: *\nDisallow: /berita/', { 'content-type': 'text/plain' });
    expect(await ingest(0.1)).toMatchObject({ outcome: 'refused' });
    expect(room.asked).not.toContain(link);
    expect(await entry()).toMatchObject({ state: 'refused', cause: expect.stringContaining('robots.txt') });
  });

  test('while robots.txt cannot be had nothing is fetched, and it is tried again', async () => {
    await list();
    room.page(link, article('Judul'));
    room.page(`${site}/robots.txt`, 'rusak', {}, 503);
    expect(await ingest(0.1)).toMatchObject({ outcome: 'later' });
    room.page(`${site}/robots.txt`, 'User-agent: *\nDisallow:', { 'content-type': 'text/plain' });
    expect(await ingest(3)).toMatchObject({ outcome: 'read' });
  });

  test.each<[what: string, state: string, body: string, headers: Record<string, string>, status: number]>([
    ['a challenge', 'blocked', '<title>Just a moment...</title>', { 'cf-mitigated': 'challenge' }, 403],
    ['a refusal', 'blocked', 'Forbidden', {}, 403],
    ['a missing page', 'gone', 'tidak ada', {}, 404],
    ['a page taken away', 'gone', 'dihapus', {}, 410],
    ['a broken server', 'failed', 'rusak', {}, 500],
    ['a server without patience', 'blocked', 'nanti', { 'retry-after': '3600' }, 429],
    ['an empty page', 'failed', '<html><head><title>Kosong</title></head><body></body></html>', {}, 200],
  ])(
    '%s is tried again ever later and in the end is %s, which health shows',
    async (_, state, body, headers, status) => {
      await list();
      room.page(link, body, headers, status);
      let hours = 0.1;
      let tries = 0;
      for (; tries < 20; tries++) {
        const report = await ingest(hours);
        expect(report.cause).toBeTruthy();
        if (report.outcome !== 'later') break;
        hours = (Date.parse((await entry()).pendingSk!.split('#')[0]!) - START) / HOUR;
      }
      expect(tries).toBeGreaterThanOrEqual(2);
      expect(await entry()).toMatchObject({ state, cause: expect.any(String) });
      expect(await waits()).toBe(false);
      const health = (await feedHealth(db, at(hours))).find(({ id }) => id === feed.id)!;
      expect(health.lostPages).toMatchObject({ count: 1, byState: { [state]: 1 } });
      expect(await coverageOf(db, feed.outlet)).toEqual([]);
    },
  );

  test('a page that recovers is read after all', async () => {
    await list();
    room.page(link, 'rusak', {}, 502);
    expect(await ingest(0.1)).toMatchObject({ outcome: 'later' });
    room.page(link, article('Judul'));
    expect(await ingest(1)).toMatchObject({ outcome: 'read' });
    expect((await entry()).cause).toBeUndefined();
  });

  test('a host that is busy costs no attempt', async () => {
    await list();
    room.page(link, article('Judul'));
    own.deps.gate = { ...own.deps.gate, maxWaitMs: 0, spacingMs: 60_000 };
    // Asking for robots.txt already was this minute's request.
    expect(await ingest(0.1)).toMatchObject({ outcome: 'later' });
    expect((await entry()).attempts).toBe(0);
    expect(await ingest(0.5)).toMatchObject({ outcome: 'read' });
  });

  test('an article that its publisher changes is read again, and both versions are kept', async () => {
    await list();
    room.page(link, article('Judul pertama'));
    await ingest(0.1);
    const first = (await loadArticle(own.deps, keyOf(link)))!;
    await list(2, 'Judul kedua, lebih tepat');
    room.page(
      link,
      article('Judul kedua', { body: `<p>${SENTENCES[3]}</p><p>${SENTENCES[0]}</p><p>${SENTENCES[2]}</p>` }),
    );
    expect(await ingest(2.1)).toMatchObject({ outcome: 'read' });
    const second = (await loadArticle(own.deps, keyOf(link)))!;
    expect(second.textHash).not.toBe(first.textHash);
    expect(second.id).toBe(first.id);
    expect((await versionsOf(db, keyOf(link))).map(({ text }) => text)).toEqual([second.text, first.text]);
  });

  /** Whether a pass at that hour has the page looked at again; other tests' pages wait in the same table. */
  const recalled = async (hours: number) => {
    const { entries, note } = await recallRead(db, at(hours), at(hours + 1), 1000);
    await note();
    return entries.some(({ key }) => key === keyOf(link));
  };
  const dated = async (hours: number, updated: number) => {
    const line = { link, title: 'Judul tetap', published: at(0).toISOString(), updated: at(updated).toISOString() };
    room.page(`${site}/rss`, rss([line]));
    return pollFeed(own.deps, feed, at(hours));
  };
  const edited = article('Judul tetap', {
    body: SENTENCES.toReversed()
      .map((s) => `<p>${s}</p>`)
      .join(''),
  });

  test('a feed that dates a change anew has the article read again under its old title', async () => {
    await dated(0, 0);
    room.page(link, article('Judul tetap'));
    await ingest(0.1);
    expect(await dated(1, 0.4)).toMatchObject({ outcome: 'nothing-new' });
    expect(await waits()).toBe(false);
    room.page(link, edited);
    expect(await dated(2, 1.5)).toMatchObject({ outcome: 'fresh', fresh: 0, changed: 1 });
    expect(await ingest(2.1)).toMatchObject({ outcome: 'read' });
    expect((await loadArticle(own.deps, keyOf(link)))?.text.startsWith(SENTENCES[3]!)).toBe(true);
    expect(await entry()).toMatchObject({ revision: 2 });
  });

  test('texts that many store at once are all kept, each once, with the latest fetched as the current one', async () => {
    room.page(link, article('Judul serentak'));
    await list();
    await ingest(0.1);
    const first = (await loadArticle(own.deps, keyOf(link)))!;
    const texts = Array.from({ length: 6 }, (_, n) => ({
      ...first,
      text: `${first.text}\nTambahan ${n}.`,
      textHash: `hash-${n}`,
      fetchedAt: at(1 + n).toISOString(),
    }));
    await Promise.all([...texts, ...texts].map((text) => storeArticle(own.deps, text, at(10))));
    const kept = await versionsOf(db, keyOf(link));
    expect(kept[0]?.textHash).toBe('hash-5');
    expect(kept.map(({ textHash }) => textHash).sort()).toEqual(
      [first, ...texts].map(({ textHash }) => textHash).sort(),
    );
  });

  test('a page is looked at again hours later: an edit under the same title is a new version, and both are kept', async () => {
    await list(0, 'Judul tetap');
    room.page(link, article('Judul tetap'));
    await ingest(0.1);
    const first = (await loadArticle(own.deps, keyOf(link)))!;
    expect(await recalled(2.9)).toBe(false);
    expect(await ingest(2.9)).toMatchObject({ outcome: 'nothing' });
    expect(await recalled(3.1)).toBe(true);
    room.page(link, edited);
    expect(await ingest(3.2)).toMatchObject({ outcome: 'read' });
    const second = (await loadArticle(own.deps, keyOf(link)))!;
    expect(second.id).toBe(first.id);
    expect(second.textHash).not.toBe(first.textHash);
    expect((await versionsOf(db, keyOf(link))).map(({ text }) => text)).toEqual([second.text, first.text]);
    for (const { snapshots } of [first, second]) {
      expect(own.snapshots.has(snapshots[0]!.address)).toBe(true);
    }
  });

  test('looked at again, a page that says it is the same, or has the same text in another frame, is not kept twice', async () => {
    await list(0, 'Judul tetap');
    const page = article('Judul tetap');
    room.page(link, page, { etag: '"satu"' });
    await ingest(0.1);
    const kept = own.snapshots.size;
    expect(await recalled(3.1)).toBe(true);
    room.route(link, (request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"satu"' ? 304 : 500).end();
    });
    expect(await ingest(3.2)).toMatchObject({ outcome: 'read' });
    expect(await recalled(24.1)).toBe(true);
    room.page(link, page.replace('</body>', '<footer>Dibaca 97 kali</footer></body>'));
    expect(await ingest(24.2)).toMatchObject({ outcome: 'read' });
    expect(own.snapshots.size).toBe(kept);
    expect(await entry()).toMatchObject({ state: 'read', visits: 3 });
    expect(await recalled(71)).toBe(false);
    expect(await recalled(72.1)).toBe(true);
  });

  test('is handed over once to be looked at again, and once more an hour later where it was lost on the way', async () => {
    await list(0, 'Judul tetap');
    room.page(link, article('Judul tetap'));
    await ingest(0.1);
    expect(await recalled(3.2)).toBe(true);
    expect(await recalled(3.3)).toBe(false);
    expect(await recalled(3.9)).toBe(false);
    expect(await recalled(4.2)).toBe(true);
    expect(await recalled(4.3)).toBe(false);
    // Its moment was moved by an hour.
    expect(await recalled(5.3)).toBe(true);
    expect(await ingest(5.4)).toMatchObject({ outcome: 'read' });
    expect(await recalled(23)).toBe(false);
  });

  test('a pass that is cut off before it notes what it handed over hands it over again', async () => {
    await list(0, 'Judul tetap');
    room.page(link, article('Judul tetap'));
    await ingest(0.1);
    const mine = ({ entries }: { entries: { key: string }[] }) => entries.some(({ key }) => key === keyOf(link));
    expect(mine(await recallRead(db, at(3.2), at(4.2), 1000))).toBe(true);
    expect(mine(await recallRead(db, at(3.3), at(4.3), 1000))).toBe(true);
  });

  test('a page that is gone when it is looked at again is no loss: its article stays', async () => {
    await list(0, 'Judul tetap');
    room.page(link, article('Judul tetap'));
    await ingest(0.1);
    expect(await recalled(6.1)).toBe(true);
    room.page(link, 'tidak ada', {}, 404);
    expect(await ingest(6.2)).toMatchObject({ outcome: 'later' });
    expect(await ingest(8)).toMatchObject({ outcome: 'read', cause: expect.stringContaining('missing') });
    expect(await entry()).toMatchObject({ state: 'read', article: keyOf(link) });
    expect(await loadArticle(own.deps, keyOf(link))).not.toBeNull();
    const listed: string[] = [];
    for await (const key of articleKeys(db, '2026-08', '2026-08')) listed.push(key);
    expect(listed).toContain(keyOf(link));
  });

  test('a change that comes while the page is read is not lost', async () => {
    await list();
    room.page(link, article('Judul pertama'));
    const put = own.deps.snapshots.put;
    own.deps.snapshots.put = async (bytes) => {
      own.deps.snapshots.put = put;
      await list(0.11, 'Judul kedua');
      room.page(link, article('Judul kedua'));
      return put(bytes);
    };
    expect(await ingest(0.1)).toMatchObject({ outcome: 'later' });
    expect(await waits()).toBe(true);
    expect(await entry()).toMatchObject({ revision: 2, state: 'pending' });
    expect(await ingest(0.2)).toMatchObject({ outcome: 'read' });
    expect((await loadArticle(own.deps, keyOf(link)))?.title).toContain('Judul kedua');
  });

  test('the outlet of a trusted archive is what its feed says, and neither robots.txt nor spacing stand before it', async () => {
    own.deps.trusted = [{ origin: site, at: null }];
    feed = feedOf({ ...feed, outlet: 'contoh-harian', sample: true, kind: 'archive' });
    await list();
    room.page(link, article('Judul'));
    expect(await ingest(0.1)).toMatchObject({ outcome: 'read' });
    expect(await loadArticle(own.deps, keyOf(link))).toMatchObject({ outlet: 'contoh-harian', sample: true });
    expect(room.asked).not.toContain(`${site}/robots.txt`);
    expect(own.slept).toBe(0);
  });

  const paged = (n: number, body: string) =>
    article(`Laporan halaman ${n}`, {
      body: `${body}<div class="paging"><a href="${link}?page=1">1</a> <a href="${link}?page=2">2</a> <a href="${link}?page=3">3</a></div>`,
      head: n < 3 ? `<link rel="next" href="${link}?page=${n + 1}">` : '',
    });
  const p = (sentence: string) => `<p>${sentence}</p><p>${sentence.replace('.', ' sekali lagi menurut redaksi.')}</p>`;

  test('the pages of a long article are one text, in order', async () => {
    await list();
    room.page(link, paged(1, p(SENTENCES[0]!)));
    room.page(`${link}?page=2`, paged(2, p(SENTENCES[1]!)));
    room.page(`${link}?page=3`, paged(3, p(SENTENCES[2]!)));
    expect(await ingest(0.1)).toMatchObject({ outcome: 'read' });
    const kept = (await loadArticle(own.deps, keyOf(link)))!;
    const places = SENTENCES.slice(0, 3).map((s) => kept.text.indexOf(s));
    expect(places.every((at, i) => at >= 0 && at > (places[i - 1] ?? -1))).toBe(true);
    expect(kept.snapshots).toHaveLength(3);
  });

  test('a further page that is gone costs only itself; one that is broken is waited for', async () => {
    await list();
    room.page(link, paged(1, p(SENTENCES[0]!)));
    room.page(`${link}?page=2`, 'rusak', {}, 502);
    expect(await ingest(0.1)).toMatchObject({ outcome: 'later' });
    room.page(`${link}?page=2`, 'hilang', {}, 404);
    room.page(`${link}?page=3`, paged(3, p(SENTENCES[2]!)));
    expect(await ingest(1)).toMatchObject({ outcome: 'read' });
    const kept = (await loadArticle(own.deps, keyOf(link)))!;
    expect(kept.text).toContain(SENTENCES[2]);
    expect(kept.problems.join()).toContain('page=2');
  });

  test('an article in the future is dated by when it was found', async () => {
    await list();
    const page = article('Judul').replace('2026-08-03T07:00:00+07:00', '2031-01-01T00:00:00+07:00');
    room.page(link, page);
    await ingest(0.1);
    expect(await loadArticle(own.deps, keyOf(link))).toMatchObject({ publishedSource: 'feed' });
  });

  test('articles are listed by month of publication', async () => {
    await list();
    room.page(link, article('Judul'));
    await ingest(0.1);
    const keys: string[] = [];
    for await (const key of articleKeys(db, '2026-07', '2026-09')) keys.push(key);
    expect(keys).toContain(keyOf(link));
  });
});
