import RssParser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadArticle } from '../../lambda/crawl/article.ts';
import { keyOf } from '../../lambda/crawl/entries.ts';
import { feedOf } from '../../lambda/crawl/feeds.ts';
import { ingestEntry } from '../../lambda/crawl/ingest.ts';
import { pollFeed } from '../../lambda/crawl/poll.ts';
import { queued } from '../../lambda/handler.ts';
import { context } from '../../lambda/local/work-queue.ts';
import { startApi, type TestApi } from '../api/server.ts';
import { bench, type Newsroom, rss, startNewsroom } from '../crawl/newsroom.ts';
import { type TestDb, testDb } from '../engines.ts';
import { article } from '../ledger/articles.ts';

const now = new Date('2026-08-03T01:00:00Z');
/** Also closes what XML may have opened around it. */
const SCRIPT = ']]><script>alert(1)</script>';
const HANDLER = '<img src=x onerror=alert(1)>';

describe('text of a hostile article', () => {
  let api: TestApi;
  const hostile = {
    ...article({
      id: 'jahat',
      outlet: `warta"><b>`,
      published: '2026-08-01',
      title: `${SCRIPT} Google Berjanji`,
      text: `Google ${HANDLER} akan membuka kantor ${SCRIPT} di Jakarta paling lambat 17 Agustus 2026.`,
      mentions: [
        {
          obligor: 'Google=google',
          action: `membuka kantor ${SCRIPT} di Jakarta`,
          deadline: 'paling lambat 17 Agustus 2026=2026-08-17',
        },
      ],
    }),
    url: 'https://warta.test/a"onmouseover="alert(1)',
  };
  beforeAll(async () => {
    api = await startApi([hostile], now);
  });
  afterAll(() => api.stop());

  const pages = async (): Promise<string[]> => {
    const { items } = (await (await fetch(`${api.url}/v1/commitments`)).json()) as { items: { id: string }[] };
    expect(items).toHaveLength(1);
    const html = ['/', '/?lang=en', `/commitments/${items[0]!.id}`, '/actors/google', '/?q=kantor'];
    return [...html, '/calendar', '/feeds', '/about'];
  };

  test('is text on every page, in headline, quote, act, outlet and address', async () => {
    let seen = 0;
    for (const page of await pages()) {
      const response = await fetch(`${api.url}${page}`, { headers: { accept: 'text/html' } });
      expect(response.status, page).toBeLessThan(500);
      const body = await response.text();
      expect(body, page).not.toMatch(/<script|<img src=x|\sonerror=alert\(1\)>|"onmouseover="/i);
      if (body.includes('&lt;script&gt;') || body.includes('&lt;img')) seen++;
    }
    expect(seen).toBeGreaterThan(1);
    expect(api.faults).toEqual([]);
  });

  test('finds no script to run on any page: each forbids all of them, and to be read as another type', async () => {
    for (const page of [...(await pages()), '/v1/commitments', '/nothing', '/v1/commitments.csv']) {
      const { headers } = await fetch(`${api.url}${page}`, { headers: { accept: 'text/html, */*;q=0.5' } });
      expect(headers.get('content-security-policy'), page).toContain("default-src 'none'");
      expect(headers.get('content-security-policy'), page).not.toContain('script-src');
      expect(headers.get('x-content-type-options'), page).toBe('nosniff');
    }
  });

  test('stays text in Atom, in JSON Feed and in the calendar', async () => {
    const [atom, jsonFeed, calendar] = await Promise.all(
      ['atom', 'jsonfeed', 'ics'].map(async (format) => (await fetch(`${api.url}/v1/commitments.${format}`)).text()),
    );
    // Atom's text is text unless it says that it is HTML, and none of it leaves its element.
    expect(atom).not.toMatch(/type="x?html"/);
    const { items } = await new RssParser().parseString(atom!);
    expect(items.map(({ title }) => title)).toEqual([expect.stringContaining(SCRIPT)]);
    expect(JSON.stringify(JSON.parse(jsonFeed!))).not.toContain('content_html');
    for (const line of calendar!.split('\r\n').slice(0, -1)) expect(line).toMatch(/^(?:[A-Z-]+[;:]|[ \t])/);
  });
});

