import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** The rows of the document's tables: the threat, and which tests of which files guard against it. */
function rows(): { threat: string; guards: { file: string; names: string[] }[] }[] {
  const lines = readFileSync(path.join(root, 'docs/threats.md'), 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith('| ') && !line.startsWith('| threat'))
    .map((line) => {
      const [threat = '', , tests = ''] = line.slice(2, -2).split(' | ');
      const guards = tests.split('; ').map((part) => ({
        file: /`(test\/[^`]+)`/.exec(part)?.[1] ?? '',
        names: [...part.matchAll(/"([^"]+)"/g)].map(([, name]) => name!),
      }));
      return { threat, guards };
    });
}

test('every threat names a test that guards against it, and every test that is named exists', () => {
  const all = rows();
  expect(all.length).toBeGreaterThan(25);
  const missing: string[] = [];
  for (const { threat, guards } of all) {
    for (const { file, names } of guards) {
      if (names.length === 0 || !existsSync(path.join(root, file))) {
        missing.push(`${threat}: ${file || 'no test'}`);
        continue;
      }
      const source = readFileSync(path.join(root, file), 'utf8');
      for (const name of names) {
        // As a title, or as a row of a table of cases; a template may begin with a number of its own.
        const quoted = [`'${name}'`, `"${name}"`, `\`${name}\``, `} ${name}\``];
        if (!quoted.some((text) => source.includes(text))) missing.push(`${file}: ${name}`);
      }
    }
  }
  expect(missing).toEqual([]);
});
