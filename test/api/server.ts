import { once } from 'node:events';
import { createServer } from 'node:http';
import { ACCOUNT } from '../../lambda/api/answers/account.ts';
import { DATA } from '../../lambda/api/answers/data.ts';
import { FEEDS } from '../../lambda/api/answers/feeds.ts';
import { PAGES } from '../../lambda/api/answers/pages.ts';
import { functionFor, type HttpFunction } from '../../lambda/api/functions.ts';
import { apiOf } from '../../lambda/api/router.ts';
import { indexChanges } from '../../lambda/ledger/search/index.ts';
import { placeArticle } from '../../lambda/ledger/store/place.ts';
import { numberChanges } from '../../lambda/ledger/store/sequencer.ts';
import type { LedgerArticle } from '../../lambda/ledger/types.ts';
import { type HttpHandler, serve } from '../../lambda/local/http.ts';
import { ENGINES, type TestDb, testDb } from '../engines.ts';

export interface TestApi {
  url: string;
  db: TestDb;
  /** What went wrong inside, in order: none of it is told to a client. */
  faults: string[];
  /** The clock of the API; set it to move time. */
  now: Date;
  stop(): Promise<void>;
}

/** The API over a real socket, on an embedded engine that holds what these articles say. */
export async function startApi(articles: LedgerArticle[], now: Date, engine = ENGINES[0]!): Promise<TestApi> {
  const db = await testDb(engine);
  for (const article of articles) await placeArticle(db, article, now);
  while ((await numberChanges(db, 'test', now, new Map())) ?? 0) {
    // One page of changes at a time.
  }
  while ((await indexChanges(db, now)).indexed > 0) {
    // Likewise.
  }
  const faults: string[] = [];
  const api: TestApi = { url: '', db, faults, now, stop: async () => {} };
  const deps = {
    db,
    clock: () => api.now,
    onFault: (fault: { route: string; cause: string }) => faults.push(`${fault.route}: ${fault.cause}`),
  };
  const errorPage = () => import('../../lambda/api/page/problem.ts');
  const functions: Record<HttpFunction, HttpHandler> = {
    api: apiOf(deps, { name: 'api', answers: DATA }) as HttpHandler,
    page: apiOf(deps, { name: 'page', answers: PAGES, errorPage }) as HttpHandler,
    feed: apiOf(deps, { name: 'feed', answers: FEEDS }) as HttpHandler,
    account: apiOf(deps, { name: 'account', answers: ACCOUNT, errorPage }) as HttpHandler,
  };
  const server = createServer((request, response) => {
    const name = functionFor(request.method ?? 'GET', (request.url ?? '/').split('?')[0]!) ?? 'page';
    serve(functions[name], request, response).catch((error: unknown) => {
      faults.push(String(error));
      response.writeHead(500).end();
    });
  });
  // Thousands of requests over few connections: none is to be closed between two of them.
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  api.url = `http://127.0.0.1:${address.port}`;
  api.stop = async () => {
    server.closeAllConnections();
    server.close();
    await db.stop();
  };
  return api;
}
