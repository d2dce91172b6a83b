import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FetchResult } from '../../lambda/crawl/fetch.ts';
import { closeGate, type GatePolicy, HostBusy, throughGate } from '../../lambda/crawl/host-gate.ts';
import { askRobots } from '../../lambda/crawl/robots.ts';
import { userAgent } from '../../lambda/crawl/user-agent.ts';
import { ENGINES, type TestDb, testDb } from '../engines.ts';

const START = new Date('2026-08-01T00:00:00Z');
const POLICY: GatePolicy = { spacingMs: 1000, leaseMs: 60_000, maxWaitMs: 10_000 };

/** A clock that many workers share: to sleep is to be woken when all others sleep past one's moment. */
class SharedClock {
  now = START.getTime();
  #sleepers: { at: number; wake: () => void }[] = [];
  busy = 0;
  sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleepers.push({ at: this.now + ms, wake });
      this.busy--;
      this.#turn();
    });
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.busy++;
    try {
      return await work();
    } finally {
      this.busy--;
      this.#turn();
    }
  }
  /** Work at a moment, unless it is called off; whoever sleeps past it is woken after it. */
  after = (ms: number, work: () => void): (() => void) => {
    let isOff = false;
    void this.run(async () => {
      await this.sleep(ms);
      if (!isOff) work();
    });
    return () => {
      isOff = true;
    };
  };
  #turn() {
    if (this.busy > 0) return;
    const next = this.#sleepers.sort((a, b) => a.at - b.at).shift();
    if (!next) return;
    this.now = Math.max(this.now, next.at);
    this.busy++;
    next.wake();
  }
}

describe.each(ENGINES)('the gate of a host, kept in %s', (engine) => {
  let db: TestDb;
  let host = 0;
  const name = () => `host-${host}.test`;
  beforeAll(async () => {
    db = await testDb(engine);
  });
  afterAll(() => db.stop());
  beforeEach(() => {
    host++;
  });

  test('workers that know nothing of each other start their requests spaced and two at a time', async () => {
    const clock = new SharedClock();
    const starts: number[] = [];
    let within = 0;
    let most = 0;
    const worker = () =>
      clock.run(() =>
        throughGate(
          { db, sleep: clock.sleep, after: clock.after },
          name(),
          { ...POLICY, maxWaitMs: 120_000 },
          new Date(clock.now),
          async () => {
            starts.push(clock.now);
            most = Math.max(most, ++within);
            await clock.sleep(3000);
            within--;
          },
        ),
      );
    await Promise.all(Array.from({ length: 8 }, worker));
    expect(starts).toHaveLength(8);
    expect(most).toBe(2);
    const apart = starts
      .sort((a, b) => a - b)
      .slice(1)
      .map((at, i) => at - starts[i]!);
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(1000 - 50);
  });

  test('a host with a long queue is busy, and says until when', async () => {
    const deps = { db, sleep: async () => {} };
    await closeGate(db, name(), new Date(START.getTime() + 30_000));
    const busy = await throughGate(deps, name(), POLICY, START, async () => 'in').catch((e: unknown) => e);
    expect(busy).toBeInstanceOf(HostBusy);
    expect((busy as HostBusy).until.getTime()).toBe(START.getTime() + 30_000);
  });

  test('closing the gate never opens it earlier', async () => {
    await closeGate(db, name(), new Date(START.getTime() + 60_000));
    await closeGate(db, name(), new Date(START.getTime() + 20_000));
    const busy = await throughGate({ db, sleep: async () => {} }, name(), POLICY, START, async () => 'in').catch(
      (e) => e,
    );
    expect((busy as HostBusy).until.getTime()).toBe(START.getTime() + 60_000);
  });

  /** A gate of which every request to the table is counted, and which says by hand that a request lasts. */
  function watched() {
    let count = 0;
    let waiting = { for: 0, wake: () => {} };
    let lasts = () => {};
    const send = async (...asked: unknown[]): Promise<unknown> => {
      const answer = await (db.client.send as (...of: unknown[]) => Promise<unknown>).apply(db.client, asked);
      if (++count === waiting.for) waiting.wake();
      return answer;
    };
    const after = (_: number, work: () => void) => {
      lasts = work;
      return () => {};
    };
    const deps = {
      db: { ...db, client: Object.assign(Object.create(db.client), { send }) },
      sleep: async () => {},
      after,
    };
    return {
      enter: <T>(at: number, work: () => Promise<T>) =>
        throughGate(deps, name(), POLICY, new Date(START.getTime() + at), work),
      lasts: () => lasts(),
      requests: () => count,
      /** Once so many requests have been answered. */
      until: (requests: number) =>
        new Promise<void>((wake) => {
          waiting = { for: requests, wake };
          if (count >= requests) wake();
        }),
    };
  }
  /** Begins a request whose worker dies: soon, or when it is known that the request lasts. */
  async function die(at: number, when: 'soon' | 'later'): Promise<void> {
    const gate = watched();
    await new Promise<void>((entered) => {
      void gate.enter(at, () => {
        entered();
        return new Promise<never>(() => {});
      });
    });
    if (when === 'soon') return;
    gate.lasts();
    await gate.until(2);
  }
  const ask = (at: number) => watched().enter(at, async () => 'in');

  test('workers that died during long requests hold their slots until the lease ends', async () => {
    await die(0, 'later');
    await die(3000, 'later');
    await expect(ask(10_000)).rejects.toThrow(HostBusy);
    await expect(ask(70_000)).resolves.toBe('in');
  });

  test('workers that died soon hold them for no longer than it takes the spacing to come round', async () => {
    await die(0, 'soon');
    await die(1000, 'soon');
    await expect(ask(2000)).resolves.toBe('in');
  });

  test('a request that is answered soon takes one write, and one that lasts gives its slot back', async () => {
    const soon = watched();
    await soon.enter(0, async () => {});
    expect(soon.requests()).toBe(1);
    const long = watched();
    await long.enter(3000, async () => long.lasts());
    expect(long.requests()).toBe(3);
    await expect(ask(4000)).resolves.toBe('in');
    await expect(ask(5000)).resolves.toBe('in');
  });

  test('a request that failed gives its slot back', async () => {
    const deps = { db, sleep: async () => {} };
    for (let i = 0; i < 4; i++) {
      const at = new Date(START.getTime() + i * 1000);
      const broken = throughGate(deps, name(), POLICY, at, () => Promise.reject(new Error('broke')));
      await expect(broken).rejects.toThrow('broke');
    }
  });
});

