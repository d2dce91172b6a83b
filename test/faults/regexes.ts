import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vitest/node';

/** A regular expression of the sources. */
export interface Found {
  source: string;
  flags: string;
  /** File it stands in, from the project's root. */
  file: string;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Every regular expression that stands as such in the TypeScript files of some rooms, each once. */
export function literals(rooms: readonly string[]): { found: Found[]; built: string[] } {
  const found = new Map<string, Found>();
  const built = new Set<string>();
  for (const file of rooms.flatMap((room) => globSync(`lambda/${room}/**/*.ts`, { cwd: root })).sort()) {
    visit(parseAst(readFileSync(path.join(root, file), 'utf8'), { lang: 'ts' }), (node) => {
      if (node.type === 'NewExpression' && (node.callee as Node).name === 'RegExp') built.add(file);
      const { pattern, flags } = (node.regex ?? {}) as { pattern?: string; flags?: string };
      if (pattern === undefined || flags === undefined) return;
      const key = `/${pattern}/${flags}`;
      if (!found.has(key)) found.set(key, { source: pattern, flags, file });
    });
  }
  return { found: [...found.values()], built: [...built] };
}

/**
 * The regular expressions that our own code puts together from data while `work` runs.
 * @param work loads the modules, and uses those that build one only then.
 */
export async function builtDuring(work: () => Promise<unknown>): Promise<Found[]> {
  const found = new Map<string, Found>();
  const native = globalThis.RegExp;
  const keep = (made: RegExp): RegExp => {
    const by = new Error().stack?.split('\n').find((line) => line.includes('/') && !line.includes('/test/faults/'));
    const file = /lambda\/[\w./-]+\.ts/.exec(by ?? '')?.[0];
    if (file && !by?.includes('node_modules'))
      found.set(String(made), { source: made.source, flags: made.flags, file });
    return made;
  };
  globalThis.RegExp = new Proxy(native, {
    construct: (target, args: [string, string?]) => keep(new target(...args)),
    apply: (target, _, args: [string, string?]) => keep(target(...args)),
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = native;
  }
  return [...found.values()];
}

type Node = Record<string, unknown>;

function visit(value: unknown, look: (node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const part of value) visit(part, look);
    return;
  }
  look(value as Node);
  for (const part of Object.values(value)) visit(part, look);
}
