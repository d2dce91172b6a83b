import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What came to a receiver, in order, and a way to wait for more of it. */
export class Inbox<T> {
  readonly all: T[] = [];
  readonly #came = new EventEmitter();

  take(one: T): void {
    this.all.push(one);
    this.#came.emit('one');
  }

  /** Resolves with the n-th (from 1) when it has come. */
  async nth(n: number): Promise<T> {
    while (this.all.length < n) await once(this.#came, 'one');
    return this.all[n - 1]!;
  }
}

/** A mail server on a free port of this machine, which keeps what it is given. */
export async function mailServer(): Promise<{ url: string; mails: Inbox<ParsedMail>; stop(): Promise<void> }> {
  const mails = new Inbox<ParsedMail>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        mails.take(mail);
        done();
      }, done);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, mails, stop };
}

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver of webhooks on a free port, which keeps what it is sent and answers with these statuses in turn. */
export async function webhookReceiver(
  ...statuses: number[]
): Promise<{ origin: string; got: Inbox<Received>; stop(): Promise<void> }> {
  const got = new Inbox<Received>();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const status = statuses.length > 1 ? statuses.shift()! : (statuses[0] ?? 204);
    response.writeHead(status, status === 503 ? { 'retry-after': '120' } : {}).end();
    got.take({ headers: request.headers, body });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    got,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
