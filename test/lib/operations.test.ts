import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDb, testDb } from '../engines.ts';

const root = path.join(import.meta.dirname, '../..');

const document = readFileSync(path.join(root, 'docs/operations.md'), 'utf8');
/** The scripts that the document has an operator run, by the function each is about. */
const scripts = [...document.matchAll(/npx node --input-type=module -e "\n([\s\S]*?)\n"$/gm)].map(
  ([, script]) => script!,
);
const scriptOf = (name: string) => scripts.find((script) => script.includes(`await ${name}(`))!;
/** A line of the document that begins a command of `tagih`. */
const lineOf = (command: string) => document.match(new RegExp(`^npm run --silent tagih -- ${command}.*$`, 'm'))![0];

let db: TestDb;
beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.stop());

async function execute(file: string, args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(file, args, {
    cwd: root,
    env: {
      ...process.env,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: db.engine.endpoint,
      TAGIH_TABLE: db.table,
    },
  });
  return stdout.trim();
}
const run = (name: string) => execute(process.execPath, ['--input-type=module', '-e', scriptOf(name)]);

test('a token is given, listed and taken back by the commands of the document', async () => {
  const sh = (line: string) => execute('sh', ['-c', line]);
  expect(await sh(lineOf('token create'))).toMatch(/^tagih_[\w-]{43}$/);
  const { id, state } = JSON.parse(await sh(lineOf('token list'))) as { id: string; state: string };
  expect(state).toBe('good');
  await sh(lineOf('token revoke').replace('ID', id));
  expect(JSON.parse(await sh(lineOf('token list')))).toMatchObject({ id, state: 'revoked' });
});

test('reading everything again by the command of the document works on a table of any size, also an empty one', async () => {
  expect(await run('reextract')).toContain('looked: 0');
});

test('a table is backed up and brought back by the commands of the document', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tagih-backup-'));
  try {
    const at = (line: string) => line.replace('backups/today', folder);
    await execute('sh', ['-c', at(lineOf('backup'))]);
    expect(await readdir(folder)).toEqual(['table.json.gz']);
    await execute('sh', ['-c', `${at(lineOf('restore'))} --again`]);
    await expect(execute('sh', ['-c', at(lineOf('restore'))])).rejects.toThrow('is not empty');
  } finally {
    await rm(folder, { recursive: true });
  }
});