describe.each(ENGINES)('robots.txt, kept in %s', (engine) => {
  let db: TestDb;
  beforeAll(async () => {
    db = await testDb(engine);
  });
  afterAll(() => db.stop());

  const answer = (status: number, body = '', error: FetchResult['error'] = null): FetchResult => ({
    ok: status === 200,
    problem: null,
    askedUrl: '',
    url: '',
    permanentUrl: null,
    status,
    headers: {},
    body: Buffer.from(body),
    contentType: 'text/plain',
    etag: null,
    lastModified: null,
    error,
  });
  const RULES =
    'User-agent: *\nDisallow: /pencarian\nCrawl-delay: 3\n\nUser-agent: TagihBot\nDisallow: /premium\nCrawl-delay: 5';
  let site = 0;
  const origin = () => `https://situs-${engine}-${site}.test`;
  beforeEach(() => {
    site++;
  });

  test('its rules for us count before those for everybody', async () => {
    const deps = { db, fetchRobots: async () => answer(200, RULES) };
    expect(await askRobots(deps, `${origin()}/premium/berita-1`, START)).toMatchObject({
      allowed: false,
      unreachable: false,
    });
    expect(await askRobots(deps, `${origin()}/pencarian?q=a`, START)).toMatchObject({
      allowed: true,
      crawlDelayMs: 5000,
    });
  });

  test.each<[what: string, result: FetchResult, allowed: boolean]>([
    ['none there: everything may be read', answer(404), true],
    ['forbidden to see: as if none were there', answer(403), true],
    ['the server is broken: nothing may be read for now', answer(503), false],
    ['too busy to say: nothing may be read for now', answer(429), false],
    [
      'the network is broken: nothing may be read for now',
      answer(0, '', { kind: 'connect-timeout', message: '' }),
      false,
    ],
    ['an HTML page instead: no rule is found in it', answer(200, '<html><body>Selamat datang</body></html>'), true],
    ['empty: everything may be read', answer(200, ''), true],
    ['too long: what fits counts', answer(200, RULES, { kind: 'too-large', message: '' }), true],
  ])('%s', async (_, result, allowed) => {
    const deps = { db, fetchRobots: async () => result };
    expect((await askRobots(deps, `${origin()}/berita/1`, START)).allowed).toBe(allowed);
  });

  test('is asked for once a day', async () => {
    let asked = 0;
    const deps = { db, fetchRobots: async () => answer(asked++ === 0 ? 200 : 404, RULES) };
    const later = (hours: number) => new Date(START.getTime() + hours * 3_600_000);
    expect((await askRobots(deps, `${origin()}/premium/1`, START)).allowed).toBe(false);
    expect((await askRobots(deps, `${origin()}/premium/1`, later(23))).allowed).toBe(false);
    expect(asked).toBe(1);
    expect((await askRobots(deps, `${origin()}/premium/1`, later(25))).allowed).toBe(true);
    expect(asked).toBe(2);
  });

  test('known rules outlive a time in which the file cannot be had', async () => {
    let broken = false;
    const deps = { db, fetchRobots: async () => (broken ? answer(500) : answer(200, RULES)) };
    await askRobots(deps, `${origin()}/a`, START);
    broken = true;
    const later = new Date(START.getTime() + 30 * 3_600_000);
    expect(await askRobots(deps, `${origin()}/berita`, later)).toMatchObject({ allowed: true, crawlDelayMs: 5000 });
    expect((await askRobots(deps, `${origin()}/premium/x`, later)).allowed).toBe(false);
  });
});

test('the User-Agent says who we are and where to complain, and holds nothing a header may not', () => {
  const env = { TAGIH_CONTACT: 'tim@contoh.id\r\nX-Evil: 1', TAGIH_PUBLIC_URL: 'https://tagih.contoh.id' };
  expect(userAgent(env)).toBe('TagihBot/1.0 (+https://tagih.contoh.id; complaints: tim@contoh.idX-Evil: 1)');
  expect(userAgent({})).toMatch(/^TagihBot\/1\.0 \(.+\)$/);
});
