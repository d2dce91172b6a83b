import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../lambda/local/tagih.ts';

const root = path.join(import.meta.dirname, '..');
const documents = globSync(['*.md', '{docs,lambda,lib,test,bench}/**/*.md'], { cwd: root }).sort();
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** A document without what stands in its fences: links there are samples. */
const prose = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```/gm, '');
/** The fragments that a document's headings can be linked by, as GitHub makes them. */
const anchorsOf = (file: string): Set<string> =>
  new Set(
    [...prose(read(file)).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
/** What a document has its reader run: fences and what stands between backticks. */
const commandsOf = (text: string): string =>
  [...text.matchAll(/^ *```\w*\n([\s\S]*?)^ *```|`([^`\n]+)`/gm)].map(([, fence, span]) => fence ?? span).join('\n');

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
/** Those that npm knows without a script. */
const NPM = ['ci', 'install', 'test', 'start', 'run', 'audit'];

test('the documents are found', () => {
  expect(documents).toEqual(
    expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/api.md', 'docs/architecture.md']),
  );
});

describe.each(documents)('%s', (file) => {
  const text = read(file);
  const commands = commandsOf(text);

  test('links to files and headings that exist', () => {
    const targets = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    const dead = targets.filter((target) => {
      if (/^[a-z]+:/.test(target)) return false;
      const [name = '', fragment] = target.split('#');
      const to = name === '' ? file : path.join(path.dirname(file), name);
      if (!existsSync(path.join(root, to))) return true;
      return fragment !== undefined && to.endsWith('.md') && !anchorsOf(to).has(fragment);
    });
    expect(dead).toEqual([]);
  });

  test('names files of the project that exist', () => {
    const named = [...text.matchAll(/`((?:lambda|lib|test|bench|docs)\/[\w./-]+)`/g)].map(([, name]) => name!);
    // Capitals stand for a name that the reader puts in.
    expect(named.filter((name) => !/\b[A-Z]{3,}\b/.test(name) && !existsSync(path.join(root, name)))).toEqual([]);
  });

  test('has its reader run scripts, commands and files that exist', () => {
    const npm = [...commands.matchAll(/\bnpm (run(?: --silent)? )?([\w:-]+)/g)];
    expect(npm.filter(([, run, name]) => !(run ? name! in scripts : NPM.includes(name!))).map(([all]) => all)).toEqual(
      [],
    );
    const tagih = [...commands.matchAll(/(?:\btagih --|^tagih) ([a-z][\w-]*)/gm)].map(([, name]) => name!);
    expect(tagih.filter((name) => !COMMANDS.some((command) => command.name === name))).toEqual([]);
    const files = [...commands.matchAll(/\b(?:node|vitest run) ((?:[\w-]+\/)+[\w.-]*\w)/g)].map(([, name]) => name!);
    expect(files.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  test('names no folder of somebody’s machine', () => {
    expect(text.match(/(?<![\w.])\/(?:home|root|Users|tmp|work|mnt)\/\S*/g) ?? []).toEqual([]);
  });
});
