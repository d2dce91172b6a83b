import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { numbers } from '../numbers.ts';

/** Two newsrooms on one socket that publish as simulated time goes on, over a network that fails when told to. */
export interface Press {
  port: number;
  articles: readonly Piece[];
  /** What is published by then can be fetched. */
  setTime(at: number): void;
  /** Of all requests so many fail, in every way a network can; 1 is an outage. */
  setTrouble(share: number): void;
  failed: Record<string, number>;
  stop(): Promise<void>;
}

/** One article. */
export interface Piece {
  outlet: string;
  path: string;
  title: string;
  published: number;
  paragraphs: string[];
}

export const OUTLETS = ['kabar-satu.test', 'kabar-dua.test'] as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Longer than what is published in any outage. */
const WINDOW = 80;

const COMPANIES = ['Google', 'Telegram', 'TikTok', 'Facebook', 'Shopee', 'Tokopedia', 'Gojek', 'Grab', 'Netflix', 'X'];
/** Acts of as many classes: to promise, to put off (as a noun) and to have done. */
const ACTS = [
  [
    'membuka kantor perwakilan di Jakarta',
    'pembukaan kantor perwakilan di Jakarta',
    'membuka kantor perwakilan di Jakarta',
  ],
  ['membayar denda persaingan usaha', 'pembayaran denda persaingan usaha', 'membayar denda persaingan usaha'],
  ['mendaftarkan layanan kepada Komdigi', 'pendaftaran layanan kepada Komdigi', 'mendaftarkan layanan kepada Komdigi'],
  ['memblokir akun penipuan', 'pemblokiran akun penipuan', 'memblokir akun penipuan'],
  ['menyerahkan laporan keamanan data', 'penyerahan laporan keamanan data', 'menyerahkan laporan keamanan data'],
] as const;
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
const dayOf = (at: number): string => {
  const day = new Date(at + 7 * HOUR);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
};

/** Promises made, some moved, some kept, some copied by the other newsroom, between news about nothing of the kind. */
export function piecesOf(from: number, days: number, seed: number): Piece[] {
  const next = numbers(seed);
  const pieces: Piece[] = [];
  const publish = (at: number, outlet: number, title: string, ...said: string[]) => {
    const n = pieces.length;
    const plain = `Pengunjung nomor ${n * 37} bercerita tentang antrean di loket ${n % 9} sejak pagi, sementara ${(n * 13) % 97} orang lain menunggu di tepi jalan.`;
    pieces.push({
      outlet: OUTLETS[outlet]!,
      path: `/berita/kabar-nomor-${n}-dari-redaksi`,
      title,
      published: at,
      paragraphs: [...said, plain, `${plain} Begitu pula hari ke-${n}.`],
    });
  };
  for (let day = 0; day < days; day++) {
    for (let i = 0; i < 2; i++) {
      const n = day * 2 + i;
      const at = from + day * DAY + Math.floor(next() * 20) * HOUR;
      const who = COMPANIES[n % COMPANIES.length]!;
      const [act, putOff, done] = ACTS[Math.floor(n / COMPANIES.length) % ACTS.length]!;
      const due = from + (day + 3 + Math.floor(next() * 8)) * DAY;
      const outlet = n % 2;
      const promise = `${who} akan ${act} paling lambat ${dayOf(due)}.`;
      publish(at, outlet, `${who} akan ${act}`, promise);
      if (next() < 0.4) publish(at + 5 * HOUR, 1 - outlet, `${who} siap ${act}`, promise);
      const moved = next() < 0.3 ? due + 5 * DAY : due;
      if (moved > due) {
        const later = `${who} mengundurkan ${putOff} hingga ${dayOf(moved)}.`;
        publish(due - 30 * HOUR, outlet, `${who} undurkan ${putOff}`, later);
      }
      if (next() < 0.5) {
        publish(moved - 6 * HOUR, outlet, `${who} resmi ${done}`, `${who} resmi ${done} hari ini.`);
      }
      publish(at + 2 * HOUR, 1 - outlet, `Kabar ringan nomor ${n}`);
    }
  }
  // Nothing comes when the days are over: how soon that would be seen depends on when a feed is next asked.
  const end = from + days * DAY;
  return pieces.filter(({ published }) => published < end).sort((a, b) => a.published - b.published);
}

const text = (raw: string): string => raw.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function pageOf({ title, published, paragraphs }: Piece): string {
  const at = new Date(published).toISOString();
  return `<!doctype html><html lang="id"><head><title>${text(title)}</title><meta property="article:published_time" content="${at}"></head><body><article><h1>${text(title)}</h1>${paragraphs.map((p) => `<p>${text(p)}</p>`).join('')}</article></body></html>`;
}

function feedOf(outlet: string, pieces: readonly Piece[]): string {
  const items = pieces.map(
    ({ title, path, published }) =>
      `<item><title>${text(title)}</title><link>http://${outlet}${path}</link><pubDate>${new Date(published).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${outlet}</title><link>http://${outlet}/</link><description>Kabar</description>${items.join('')}</channel></rss>`;
}

/** The ways in which an answer goes wrong that a later one may put right. */
const TROUBLES: Record<string, (response: ServerResponse, body: string) => void> = {
  reset: (response) => response.socket?.resetAndDestroy(),
  'reset half-way': (response, body) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2), () => response.socket?.resetAndDestroy());
  },
  'answer 503': (response) => response.writeHead(503).end('sebentar'),
  'answer 500': (response) => response.writeHead(500).end('galat'),
  'broken gzip': (response, body) => {
    const bytes = gzipSync(body);
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
    response.end(bytes.subarray(0, bytes.length / 2));
  },
  'no HTTP': (response) => response.socket?.end('220 mail.example ESMTP\r\n'),
};

export async function startPress(articles: readonly Piece[], seed: number): Promise<Press> {
  const next = numbers(seed);
  const names = Object.keys(TROUBLES);
  let time = 0;
  let trouble = 0;
  const failed: Record<string, number> = {};
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => {});
    const outlet = String(request.headers.host);
    const own = articles.filter((piece) => piece.outlet === outlet && piece.published <= time);
    const piece = own.find(({ path }) => path === request.url);
    const isFeed = request.url === '/rss';
    const body = isFeed ? feedOf(outlet, own.slice(-WINDOW).reverse()) : piece && pageOf(piece);
    if (next() < trouble) {
      const name = names[Math.floor(next() * names.length)]!;
      failed[name] = (failed[name] ?? 0) + 1;
      TROUBLES[name]!(response, body ?? '');
    } else if (body === undefined) response.writeHead(404).end('tidak ada');
    else response.writeHead(200, { 'content-type': isFeed ? 'application/rss+xml' : 'text/html' }).end(body);
  };
  const server = createServer(answer);
  server.on('connection', (socket) => socket.on('error', () => {}));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    port,
    articles,
    failed,
    setTime(at) {
      time = at;
    },
    setTrouble(share) {
      trouble = share;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
