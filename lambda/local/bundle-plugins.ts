import { readFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { serialize } from 'node:v8';
import { brotliCompressSync, constants } from 'node:zlib';
import type { OnLoadResult, Plugin, PluginBuild } from 'esbuild';
import type { HandlerName } from '../bundles.ts';
import { LIGHTER } from './lighter.data.ts';

/** What every handler needs for its first request to AWS: read at the start, when Lambda gives most processor. */
const AT_THE_START = new Set(['https', 'crypto']);

/**
 * Node's own modules, taken by `process.getBuiltinModule` in place of an `import`, each when a member of it is first
 * asked for. Importing `node:http` as an ES module reads every one of its exports, among them getters that load the
 * whole of undici; the SDK imports the file system, readline and zlib for what no handler does.
 */
export const builtins: Plugin = {
  name: 'builtins',
  setup(build) {
    build.onResolve({ filter: /^(node:)?[a-z0-9_/]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path: path.replace(/^node:/, ''), namespace: 'builtin', sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => {
      const module = `process.getBuiltinModule(${JSON.stringify(`node:${path}`)})`;
      const names = Object.keys(process.getBuiltinModule(`node:${path}`) as object).join(' ');
      const load = AT_THE_START.has(path) ? `${module};` : '';
      return {
        contents: `${load}for (const name of ${JSON.stringify(names)}.split(' '))
          Object.defineProperty(exports, name, { enumerable: true, get: () => ${module}[name] });`,
      };
    });
  },
};

const packageOf = (file: string): string | undefined =>
  [...file.matchAll(/node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/g)].at(-1)?.[1]?.replace('\\', '/');

/** Gives dependencies the light form of what they import, by the table above. */
export const lighter: Plugin = {
  name: 'lighter',
  setup(build) {
    for (const { of, imports, gets, from, as = 'module.exports = {};' } of LIGHTER) {
      build.onResolve({ filter: imports }, async ({ path: asked, importer, kind }) => {
        if (packageOf(importer) !== of) return undefined;
        if (gets === null) {
          const pluginData = { contents: as, resolveDir: path.dirname(importer) };
          return { path: `${of}:${asked}`, namespace: 'given', pluginData, sideEffects: false };
        }
        const resolveDir = from ? path.dirname(createRequire(import.meta.url).resolve(from)) : path.dirname(importer);
        // Another package's module is taken as that package has it, or the bundle would hold it in both forms.
        return build.resolve(gets, { resolveDir, kind: from ? 'import-statement' : kind });
      });
    }
    build.onLoad({ filter: /.*/, namespace: 'given' }, ({ pluginData }) => pluginData as OnLoadResult);
  },
};

/**
 * Names of members written out in the SDK's tables of what its services are asked: by a constant in brackets, a name may be
 * anything, so that a bundle has to keep the whole table, of S3 three hundred kinds of request of which two are made. And
 * no class for each error that a service knows: those that have none are the service's own exception, with their name, by
 * which they are told apart here. Regions are told by their code, not by what they are called.
 */
export const plainSchemas: Plugin = {
  name: 'plain-schemas',
  setup(build) {
    build.onLoad(
      { filter: /@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ },
      async ({ path: file }) => {
        const text = await readFile(file, 'utf8');
        const names = new Map(
          [...text.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)].map(([, name, value]) => [name, value]),
        );
        const contents = text.replace(/\[(\w+)\]:/g, (whole, name: string) =>
          names.has(name) ? `${names.get(name)}:` : whole,
        );
        return { contents: contents.replace(/^n\d+_registry\.registerError\(.*\);$/gm, ''), loader: 'js' };
      },
    );
    build.onLoad({ filter: /util-endpoints[\\/]lib[\\/]aws[\\/]partitions\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(/"description": "[^"]*"/g, ''),
    }));
  },
};

/** Members of our data files that say where a row comes from: for who reads the file; no handler does. */
const FOR_READERS: Record<string, readonly string[]> = {
  'holidays.data.json': ['notes'],
  'word-classes.data.json': ['what'],
  'senses.data.json': ['what'],
  'kin.data.json': ['what'],
  'synonyms.data.json': ['what'],
  'gazetteer-platforms.data.json': ['source'],
  'gazetteer-officials.data.json': ['source'],
  'gazetteer-regulators.data.json': ['source'],
};

/** Functions that tell of listed actors. */
const TELLS_ACTORS = new Set<HandlerName>(['api', 'page', 'account']);
/** Members of a listed actor that only those tell. */
const TOLD_BY_API: readonly string[] = ['company', 'verified', 'datesVerified'];

