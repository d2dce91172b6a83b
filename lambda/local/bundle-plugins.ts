import { readFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Node's own modules, taken by `process.getBuiltinModule` in place of an `import`. Importing `node:http` as an ES module
 * reads every one of its exports, among them getters that load the whole of undici, which no handler uses: more than
 * half of what that import takes.
 */
export const builtins: Plugin = {
  name: 'builtins',
  setup(build) {
    build.onResolve({ filter: /^(node:)?[a-z0-9_/]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path: path.replace(/^node:/, ''), namespace: 'builtin', sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(`node:${path}`)});`,
    }));
  },
};

interface Lighter {
  /** Package whose imports are meant. */
  of: string;
  /** What it imports. */
  imports: RegExp;
  /** What it is given: a module as the importing package, or `from`, would find it; null is an empty module. */
  gets: string | null;
  from?: string;
}

/** Imports of dependencies that carry far more than what is used of them. */
const LIGHTER: readonly Lighter[] = [
  // Writing XML, by the half of xml2js that reading a feed never calls.
  { of: 'xml2js', imports: /^xmlbuilder$/, gets: null },
  // Streams of events, of services that are not called here.
  { of: '@smithy/core', imports: /event-streams(\/index)?(\.js)?$/, gets: null },
  // Telling one browser from another, for the SDK in a page.
  { of: '@aws-sdk/core', imports: /^bowser$/, gets: null },
  // Three escaping functions, in place of every entity of HTML in both directions.
  { of: 'dom-serializer', imports: /^entities$/, gets: 'entities/lib/escape.js' },
  // The decoder that the HTML parser brings anyway, in place of an older one with tables of its own.
  { of: 'rss-parser', imports: /^entities$/, gets: 'entities/decode', from: 'htmlparser2' },
];

const packageOf = (file: string): string | undefined =>
  [...file.matchAll(/node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/g)].at(-1)?.[1]?.replace('\\', '/');

/** Gives dependencies the light form of what they import, by the table above. */
export const lighter: Plugin = {
  name: 'lighter',
  setup(build) {
    for (const { of, imports, gets, from } of LIGHTER) {
      build.onResolve({ filter: imports }, async ({ path: asked, importer, kind }) => {
        if (packageOf(importer) !== of) return undefined;
        if (gets === null) return { path: asked, namespace: 'empty', sideEffects: false };
        const resolveDir = from ? path.dirname(createRequire(import.meta.url).resolve(from)) : path.dirname(importer);
        return build.resolve(gets, { resolveDir, kind });
      });
    }
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Members of our data files that say where a row comes from: for who reads the file; no handler does. */
const FOR_READERS: Record<string, readonly string[]> = {
  'holidays.data.json': ['notes'],
  'gazetteer-platforms.data.json': ['source'],
  'gazetteer-officials.data.json': ['source'],
  'gazetteer-regulators.data.json': ['source'],
};

/** Leaves out of JSON files what no handler reads: of the SDK's packages all but their version, of ours their notes. */
export const leanJson: Plugin = {
  name: 'lean-json',
  setup(build) {
    build.onLoad({ filter: /\.json$/ }, async ({ path: file }) => {
      if (/@aws-sdk[\\/][^\\/]+[\\/]package\.json$/.test(file)) {
        const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
        return { contents: JSON.stringify({ version }), loader: 'json' };
      }
      const drop = FOR_READERS[path.basename(file)];
      if (!drop) return undefined;
      const lean: unknown = JSON.parse(await readFile(file, 'utf8'), (key, value) =>
        drop.includes(key) ? undefined : value,
      );
      return { contents: JSON.stringify(lean), loader: 'json' };
    });
  },
};
