import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { HANDLERS, type HandlerName } from '../bundles.ts';
import { builtins, dataModules, leanJson, lighter, plainSchemas } from './bundle-plugins.ts';
import { assemblyDir } from './template.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Folder of a handler's bundle: what AWS is given and what the local run imports. */
export const bundleDir = (name: HandlerName) => path.join(root, 'dist', name);

/** Bytes of a handler's bundle: what a cold start loads, and all of it, with what is loaded where it is asked for. */
export interface BundleSize {
  start: number;
  whole: number;
}

/** How what runs in a handler is bundled: minified ES modules. */
export const bundling = (name: HandlerName): BuildOptions => ({
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // The ES module builds are smaller and load faster than the CommonJS ones.
  mainFields: ['module', 'main'],
  // Profiles, SSO and instance roles are a third of the SDK; handlers have their credentials in the environment.
  alias: { '@aws-sdk/credential-provider-node': path.join(root, 'lambda', 'credentials.ts') },
  plugins: [builtins, lighter, plainSchemas, dataModules, leanJson(name)],
  legalComments: 'none',
  sourcemap: false,
  logLevel: 'error',
});

/**
 * Bundles every handler into `dist/NAME/`: `index.mjs` and beside it what it imports. What the code imports with `import()`
 * becomes a file of its own, which a cold start does not read. What was synthesized of older sources goes: else the local
 * table would keep the indexes that it had then.
 */
export async function bundleAll(): Promise<Record<HandlerName, BundleSize>> {
  const sizes = {} as Record<HandlerName, BundleSize>;
  await rm(assemblyDir, { recursive: true, force: true });
  await Promise.all(
    (Object.keys(HANDLERS) as HandlerName[]).map(async (name) => {
      await rm(bundleDir(name), { recursive: true, force: true });
      await mkdir(bundleDir(name), { recursive: true });
      const { metafile } = await build({
        ...bundling(name),
        entryPoints: { index: path.join(root, 'lambda', HANDLERS[name]) },
        outdir: bundleDir(name),
        metafile: true,
      });
      sizes[name] = sizeOf(metafile);
    }),
  );
  await writeFile(path.join(root, 'dist', 'bundled'), process.versions.node);
  return sizes;
}

function sizeOf({ outputs }: Metafile): BundleSize {
  const starting = new Set<string>();
  const follow = (file: string): void => {
    if (starting.has(file)) return;
    starting.add(file);
    for (const { path: to, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && outputs[to]) follow(to);
  };
  follow(Object.keys(outputs).find((file) => file.endsWith('/index.mjs')) ?? '');
  const bytes = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
  return { start: bytes(starting), whole: bytes(Object.keys(outputs)) };
}

/** True when no source file is newer than the last bundling, of which `dist/bundled` keeps the Node that made it. */
export async function bundlesAreFresh(): Promise<boolean> {
  const marker = path.join(root, 'dist', 'bundled');
  if (!existsSync(marker)) return false;
  const since = (await stat(marker)).mtimeMs;
  for (const folder of ['lambda', 'lib']) {
    for (const entry of await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && (await stat(path.join(entry.parentPath, entry.name))).mtimeMs > since) return false;
    }
  }
  const lock = await stat(path.join(root, 'package-lock.json')).catch(() => null);
  return lock === null || lock.mtimeMs <= since;
}

if (process.argv[1] === import.meta.filename) {
  const kib = (bytes: number): string => `${(bytes / 1024).toFixed(0).padStart(5)} KiB`;
  for (const [name, { start, whole }] of Object.entries(await bundleAll())) {
    console.log(`${name.padEnd(8)} ${kib(start)} at the start, ${kib(whole)} in all`);
  }
}
