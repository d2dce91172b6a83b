import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES, type Route } from '../../lambda/api/routes.ts';
import * as schemas from '../../lambda/api/schema.ts';
import { documentOf } from '../../lambda/local/openapi.ts';
import { fitting, misfitting, type Operation, operationsOf, type Parameter } from './generate.ts';
import { PLACED, stories } from './samples.ts';
import { startApi, type TestApi } from './server.ts';

const document = JSON.parse(JSON.stringify(await documentOf())) as { openapi: string; paths: object };
const operations = operationsOf(document);
const routeOf = ({ method, path }: Operation): Route =>
  ROUTES.find((row) => row.method === method && row.path === path)!;

/** Requests of each of three kinds: 30,000 in the long run, 1,050 here. */
const RUNS = process.env.TAGIH_LONG ? 10_000 : 350;

describe('the contract', () => {
  let api: TestApi;
  let ids: string[];
  beforeAll(async () => {
    api = await startApi(stories(), PLACED);
    const { items } = (await (await fetch(`${api.url}/v1/commitments`)).json()) as { items: { id: string }[] };
    ids = items.map((item) => item.id);
  });
  afterAll(() => api.stop());

  test('the document has every route of the table, and no other', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations.map((o) => `${o.method} ${o.path}`).sort()).toEqual(
      ROUTES.map((row) => `${row.method} ${row.path}`).sort(),
    );
  });

  test('no two operations have one name, and each has a summary and a heading', () => {
    const all = Object.values(document.paths).flatMap((item) => Object.values(item as object)) as {
      operationId: string;
      summary: string;
      tags: string[];
    }[];
    expect(new Set(all.map((o) => o.operationId)).size).toBe(all.length);
    expect(all.filter((o) => !o.summary || !o.tags[0])).toEqual([]);
  });

  test('every route that answers JSON says what is in it', () => {
    expect(ROUTES.filter((row) => (row.formats ?? ['json']).includes('json') && !row.reply)).toEqual([]);
  });

  test('the served document and its reference are of the table', async () => {
    const served = (await (await fetch(`${api.url}/openapi.json`)).json()) as { paths: object };
    expect(served.paths).toEqual(document.paths);
    const page = await (await fetch(`${api.url}/docs`)).text();
    for (const row of ROUTES) expect(page).toContain(row.path);
  });

  const rows = new Map(ROUTES.map((row) => [`${row.method} ${row.path}`, row]));
  const reads = operations.filter((o) => o.method === 'GET' && !routeOf(o).scope);
  const pathOf = (operation: Operation, id: string): string =>
    operation.path.replace(/\{\w+\}/g, () => encodeURIComponent(id));
  const parametersOf = (operation: Operation): Parameter[] =>
    operation.parameters.filter((p) => p.in === 'query' && !p.schema['x-opaque']);

  /** What the document says in words only: ranges begin before they end, and the like. */
  const together = (query: Record<string, string>): Record<string, string> => {
    const mended = { ...query };
    for (const [from, to] of [
      ['due_from', 'due_to'],
      ['stated_from', 'stated_to'],
    ] as const) {
      if (mended[from] && mended[to] && mended[from] > mended[to]) delete mended[to];
    }
    if (mended.q) delete mended.sort;
    if (mended.valid_at) delete mended.as_of;
    return mended;
  };

  const anyId = fc.oneof(
    fc.nat(50).map((n) => ids[n % ids.length]!),
    fc.constantFrom('kominfo', 'google', 'pse-1'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((s) => s.isWellFormed() && !/^\.+$/.test(s)),
  );

  const documented = fc
    .constantFrom(...reads)
    .chain((operation) =>
      fc.tuple(
        fc.constant(operation),
        fc.subarray(parametersOf(operation), { maxLength: Math.min(4, parametersOf(operation).length) }),
      ),
    )
    .chain(([operation, some]) =>
      fc
        .tuple(
          anyId,
          fc.record(
            Object.fromEntries(
              [...some, ...parametersOf(operation).filter((p) => p.required)].map((p) => [p.name, fitting(p.schema)]),
            ),
          ),
        )
        .map(([id, query]) => ({
          row: `${operation.method} ${operation.path}`,
          path: pathOf(operation, id),
          query: together(query as Record<string, string>),
        })),
    );

  test('every documented request is taken, and every answer is what the document says', async () => {
    await fc.assert(
      fc.asyncProperty(documented, async ({ row, path, query }) => {
        const response = await fetch(`${api.url}${path}?${new URLSearchParams(query)}`, { redirect: 'manual' });
        const body = await response.text();
        expect(api.faults.splice(0)).toEqual([]);
        if (response.status === 404) expect(row).toMatch(/\{|subscribe|subscription/);
        else expect([200, 301], body).toContain(response.status);
        const { reply } = rows.get(row)!;
        if (response.status === 200 && reply && response.headers.get('content-type')?.includes('/json')) {
          // biome-ignore lint/performance/noDynamicNamespaceImportAccess: by the name in the table.
          expect(schemas[reply].safeParse(JSON.parse(body)).error?.issues).toBeUndefined();
        }
      }),
      { numRuns: RUNS, seed: 8, endOnFailure: true },
    );
  }, 3_600_000);

  const malformed = fc.constantFrom(...reads.filter((o) => parametersOf(o).length > 0)).chain((operation) =>
    fc
      .constantFrom(...parametersOf(operation).filter((p) => p.schema.pattern !== '\\S'))
      .chain((p) =>
        fc.oneof(
          misfitting(p.schema).map((value) => [p.name, value]),
          fc.stringMatching(/^x[a-z]{3,9}$/).map((name) => [name, '1']),
        ),
      )
      .map(([name, value]) => ({ path: pathOf(operation, 'kominfo'), name: name!, value: value! })),
  );

  test('every malformed request is a problem that says where, and nothing breaks', async () => {
    await fc.assert(
      fc.asyncProperty(malformed, async ({ path, name, value }) => {
        const response = await fetch(`${api.url}${path}?${new URLSearchParams({ [name]: value })}`);
        const problem = schemas.Problem.parse(await response.json());
        expect(api.faults.splice(0)).toEqual([]);
        expect(response.status).toBe(400);
        expect(problem.errors?.map((error) => error.pointer)).toContain(`query/${name}`);
      }),
      { numRuns: RUNS, seed: 8, endOnFailure: true },
    );
  }, 3_600_000);

  test('whatever is sent, the API answers below 500', async () => {
    const anything = fc.record({
      method: fc.constantFrom('GET', 'POST', 'DELETE', 'PUT', 'PATCH', 'HEAD', 'OPTIONS'),
      path: fc.oneof(
        fc.constantFrom(...ROUTES.map((row) => row.path)),
        fc.webPath(),
        fc.string().map((s) => `/v1/commitments/${encodeURIComponent(s)}`),
      ),
      search: fc.oneof(fc.webQueryParameters(), fc.string().map(encodeURIComponent)),
      accept: fc.oneof(
        fc.constantFrom('*/*', 'text/html', 'application/json', ';q=;,', 'text/*;q=0.1'),
        fc.stringMatching(/^[ -~]{0,30}$/),
      ),
      type: fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', ''),
      body: fc.oneof(fc.json(), fc.string(), fc.constant('a=b&a=c&__proto__=1')),
    });
    await fc.assert(
      fc.asyncProperty(anything, async ({ method, path, search, accept, type, body }) => {
        const response = await fetch(`${api.url}${path}?${search}`, {
          method,
          redirect: 'manual',
          headers: { accept, 'content-type': type },
          ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
        });
        await response.arrayBuffer();
        expect(api.faults.splice(0)).toEqual([]);
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: RUNS, seed: 8, endOnFailure: true },
    );
  }, 3_600_000);
});
