import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimDataDir, DataInUse } from '../../lambda/local/data-dir.ts';

describe('the data folder', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'tagih-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  test('is made where it is missing', async () => {
    const claim = await claimDataDir(path.join(dir, 'new', 'folder'));
    await claim.release();
  });

  test('is refused to a second claim, which is told where the first one answers', async () => {
    const first = await claimDataDir(dir);
    first.announce('http://localhost:8080');
    await expect(claimDataDir(dir)).rejects.toThrow(DataInUse);
    await expect(claimDataDir(dir)).rejects.toThrow('in use by a running Tagih at http://localhost:8080');
    await first.release();
  });

  test('is free again when the first one has let it go', async () => {
    await (await claimDataDir(dir)).release();
    await (await claimDataDir(dir)).release();
  });

  test('may have a name too long for a socket', async () => {
    const long = path.join(dir, 'x'.repeat(120));
    const first = await claimDataDir(long);
    await expect(claimDataDir(long)).rejects.toThrow(DataInUse);
    await first.release();
  });
});
