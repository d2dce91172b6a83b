import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** A web server on a real socket that does what servers do when they do not do what they should. */
export interface BadServer {
  origin: string;
  port: number;
  /** Sockets that are open on the server's side. */
  open(): number;
  /** What was asked, the latest last. */
  requests: IncomingMessage[];
  stop(): Promise<void>;
}

type Behaviour = (request: IncomingMessage, response: ServerResponse, server: BadServer) => void;

const PAGE = '<html><head><title>Halaman</title></head><body><p>Isi halaman ini pendek saja.</p></body></html>';
const html = (response: ServerResponse, status: number, body: string | Buffer, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
/** Sixteen megabytes in a few kilobytes. */
const ZEROS = Buffer.alloc(16 * 1024 * 1024);
const GZIP_BOMB = gzipSync(ZEROS, { level: 1 });
const BROTLI_BOMB = brotliCompressSync(ZEROS, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

/** Every behaviour by its name, which is also its path. */
export const BEHAVIOURS = {
  good: (_, response) => html(response, 200, PAGE, { etag: '"a1"', 'last-modified': 'Wed, 02 Aug 2017 07:35:00 GMT' }),
  'good-304': (request, response) =>
    request.headers['if-none-match'] === '"a1"'
      ? response.writeHead(304).end()
      : html(response, 200, PAGE, { etag: '"a1"' }),
  'slow-drip': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => response.write('a'), 10);
    response.on('close', () => clearInterval(timer));
  },
  'slow-headers': (_, response) => {
    const timer = setInterval(() => response.socket?.write('X-Slow: a\r\n'), 10);
    response.socket?.write('HTTP/1.1 200 OK\r\n');
    response.on('close', () => clearInterval(timer));
  },
  'never-answers': () => {},
  'endless-body': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const block = Buffer.alloc(64 * 1024, 0x61);
    const fill = () => {
      while (!response.destroyed && response.write(block));
    };
    response.on('drain', fill);
    fill();
  },
  'endless-headers': (_, response) => {
    response.socket?.write(`HTTP/1.1 200 OK\r\nX-A: ${'a'.repeat(200_000)}\r\n`);
  },
  'gzip-bomb': (_, response) => html(response, 200, GZIP_BOMB, { 'content-encoding': 'gzip' }),
  'brotli-bomb': (_, response) => html(response, 200, BROTLI_BOMB, { 'content-encoding': 'br' }),
  'truncated-gzip': (_, response) => {
    const whole = gzipSync(Buffer.from(PAGE.repeat(50)));
    html(response, 200, whole.subarray(0, whole.length - 20), { 'content-encoding': 'gzip' });
  },
  'broken-gzip': (_, response) => {
    const bytes = gzipSync(PAGE);
    bytes.fill(0xff, 10, 30);
    html(response, 200, bytes, { 'content-encoding': 'gzip' });
  },
  'plain-called-gzip': (_, response) => html(response, 200, PAGE, { 'content-encoding': 'gzip' }),
  'gzip-unsaid': (_, response) => html(response, 200, gzipSync(PAGE)),
  'deflate-raw': (_, response) => html(response, 200, deflateRawSync(PAGE), { 'content-encoding': 'deflate' }),
  'deflate-zlib': (_, response) => html(response, 200, deflateSync(PAGE), { 'content-encoding': 'deflate' }),
  'unknown-encoding': (_, response) => html(response, 200, PAGE, { 'content-encoding': 'zstd-of-the-future' }),
  'redirect-loop': (_, response) => response.writeHead(302, { location: '/redirect-loop-back' }).end(),
  'redirect-loop-back': (_, response) => response.writeHead(302, { location: '/redirect-loop' }).end(),
  'redirect-on-and-on': (request, response) => {
    const n = Number(new URL(request.url!, 'http://a').searchParams.get('n') ?? 0);
    response.writeHead(302, { location: `/redirect-on-and-on?n=${n + 1}` }).end();
  },
  'redirect-to-metadata': (_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/iam/security-credentials/' }).end(),
  'redirect-to-private-name': (_, response) => response.writeHead(302, { location: 'http://intranet.test/' }).end(),
  'redirect-to-mapped-loopback': (_, response, server) =>
    response.writeHead(302, { location: `http://[::ffff:127.0.0.1]:${server.port}/good` }).end(),
  'redirect-to-decimal-loopback': (_, response) =>
    response.writeHead(302, { location: 'http://2130706433:8080/good' }).end(),
  'redirect-to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  'redirect-to-nonsense': (_, response) => response.writeHead(302, { location: 'http://[half' }).end(),
  'redirect-nowhere': (_, response) => response.writeHead(302).end(),
  'moved-for-good': (_, response) => response.writeHead(301, { location: '/moved-again' }).end(),
  'moved-again': (_, response) => response.writeHead(308, { location: '/good' }).end(),
  'moved-then-detour': (_, response) => response.writeHead(301, { location: '/detour' }).end(),
  detour: (_, response) => response.writeHead(302, { location: '/good' }).end(),
  'wrong-length': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
    response.write(PAGE, () => response.socket?.end());
  },
  'reset-half-way': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(PAGE, () => response.socket?.resetAndDestroy());
  },
  'chunks-cut-off': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(PAGE, () => response.socket?.end());
  },
  'reset-at-once': (_, response) => response.socket?.resetAndDestroy(),
  'closes-at-once': (_, response) => response.socket?.end(),
  'not-http': (_, response) => response.socket?.end('220 mail.example ESMTP\r\n'),
  'not-modified-unasked': (_, response) => response.writeHead(304).end(),
  '429-seconds': (_, response) => html(response, 429, 'slow down', { 'retry-after': '120' }),
  '429-date': (_, response) => html(response, 429, 'slow down', { 'retry-after': 'Wed, 02 Aug 2017 08:00:00 GMT' }),
  '429-nonsense': (_, response) => html(response, 429, 'slow down', { 'retry-after': 'nanti' }),
  '503-seconds': (_, response) => html(response, 503, 'maintenance', { 'retry-after': '60' }),
  'challenge-403': (_, response) =>
    html(response, 403, '<html><head><title>Just a moment...</title></head></html>', { 'cf-mitigated': 'challenge' }),
  'challenge-200': (_, response) =>
    html(
      response,
      200,
      '<html><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={}</script></body></html>',
    ),
  'forbidden-403': (_, response) =>
    html(response, 403, "<h1>Access Denied</h1> You don't have permission to access this server."),
  'censored-200': (_, response) =>
    html(response, 200, '<html><head><title>Internet Positif</title></head><body>Situs diblokir</body></html>'),
  'login-redirect': (_, response) => response.writeHead(302, { location: '/masuk' }).end(),
  masuk: (_, response) => html(response, 200, '<form>Kata sandi</form>'),
  'wants-password': (_, response) => html(response, 401, 'who are you', { 'www-authenticate': 'Basic' }),
  'wants-money': (_, response) => html(response, 402, 'langganan'),
  'taken-down': (_, response) => html(response, 451, 'not here'),
} satisfies Record<string, Behaviour>;

export async function startBadServer(more: Record<string, Behaviour> = {}): Promise<BadServer> {
  const sockets = new Set<Socket>();
  const table: Record<string, Behaviour> = { ...BEHAVIOURS, ...more };
  const http = createServer((request, response) => {
    server.requests.push(request);
    const name = new URL(request.url ?? '/', 'http://a').pathname.slice(1);
    const behaviour = table[name];
    response.on('error', () => {});
    if (behaviour) behaviour(request, response, server);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('no such behaviour');
  });
  http.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as { port: number };
  const server: BadServer = {
    origin: `http://127.0.0.1:${port}`,
    port,
    open: () => sockets.size,
    requests: [],
    async stop() {
      for (const socket of sockets) socket.destroy();
      http.close();
      await once(http, 'close');
    },
  };
  return server;
}
