import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { HANDLERS, type HandlerName } from '../bundles.ts';
import { builtins, leanJson, lighter } from './bundle-plugins.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Folder of a handler's bundle: what AWS is given and what the local run imports. */
export const bundleDir = (name: HandlerName) => path.join(root, 'dist', name);

/**
 * Bundles every handler into `dist/NAME/index.mjs`: one ES module each, minified.
 * @returns bytes of each bundle.
 */
export async function bundleAll(): Promise<Record<HandlerName, number>> {
  const sizes = {} as Record<HandlerName, number>;
  await Promise.all(
    (Object.keys(HANDLERS) as HandlerName[]).map(async (name) => {
      const outfile = path.join(bundleDir(name), 'index.mjs');
      await rm(bundleDir(name), { recursive: true, force: true });
      await mkdir(bundleDir(name), { recursive: true });
      await build({
        entryPoints: [path.join(root, 'lambda', HANDLERS[name])],
        outfile,
        bundle: true,
        minify: true,
        platform: 'node',
        target: 'node24',
        format: 'esm',
        // The ES module builds are smaller and load faster than the CommonJS ones.
        mainFields: ['module', 'main'],
        // Profiles, SSO and instance roles are a third of the SDK; handlers have their credentials in the environment.
        alias: { '@aws-sdk/credential-provider-node': path.join(root, 'lambda', 'credentials.ts') },
        plugins: [builtins, lighter, leanJson],
        legalComments: 'none',
        sourcemap: false,
        logLevel: 'error',
      });
      sizes[name] = (await stat(outfile)).size;
    }),
  );
  await writeFile(path.join(root, 'dist', 'bundled'), new Date().toISOString());
  return sizes;
}

/** True when no source file is newer than the last bundling. */
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
  for (const [name, bytes] of Object.entries(await bundleAll())) {
    console.log(`${name.padEnd(8)} ${(bytes / 1024).toFixed(0).padStart(5)} KiB`);
  }
}