/** What a row of a list of actors is without a word: see `rows` in `extract/actors/gazetteer.ts`. */
const isUsual = (key: string, value: unknown): boolean =>
  (key === 'verified' && value === true) || (key === 'aliases' && Array.isArray(value) && value.length === 0);

/** Tables from this size on are packed; smaller ones gain nothing. */
const PACKED_FROM = 1024;

/** In the smallest blocks: what a table holds changes from member to member, and each block has letters of its own. */
const PACKING = {
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_LGBLOCK]: constants.BROTLI_MIN_INPUT_BLOCK_BITS,
};

const brotli = (bytes: Uint8Array): Buffer => brotliCompressSync(bytes, { params: PACKING });

/**
 * A module made of bytes that lie compressed in a file beside the bundle: as a text in the program they would take a third
 * more, and be read with it.
 * @param given what the module gives, of the bytes `unpack(file)`.
 */
const besideBundle = (name: string, bytes: Uint8Array, given: string): OnLoadResult => ({
  contents: `import { deserialize } from 'node:v8';
    import file from ${JSON.stringify(`beside:${name}`)};
    import { unpack } from './beside-bundle.ts';
    ${given}`,
  loader: 'js',
  resolveDir: import.meta.dirname,
  pluginData: brotli(bytes),
});

/** Puts beside a bundle what {@link besideBundle} speaks of. */
function putBeside(build: PluginBuild): void {
  build.onResolve({ filter: /^beside:/ }, ({ path: asked, pluginData }) => ({
    path: asked.slice('beside:'.length),
    namespace: 'beside',
    pluginData,
  }));
  build.onLoad({ filter: /.*/, namespace: 'beside' }, ({ pluginData }) => ({ contents: pluginData, loader: 'file' }));
}

/**
 * Modules of nothing but data, patterns and sets among it, that no start needs. Of an object of a class only its members
 * are kept.
 */
const DATA_MODULES: readonly RegExp[] = [
  // The HTML parser's table of entities, which it has as base 64 of numbers.
  /entities[\\/]dist[\\/]esm[\\/]generated[\\/]decode-data-html\.js$/,
  // The questions by which a bucket's name becomes an address.
  /@aws-sdk[\\/]client-s3[\\/]dist-es[\\/]endpoint[\\/]bdd\.js$/,
  // Our own long lists, by which pages are read and outcomes told.
  /lambda[\\/].*[\\/](?:sites|trim|boilerplate|parts|cues|denials|short-names)\.data\.ts$/,
];

/** Packs such modules beside the bundle, as Node writes values that JSON cannot: a Node reads what one of its age wrote. */
export const dataModules: Plugin = {
  name: 'data-modules',
  setup(build) {
    for (const filter of DATA_MODULES) {
      build.onLoad({ filter }, async ({ path: file }) => {
        const members = { ...((await import(pathToFileURL(file).href)) as object) };
        // Each by itself, so that a bundle that uses none of them leaves out the file.
        const given = Object.keys(members).map(
          (name) => `export const ${name} = /* @__PURE__ */ (() => made.${name})();`,
        );
        given.unshift('const made = /* @__PURE__ */ (() => deserialize(unpack(file)))();');
        return besideBundle(path.basename(file).split('.')[0]!, serialize(members), given.join('\n'));
      });
    }
  },
};

/**
 * Leaves out of JSON files what no handler reads: of the SDK's packages all but their version, of ours their notes, and
 * of a listed actor what a row is without a word and, but for those that tell of actors, what only they do. Our tables are packed.
 */
export const leanJson = (handler: HandlerName): Plugin => ({
  name: 'lean-json',
  setup(build) {
    putBeside(build);
    build.onLoad({ filter: /\.json$/ }, async ({ path: file }) => {
      if (/@aws-sdk[\\/][^\\/]+[\\/]package\.json$/.test(file)) {
        const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
        return { contents: JSON.stringify({ version }), loader: 'json' };
      }
      if (!file.endsWith('.data.json')) return undefined;
      const readers = FOR_READERS[path.basename(file)];
      const drop = readers && (TELLS_ACTORS.has(handler) ? readers : [...readers, ...TOLD_BY_API]);
      const lean: unknown = JSON.parse(await readFile(file, 'utf8'), (key, value) =>
        drop && (drop.includes(key) || isUsual(key, value)) ? undefined : value,
      );
      const json = JSON.stringify(lean);
      if (json.length < PACKED_FROM) return { contents: json, loader: 'json' };
      const given = 'export default /* @__PURE__ */ (() => JSON.parse(unpack(file).toString()))();';
      return besideBundle(path.basename(file, '.data.json'), Buffer.from(json), given);
    });
  },
});
