import { request as httpRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLACED, stories } from './samples.ts';
import { startApi, type TestApi } from './server.ts';

interface Line {
  id: string;
  status: string;
  type: string;
  action: string;
  statedAt: string;
  deadline: { due: string } | null;
}

describe('the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi(stories(), PLACED);
  });
  afterAll(async () => {
    await api.stop();
    expect(api.faults).toEqual([]);
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${api.url}${path}`, { headers, redirect: 'manual' });
  const list = async (query: string): Promise<Line[]> => {
    const response = await get(`/v1/commitments?${query}`);
    expect(response.status).toBe(200);
    return ((await response.json()) as { items: Line[] }).items;
  };
  const actions = async (query: string): Promise<string[]> => (await list(query)).map((item) => item.action).sort();

  const ALL = [
    'membayar pajak tertunggak',
    'membuka kantor perwakilan di Jakarta',
    'memasang "tanda" <b>usia</b> pada gim',
    'mendaftar sebagai penyelenggara sistem elektronik',
  ].sort();
  const [AGE, TAX, OFFICE, REGISTER] = [ALL[0]!, ALL[1]!, ALL[2]!, ALL[3]!];

  test.each<[string, string, string[]]>([
    ['without a filter everything is listed', '', ALL],
    ['an actor narrows to what it takes part in', 'actor=telegram', [OFFICE, REGISTER]],
    ['an obligor narrows to who must act', 'obligor=google', [TAX]],
    ['a counterparty is no obligor', 'obligor=kominfo', []],
    ['a regulator is found as counterparty or speaker', 'regulator=kominfo', [TAX, REGISTER]],
    ['the successor of a ministry stands for it', 'regulator=komdigi', [TAX, REGISTER]],
    ['an official is found by who spoke', 'official=johnny-g-plate', [TAX]],
    ['two parties narrow together', 'platform=google&regulator=kominfo', [TAX]],
    ['a type narrows', 'type=obligation', [TAX, REGISTER]],
    ['a range of due days narrows, both ends in it', 'due_from=2022-09-30&due_to=2022-12-31', [AGE, OFFICE]],
    ['a range of days of statement narrows', 'stated_from=2022-06-30&stated_to=2022-08-01', [AGE, OFFICE]],
    ['an outlet narrows', 'outlet=suluh', [REGISTER]],
    ['confidence has a floor', 'confidence_min=0.95', []],
    ['nothing is reviewed yet', 'reviewed=true', []],
    ['what is searched for may be in another form of the word', 'q=pembukaan', [OFFICE]],
    ['the last word of a search may be only begun', 'q=kantor%20perwak', [OFFICE]],
    ['every word of a search must be there', 'q=kantor%20pajak', []],
    ['a search finds a name', 'q=plate', [TAX]],
    ['a search and a filter narrow together', 'q=telegram&type=pledge', [OFFICE]],
    ['rare filters together still answer', 'topic=registration&type=sanction&outlet=kabar&confidence_min=0.1', []],
    ['an empty field of a form is not given', 'topic=&q=&due_from=&actor=google', [TAX]],
  ])('%s', async (_name, query, expected) => {
    expect(await actions(query)).toEqual([...expected].sort());
  });

  test.each<[string, string, (items: Line[]) => string[]]>([
    [
      'newest first by default',
      '',
      (items) =>
        items
          .map((i) => i.statedAt)
          .toSorted()
          .reverse(),
    ],
    ['oldest first on request', 'sort=stated', (items) => items.map((i) => i.statedAt).toSorted()],
  ])('the list is %s', async (_name, query, sorted) => {
    const items = await list(query);
    expect(items.map((i) => i.statedAt)).toEqual(sorted(items));
  });

  test.each(['due', '-due'])('sort=%s is by due day, and leaves out what has none', async (sort) => {
    const days = (await list(`sort=${sort}`)).map((item) => item.deadline?.due ?? '');
    const expected = ['2022-07-29', '2022-09-30', '2022-12-31', '2023-01-03'];
    expect(days).toEqual(sort === 'due' ? expected : expected.reverse());
  });

  test.each(['', '&sort=stated', '&sort=due', '&sort=-due', '&actor=telegram', '&type=obligation', '&q=telegram'])(
    'pages of one follow each other to the end, each item once (%s)',
    async (query) => {
      const whole = (await list(`limit=100${query}`)).map((item) => item.id);
      const seen: string[] = [];
      let cursor: string | null = null;
      for (let pages = 0; pages < 50; pages++) {
        const response = await get(`/v1/commitments?limit=1${query}${cursor ? `&cursor=${cursor}` : ''}`);
        const page = (await response.json()) as { items: Line[]; next: string | null };
        seen.push(...page.items.map((item) => item.id));
        cursor = page.next;
        if (cursor === null) break;
      }
      expect(seen).toEqual(whole);
    },
  );

  test('a cursor of one query is refused by another', async () => {
    const { next } = (await (await get('/v1/commitments?limit=1')).json()) as { next: string };
    const response = await get(`/v1/commitments?limit=1&actor=google&cursor=${next}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: 'query/cursor' }] });
  });

  test('a cursor forged to name another place is refused', async () => {
    const { next } = (await (await get('/v1/commitments?limit=1')).json()) as { next: string };
    const [own, inner] = next.split('.');
    const [hash] = JSON.parse(Buffer.from(inner!, 'base64url').toString()) as [string];
    for (const place of [{}, { pk: 1 }, { pk: 'x', sk: 'y' }, { pk: 'LIST#all' }, [], { a: { b: [] } }]) {
      const forged = Buffer.from(JSON.stringify([hash, place])).toString('base64url');
      const response = await get(`/v1/commitments?limit=1&cursor=${own}.${forged}`);
      expect([200, 400]).toContain(response.status);
    }
  });

  test.each<[string, string, string]>([
    ['a limit that is no number', 'limit=many', 'query/limit'],
    ['a limit of nothing', 'limit=0', 'query/limit'],
    ['a limit beyond the most', 'limit=101', 'query/limit'],
    ['a limit with a fraction', 'limit=1.5', 'query/limit'],
    ['a status that there is not', 'status=done', 'query/status'],
    ['a day that there is not', 'due_from=2022-02-30', 'query/due_from'],
    ['a moment that is none', 'valid_at=yesterday', 'query/valid_at'],
    ['a parameter that there is not', 'colour=red', 'query/colour'],
    ['a range that ends before it begins', 'due_from=2022-02-02&due_to=2022-01-01', 'query/due_to'],
    ['a parameter given twice', 'status=open&status=overdue', 'query/status'],
    ['a member that there is not', 'fields=id,colour', 'query/fields'],
    ['a confidence above one', 'confidence_min=1.1', 'query/confidence_min'],
    ['a cursor that is none', 'cursor=%20', 'query/cursor'],
    ['another language', 'lang=nl', 'query/lang'],
    ['an order that a search has not', 'q=kantor&sort=due', 'query/sort'],
  ])('%s is a problem that names its place', async (_name, query, pointer) => {
    const response = await get(`/v1/commitments?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await response.json()) as { errors: { pointer: string; detail: string }[]; status: number };
    expect(problem.status).toBe(400);
    expect(problem.errors.map((error) => error.pointer)).toContain(pointer);
    expect(problem.errors[0]?.detail).not.toBe('');
  });

  test.each<[string, string, number, Record<string, string>]>([
    ['GET', '/v1/nothing', 404, {}],
    ['GET', '/v1/commitments/nothing', 404, {}],
    ['GET', '/v1/commitments/a%2Fb', 404, {}],
    ['GET', '/v1/commitments/%E0%A4%A', 400, {}],
    ['GET', '/v1/actors/nobody', 404, {}],
    ['GET', '/v1/articles/nothing', 404, {}],
    ['GET', '/v1/commitments.pdf', 404, {}],
    ['GET', '/v1/stats.csv', 404, {}],
    ['PUT', '/v1/commitments', 405, { allow: 'GET, HEAD, OPTIONS' }],
    ['DELETE', '/v1/commitments', 405, { allow: 'GET, HEAD, OPTIONS' }],
    ['POST', '/', 405, { allow: 'GET, HEAD, OPTIONS' }],
  ])('%s %s is %i', async (method, path, status, headers) => {
    const response = await fetch(`${api.url}${path}`, { method });
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(headers)) expect(response.headers.get(name)).toBe(value);
    expect(((await response.json()) as { status: number }).status).toBe(status);
  });

  test('an Accept that names nothing on offer is told what is', async () => {
    const response = await get('/v1/stats', { accept: 'image/png' });
    expect(response.status).toBe(406);
    expect(((await response.json()) as { detail: string }).detail).toContain('application/json');
  });

  test.each<[string, string | undefined, string]>([
    ['/v1/commitments', undefined, 'application/json'],
    ['/v1/commitments', '*/*', 'application/json'],
    ['/v1/commitments', 'text/csv', 'text/csv'],
    ['/v1/commitments', 'text/csv;q=0.5, application/x-ndjson', 'application/x-ndjson'],
    ['/v1/commitments.csv', 'application/json', 'text/csv'],
    ['/v1/commitments.ndjson', undefined, 'application/x-ndjson'],
    ['/v1/commitments.jsonfeed', undefined, 'application/feed+json'],
    ['/v1/commitments.ics', undefined, 'text/calendar'],
    ['/v1/commitments.atom', undefined, 'application/atom+xml'],
    ['/v1/calendar.ics', undefined, 'text/calendar'],
    ['/v1/export.csv', undefined, 'text/csv'],
    ['/openapi.json', undefined, 'application/json'],
    ['/', undefined, 'text/html'],
  ])('%s with Accept %s answers %s', async (path, accept, type) => {
    const response = await get(path, accept ? { accept } : {});
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  });

  test.each<[string, string | undefined, string]>([
    ['/v1/commitments?limit=2', 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', '/?limit=2'],
    ['/v1/commitments.html?actor=kominfo', undefined, '/?actor=kominfo'],
    ['/v1/commitments?limit=2', 'application/atom+xml', '/v1/commitments.atom?limit=2'],
    ['/v1/commitments', 'application/feed+json', '/v1/commitments.jsonfeed'],
    ['/v1/actors/kominfo', 'text/html', '/actors/kominfo'],
    ['/v1/corrections.html', undefined, '/corrections'],
  ])('%s with Accept %s leads to %s, which another function writes', async (path, accept, location) => {
    const response = await get(path, accept ? { accept } : {});
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(location);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await get(location)).status).toBe(200);
  });

  test('an answer known by its tag is not sent again', async () => {
    const first = await get('/v1/commitments');
    const etag = first.headers.get('etag')!;
    expect((await get('/v1/commitments', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/v1/commitments', { 'if-none-match': `"other", W/${etag}` })).status).toBe(304);
    expect((await get('/v1/commitments', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get('/v1/commitments?limit=1', { 'if-none-match': etag })).status).toBe(200);
  });

  /** Undecoded, as it is on the wire; `fetch` would take the encoding off. */
  const wire = (path: string, encoding: string) =>
    new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
      httpRequest(`${api.url}${path}`, { headers: { 'accept-encoding': encoding } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }),
        );
      })
        .on('error', reject)
        .end();
    });

  test.each<[string, string | undefined]>([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
  ])('to Accept-Encoding %s it answers %s, and the same', async (accepts, expected) => {
    const plain = (await wire('/v1/commitments', 'identity')).body;
    const { encoding, body } = await wire('/v1/commitments', accepts);
    expect(encoding).toBe(expected);
    const decoded = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
    expect(decoded.equals(plain)).toBe(true);
  });

  test('HEAD answers as GET does, without the body', async () => {
    const [head, full] = await Promise.all([
      fetch(`${api.url}/v1/commitments`, { method: 'HEAD' }),
      fetch(`${api.url}/v1/commitments`),
    ]);
    expect(head.status).toBe(200);
    expect(head.headers.get('etag')).toBe(full.headers.get('etag'));
    expect(await head.text()).toBe('');
  });

  test('reads may be made from any web page, and a browser is told so beforehand', async () => {
    const before = await fetch(`${api.url}/v1/commitments`, { method: 'OPTIONS' });
    expect(before.status).toBe(204);
    expect(before.headers.get('access-control-allow-origin')).toBe('*');
    expect((await get('/v1/commitments')).headers.get('access-control-allow-origin')).toBe('*');
  });

  test('every answer has a request id, and errors show nothing of the inside', async () => {
    const response = await get('/v1/commitments?limit=x');
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{10,}$/);
    expect(await response.text()).not.toMatch(/node_modules|\.ts:\d|Error:/);
  });

  test('seen from an earlier day, later deadlines and outcomes are not there yet', async () => {
    const then = await list('actor=telegram&type=obligation&valid_at=2022-07-22');
    expect(then.map((item) => item.deadline?.due)).toEqual(['2022-07-27']);
    const now = await list('actor=telegram&type=obligation');
    expect(now.map((item) => item.deadline?.due)).toEqual(['2022-07-29']);
    expect(await list('valid_at=2022-06-01')).toEqual([]);
  });

  test('one commitment as of an earlier day; what was recorded only later was not known', async () => {
    const [item] = await list('actor=telegram&type=obligation');
    const valid = await get(`/v1/commitments/${item!.id}?valid_at=2022-06-25`);
    expect(await valid.json()).toMatchObject({ deadline: { due: '2022-07-20' }, slips: 0, outcomes: [] });
    expect((await get(`/v1/commitments/${item!.id}?as_of=2022-06-25`)).status).toBe(404);
    expect((await get(`/v1/commitments/${item!.id}?as_of=2022-12-28&valid_at=2022-12-28`)).status).toBe(400);
  });

  test('only the members that were asked for are given', async () => {
    const items = await list('fields=id,status&limit=2');
    expect(items.map((item) => Object.keys(item))).toEqual([
      ['id', 'status'],
      ['id', 'status'],
    ]);
  });

  test('a title with mark-up is text on the page', async () => {
    const page = await (await get('/?q=gim')).text();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
  });

  test('a person at a page that there is not reads so in their language', async () => {
    const response = await get('/commitments/nothing', { accept: 'text/html' });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Tidak ditemukan');
  });

  test('an actor has its record, an article its quotes without its body', async () => {
    const actor = (await (await get('/v1/actors/google')).json()) as { record: { counted: number } };
    expect(actor.record).toMatchObject({ counted: 1, complete: true });
    const article = (await (await get('/v1/articles/pse-4')).json()) as Record<string, unknown>;
    expect(article).toMatchObject({ outlet: 'suluh', title: 'Masih Ada Waktu' });
    expect(article).not.toHaveProperty('text');
    expect(JSON.stringify(article.quotes)).toContain('paling lambat 29 Juli 2022');
  });

  test('counts are those of the list', async () => {
    const stats = (await (await get('/v1/stats')).json()) as { total: number; byType: Record<string, number> };
    expect(stats).toMatchObject({ total: ALL.length, byType: { obligation: 2, pledge: 2 } });
  });
});
