import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** An embedded DynamoDB: where it listens, what it is, how to end it. */
export interface Engine {
  name: 'dynoxide' | 'dynalite';
  endpoint: string;
  /** Process id to kill in fault tests; null where the engine runs in this process. */
  pid: number | null;
  stop(): Promise<void>;
}

export interface EngineOptions {
  /** Folder that keeps the data; null keeps it in memory. */
  dir: string | null;
  /** Which engine; by default dynoxide where its binary is installed, else dynalite. */
  engine?: 'dynoxide' | 'dynalite';
}

const require = createRequire(import.meta.url);

/** Path of the dynoxide binary, or null on a platform that has none. */
export function dynoxideBinary(): string | null {
  try {
    const manifest = require.resolve('@dynoxide/linux-x64/package.json');
    return path.join(path.dirname(manifest), 'dynoxide');
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}

/**
 * Runs a program until its standard input closes, so that it never outlives the process that started it, not even
 * one that was killed. Says the program's process id first.
 */
const LEASHED =
  'exec 3<&0; "$@" >/dev/null & p=$!; echo $p; (cat <&3 >/dev/null; kill $p 2>/dev/null) >/dev/null 2>&1 & wait $p';

/** An engine on disk that dies is started again, but not one that dies as soon as it runs, time after time. */
const MOST_SHORT_LIVES = 5;
const SHORT_LIFE_MS = 1000;

async function startDynoxide(binary: string, dir: string | null): Promise<Engine> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const args = ['serve', '--host', '127.0.0.1', '--port', String(port)];
  if (dir) args.push('--db-path', path.join(dir, 'table.sqlite'));
  let stopping = false;
  let shortLives = 0;
  let pid: number | null = null;
  const launch = async () => {
    // In a process group of its own: a Ctrl-C at the terminal is for us, and the engine goes last.
    const child = spawn('sh', ['-c', LEASHED, 'sh', binary, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2000);
    });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    pid = Number(said.toString());
    await untilAnswers(endpoint, () => {
      if (child.exitCode !== null) throw new Error(`dynoxide ended with ${child.exitCode}: ${complaint.trim()}`);
    });
    const since = performance.now();
    child.once('exit', () => {
      // Lets go of what waits for us to end.
      child.stdin.destroy();
      shortLives = performance.now() - since < SHORT_LIFE_MS ? shortLives + 1 : 0;
      revive();
    });
    return child;
  };
  // What was answered is on disk, and callers ask again: on its old port it goes on as if nothing had been.
  const revive = () => {
    if (stopping || dir === null || shortLives > MOST_SHORT_LIVES) return;
    current = launch();
    current.catch(() => {
      shortLives++;
      revive();
    });
  };
  let current = launch();
  await current;
  return {
    name: 'dynoxide',
    endpoint,
    get pid() {
      return pid;
    },
    async stop() {
      stopping = true;
      const child = await current.catch(() => null);
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}

async function startDynalite(dir: string | null): Promise<Engine> {
  // dynalite is CommonJS without types; it takes `path` for LevelDB on disk and nothing for memory.
  const dynalite = require('dynalite') as (options: {
    path?: string;
    createTableMs: number;
  }) => import('node:http').Server;
  const server = dynalite({ createTableMs: 0, ...(dir ? { path: path.join(dir, 'leveldb') } : {}) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('dynalite did not listen on a port');
  return {
    name: 'dynalite',
    endpoint: `http://127.0.0.1:${address.port}`,
    pid: null,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Waits until something accepts connections at `endpoint`; `check` throws when waiting has become pointless. */
async function untilAnswers(endpoint: string, check: () => void): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    check();
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(1000) });
      return;
    } catch (error) {
      if (Date.now() > until) throw new Error(`the embedded database did not answer at ${endpoint}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/**
 * Starts an embedded DynamoDB on a free port of 127.0.0.1.
 * @throws Error when the engine asked for is not installed here, or does not answer within ten seconds.
 */
export async function startEngine({ dir, engine }: EngineOptions): Promise<Engine> {
  const binary = dynoxideBinary();
  const wanted = engine ?? (binary ? 'dynoxide' : 'dynalite');
  if (wanted === 'dynalite') return startDynalite(dir);
  if (!binary) throw new Error('dynoxide has no binary for this platform; use dynalite');
  return startDynoxide(binary, dir);
}

/** Resolves when a table that was just made can be used: an engine may take a moment for it, as AWS does. */
export async function untilActive(client: DynamoDBClient, table: string): Promise<void> {
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
