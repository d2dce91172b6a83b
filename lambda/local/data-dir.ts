import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Another process works on the same data. Its address is in the message where it told us. */
export class DataInUse extends Error {
  override name = 'DataInUse';
}

export interface DataDir {
  path: string;
  /** What a second start on the same data is told: where the first one answers. */
  announce(url: string): void;
  release(): Promise<void>;
}

/**
 * Takes a data folder for this process alone, making it where it is missing. The claim is a listening socket, not a
 * file: it ends with the process however that ends, so that a killed run leaves nothing to clean up.
 * @throws DataInUse when a running process has it.
 */
export async function claimDataDir(dir: string): Promise<DataDir> {
  const folder = path.resolve(dir);
  await mkdir(folder, { recursive: true });
  const address = socketPath(folder);
  const owner = await ask(address);
  if (owner !== null) {
    throw new DataInUse(`the data in ${folder} is in use by a running Tagih${owner ? ` at ${owner}` : ''}`);
  }
  await rm(address, { force: true });
  let url = '';
  const server: Server = createServer((socket) => socket.end(url));
  server.unref();
  server.listen(address);
  await once(server, 'listening');
  return {
    path: folder,
    announce: (at) => {
      url = at;
    },
    async release() {
      server.close();
      await once(server, 'close');
    },
  };
}

/** Socket names are limited to some hundred bytes; a longer folder name gets a socket where names are short. */
function socketPath(folder: string): string {
  const inside = path.join(folder, 'running.sock');
  if (Buffer.byteLength(inside) <= 100) return inside;
  return path.join(tmpdir(), `tagih-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}.sock`);
}

/** What the process behind the socket says of itself; null where there is none. */
function ask(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(address);
    socket.setTimeout(2000, () => {
      socket.destroy();
      resolve(said);
    });
    socket.on('data', (chunk) => {
      said += chunk;
    });
    socket.on('end', () => resolve(said));
    socket.on('error', () => resolve(null));
  });
}
