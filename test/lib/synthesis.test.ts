import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configOf } from '../../lib/config.ts';
import { TrackerStack } from '../../lib/tracker-stack.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'tagih-synth-'));
});
afterAll(() => rm(dir, { recursive: true }));

/** Everything that a synthesis leaves for a deploy, by the name of the file; the bundles by the hash of what they hold. */
async function synthesized(name: string): Promise<Map<string, string>> {
  process.env.CDK_VALIDATION = 'false';
  const { context } = JSON.parse(await readFile(path.join(import.meta.dirname, '../../cdk.json'), 'utf8'));
  const outdir = path.join(dir, name);
  const more = { 'aws:cdk:disable-asset-staging': true, operatorEmail: 'operator@example.org', budgetUsd: 30 };
  const app = new App({ outdir, context: { ...context, ...more } });
  const config = configOf(app);
  new TrackerStack(app, `Tagih-${config.stage}`, { config });
  app.synth();
  const files = (await readdir(outdir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const read = files.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    // Where it was written is all that may differ.
    return [path.relative(outdir, file), (await readFile(file, 'utf8')).replaceAll(outdir, 'OUT')] as const;
  });
  return new Map((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('two syntheses of an unchanged tree are the same byte for byte, so that there is nothing to deploy', async () => {
  // From one line of this file, which the metadata names.
  const [first, second] = await Promise.all((['satu', 'dua'] as const).map(synthesized));
  if (!first || !second) throw new Error('nothing was synthesized');
  const templates = [...first.keys()].filter((file) => file.endsWith('.template.json'));
  expect(templates).toHaveLength(1);
  // The hash of each bundle stands in it: other bytes in a bundle would be another template.
  expect(first.get(templates[0]!)).toMatch(/[0-9a-f]{64}\.zip/);
  expect([...second.keys()]).toEqual([...first.keys()]);
  for (const [file, text] of first) expect(second.get(file) === text, file).toBe(true);
});
