import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type ArticleItem, unpackArticle } from '../../lambda/crawl/article.ts';
import type { IngestDeps, PollDeps } from '../../lambda/crawl/deps.ts';
import { fetchResource } from '../../lambda/crawl/fetch.ts';
import { DEFAULT_GATE } from '../../lambda/crawl/host-gate.ts';
import type { IngestMessage } from '../../lambda/crawl/ingest-message.ts';
import { articleItemKey } from '../../lambda/crawl/keys.ts';
import { CorruptSnapshot, snapshotAddress } from '../../lambda/crawl/snapshots.ts';
import type { Db, Item } from '../../lambda/dynamo.ts';
import { all } from '../../lambda/items.ts';

type Route = (request: IncomingMessage, response: ServerResponse) => void;

/** Publishers on one real socket: what each host answers at each path can be changed while a test runs. */
export interface Newsroom {
  port: number;
  routes: Map<string, Route>;
  /** `host path` of every request, the latest last. */
  asked: string[];
  headers: IncomingMessage['headers'][];
  page(url: string, body: string | Buffer, headers?: Record<string, string>, status?: number): void;
  route(url: string, route: Route): void;
  stop(): Promise<void>;
}

export async function startNewsroom(): Promise<Newsroom> {
  const sockets = new Set<Socket>();
  const routes = new Map<string, Route>();
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}${request.url}`;
    asked.push(url);
    headers.push(request.headers);
    const route = routes.get(url);
    if (route) route(request, response);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('tidak ada');
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    port,
    routes,
    asked,
    headers,
    route: (url, route) => routes.set(url, route),
    page(url, body, more = {}, status = 200) {
      routes.set(url, (_, response) =>
        response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...more }).end(body),
      );
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a test works with: the clock it sets, what was sent to the queue, what was warned of. */
export interface Bench {
  deps: PollDeps & IngestDeps;
  sent: { message: IngestMessage; delaySeconds: number }[];
  warned: { message: string; details: Record<string, unknown> }[];
  snapshots: Map<string, Buffer>;
  /** Milliseconds that were slept. */
  slept: number;
}

/** Dependencies that reach the newsroom under any `http://….test` name, by real requests. */
export function bench(db: Db, room: Newsroom, more: Partial<Bench['deps']> = {}): Bench {
  const self: Bench = { deps: {} as Bench['deps'], sent: [], warned: [], snapshots: new Map(), slept: 0 };
  self.deps = {
    db,
    fetch: (url, options) => {
      // The network as the tests have it: every host lives on the newsroom's socket.
      const origin = URL.canParse(url) ? new URL(url).origin : '';
      const hosts = ['', '-lain'].map((s) => origin.replace('.test', `${s}.test`));
      const trusted = hosts.map((o) => ({ origin: o, at: { host: '127.0.0.1', port: room.port } }));
      return fetchResource(url, {
        userAgent: 'TagihBot/1.0 (test)',
        ...options,
        trusted,
      });
    },
    queue: {
      async send(messages) {
        self.sent.push(...messages);
      },
    },
    snapshots: {
      async put(pages) {
        return pages.map((bytes) => {
          const address = snapshotAddress(bytes);
          self.snapshots.set(address, Buffer.from(bytes));
          return { address };
        });
      },
      async get({ address }) {
        const bytes = self.snapshots.get(address);
        if (!bytes) throw new CorruptSnapshot(`no ${address}`);
        return bytes;
      },
    },
    sleep: async (ms) => {
      self.slept += ms;
    },
    random: () => 0.5,
    gate: DEFAULT_GATE,
    trusted: [],
    warn: (message, details) => self.warned.push({ message, details }),
    ...more,
  };
  return self;
}

/** A line of a made-up feed. */
export interface Line {
  link: string;
  title: string;
  published?: string;
  updated?: string;
}

const xmlText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** An RSS feed of these lines. */
export const rss = (lines: readonly Line[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Kabar Uji</title><link>http://kabar.test/</link><description>Kabar</description>
${lines
  .map(
    ({ link, title, published, updated }, i) =>
      `<item><title>${xmlText(title)}</title><link>${xmlText(link)}</link><guid isPermaLink="false">${i}</guid>${
        published ? `<pubDate>${new Date(published).toUTCString()}</pubDate>` : ''
      }${updated ? `<atom:updated>${updated}</atom:updated>` : ''}</item>`,
  )
  .join('\n')}
</channel></rss>`;

/** A table that answers so many requests and then no more, as when its user was killed. */
export function mortal(db: Db, requests: number): Db {
  let left = requests;
  const client = new Proxy(db.client, {
    get(target, name) {
      if (name !== 'send') return Reflect.get(target, name);
      return (command: never) => (left-- > 0 ? target.send(command) : Promise.reject(new Error('killed')));
    },
  });
  return { ...db, client };
}

/** Every version that is kept of an article, the current one first. */
export async function versionsOf(db: Db, key: string): Promise<ArticleItem[]> {
  const items = await all<Item>(db, { condition: 'pk = :pk', values: { ':pk': articleItemKey(key).pk } });
  return items.map(unpackArticle);
}