describe('a hostile page', () => {
  let db: TestDb;
  let room: Newsroom;
  beforeAll(async () => {
    db = await testDb();
    room = await startNewsroom();
  });
  afterAll(async () => {
    await room.stop();
    await db.stop();
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'https://lain.example/berita/curian', '//lain.example/x'])(
    'that calls itself %s is known by the address it was fetched from',
    async (canonical) => {
      const own = bench(db, room, {
        trusted: [{ origin: 'http://warta.test', at: { host: '127.0.0.1', port: room.port } }],
      });
      const link = `http://warta.test/berita/kabar-palsu-dari-${Buffer.from(canonical).toString('hex').slice(0, 12)}`;
      room.page('http://warta.test/rss', rss([{ link, title: 'Kabar', published: now.toISOString() }]));
      room.page(
        link,
        `<html><head><title>Kabar</title><link rel="canonical" href="${canonical}"></head><body><article><h1>Kabar</h1>${'<p>Pengunjung bercerita tentang antrean panjang di loket pelayanan sejak pagi sekali.</p>'.repeat(4)}</article></body></html>`,
      );
      const feed = feedOf({ id: `f-${keyOf(link).slice(-12)}`, outlet: 'warta.test', url: 'http://warta.test/rss' });
      await pollFeed(own.deps, feed, now);
      for (const { message } of own.sent) await ingestEntry(own.deps, message, now);
      expect((await loadArticle(own.deps, keyOf(link)))?.url).toBe(link);
    },
  );
});

describe('who asks without a right', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi([], now);
  });
  afterAll(() => api.stop());

  const subscribe = (email: string) =>
    fetch(`${api.url}/v1/subscriptions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, regulator: ['komdigi'] }),
    });

  test('learns from no answer whether an address is subscribed', async () => {
    const face = async (response: Response) => {
      const { state, ...rest } = (await response.json()) as { state: string };
      return { status: response.status, state, members: Object.keys(rest).sort() };
    };
    const first = await face(await subscribe('ani@example.org'));
    expect(await face(await subscribe('ani@example.org'))).toEqual(first);
    expect(await face(await subscribe('budi@example.org'))).toEqual(first);
  });

  test('is told the same of a subscription that is another’s and of one that there is not', async () => {
    const [mine, other] = (await Promise.all(
      ['citra@example.org', 'dewi@example.org'].map(async (email) => (await subscribe(email)).json()),
    )) as { id: string; token: string }[];
    const remove = async (id: string, token: string) => {
      const response = await fetch(`${api.url}/v1/subscriptions/${id}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${token}` },
      });
      const { status, title, detail } = (await response.json()) as Record<string, unknown>;
      return { status, title, detail };
    };
    const anothers = await remove(other!.id, mine!.token);
    expect(anothers.status).toBe(403);
    expect(await remove('sub_nothing', mine!.token)).toEqual(anothers);
    expect(await remove(other!.id, `${'x'.repeat(32)}`)).toEqual(anothers);
  });
});

describe('a log line', () => {
  test('is one line of JSON, whatever an error says', async () => {
    vi.stubEnv('POWERTOOLS_DEV', 'true');
    const lines: string[] = [];
    const spy = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
    try {
      const handler = queued(
        'faults',
        (body) => body,
        async () => {
          throw new Error('gagal\n{"level":"INFO","message":"semua baik"}\r\n\u2028\u001b[2J');
        },
      );
      await handler({ Records: [{ messageId: 'm', body: '{}' } as never] }, context('faults'));
    } finally {
      spy.mockRestore();
      vi.unstubAllEnvs();
    }
    expect(lines).toHaveLength(1);
    const line = JSON.stringify(JSON.parse(lines[0]!));
    expect(line).not.toMatch(/[\n\r\u001b]/);
    expect(JSON.parse(line)).toMatchObject({ level: 'ERROR', cause: expect.stringContaining('gagal') });
  });
});
