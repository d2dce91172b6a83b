import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkMadeBy } from '../../lib/made-by.ts';

describe('bundles for the functions', () => {
  const marked = async (version: string): Promise<string> => {
    const marker = path.join(await mkdtemp(path.join(tmpdir(), 'tagih-made-')), 'bundled');
    await writeFile(marker, version);
    return marker;
  };

  test('are those that Node 24 or an older one made', async () => {
    expect(() => checkMadeBy('nowhere')).not.toThrow();
    const [own, older] = [await marked('24.21.0'), await marked('20.11.1')];
    expect(() => checkMadeBy(own)).not.toThrow();
    expect(() => checkMadeBy(older)).not.toThrow();
  });

  test('by a newer one are refused, and it is said what to do', async () => {
    const newer = await marked('26.1.0');
    expect(() => checkMadeBy(newer)).toThrow(/made by Node 26\.1\.0.*npm run build/);
  });
});
