import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

interface Started {
  child: ChildProcess;
  url: string;
  output(): string;
}

/** Runs `tagih start` as a user does, and waits for the address it prints. */
async function start(dir: string): Promise<Started> {
  const args = [path.join(root, 'lambda/local/tagih.ts'), 'start', '--data', dir, '--port', '0', '--no-feeds'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Tagih is at (\S+)/.exec(output);
      if (found) resolve(found[1]!);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${output}`)));
  });
  return { child, url, output: () => output };
}

async function stop({ child }: Started, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  // To the whole group, as a terminal does.
  process.kill(-child.pid!, signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

interface Item {
  id: string;
  status: string;
  action: string;
  quote: { selector: { exact?: string }[] };
}

async function all(url: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const response = await fetch(`${url}/v1/commitments?limit=100${cursor ? `&cursor=${cursor}` : ''}`);
    expect(response.status).toBe(200);
    const page = (await response.json()) as { items: Item[]; next: string | null };
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

/** Waits for a line of its output. */
async function says(started: Started, line: string): Promise<void> {
  while (!started.output().includes(line)) {
    if (started.child.exitCode !== null) throw new Error(`it ended: ${started.output()}`);
    await once(started.child.stdout!, 'data');
  }
}

const UP_TO_DATE = 'up to date';

const ledgerOf = (items: readonly Item[]) => items.map(({ id, status, action }) => ({ id, status, action }));

describe('`tagih start` in a new folder, without a network', () => {
  let dir: string;
  let started: Started;
  /** What a first load that nothing disturbs ends at. */
  let whole: Item[];
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'tagih-'));
    started = await start(dir);
    await says(started, UP_TO_DATE);
    whole = await all(started.url);
  }, 120_000);
  afterAll(async () => {
    await stop(started, 'SIGKILL');
    await rm(dir, { recursive: true, force: true });
  });

  test('reads the sample archive through the crawl path into commitments with their quotes', async () => {
    const items = await all(started.url);
    expect(items.length).toBeGreaterThan(10);
    for (const item of items) expect(item.quote.selector[0]?.exact?.length).toBeGreaterThan(10);
    const statuses = new Set(items.map((item) => item.status));
    expect([...statuses]).toEqual(expect.arrayContaining(['undated', 'overdue']));
  });

  test('shows the list and each commitment as pages', async () => {
    const list = await fetch(`${started.url}/`);
    expect(list.headers.get('content-type')).toContain('text/html');
    const html = await list.text();
    expect(html).toContain('<blockquote>');
    const link = /href="(\/commitments\/[^"]+)"/.exec(html)?.[1];
    const page = await fetch(`${started.url}${link}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<ol class="time">');
  });

  test('shows what was known on an earlier day', async () => {
    const response = await fetch(`${started.url}/v1/commitments?limit=100&valid_at=2017-08-05`);
    const { items } = (await response.json()) as { items: { statedAt: string; status: string }[] };
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(Date.parse(item.statedAt)).toBeLessThanOrEqual(Date.parse('2017-08-05T23:59:59+07:00'));
      expect(item.status).not.toBe('overdue');
    }
  });

  test('has a health line for every feed it follows', async () => {
    const response = await fetch(`${started.url}/v1/feeds`);
    const { items } = (await response.json()) as { items: { id: string; summary: string }[] };
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(item.summary).toContain('healthy');
  });

  test('says who has the data when it is started twice on one folder, and ends', async () => {
    const second = await start(dir).catch((error: Error) => error);
    expect(String(second)).toContain(`in use by a running Tagih at ${started.url}`);
  });

  test('killed and started again goes on: nothing lost, nothing doubled', async () => {
    await stop(started, 'SIGKILL');
    started = await start(dir);
    await says(started, UP_TO_DATE);
    expect((await all(started.url)).map((item) => item.id).toSorted()).toEqual(whole.map((item) => item.id).toSorted());
  }, 60_000);

  test('stops cleanly on Ctrl-C', async () => {
    expect(await stop(started, 'SIGINT')).toBe(0);
    expect(started.output()).toContain('stopping');
  });

  test('killed in the middle of a first load and started again, it ends at the same ledger', async () => {
    const other = await mkdtemp(path.join(tmpdir(), 'tagih-'));
    try {
      const cut = await start(other);
      // With a pause between one look and the next: answering without end would take the machine from the load.
      while ((await all(cut.url)).length < 3) await new Promise((resolve) => setTimeout(resolve, 100));
      await stop(cut, 'SIGKILL');
      expect(cut.output()).not.toContain(UP_TO_DATE);
      const again = await start(other);
      await says(again, UP_TO_DATE);
      const found = ledgerOf(await all(again.url));
      await stop(again, 'SIGKILL');
      expect(found).toEqual(ledgerOf(whole));
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  }, 180_000);
});
