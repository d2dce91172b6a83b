import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDb, testDb } from '../engines.ts';

const root = path.join(import.meta.dirname, '../..');

/** The scripts that the document has an operator run, by the function each is about. */
const scripts = [
  ...readFileSync(path.join(root, 'docs/operations.md'), 'utf8').matchAll(
    /npx node --input-type=module -e "\n([\s\S]*?)\n"$/gm,
  ),
].map(([, script]) => script!);
const scriptOf = (name: string) => scripts.find((script) => script.includes(`await ${name}(`))!;

let db: TestDb;
beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.stop());

async function run(name: string, environment: Record<string, string> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', scriptOf(name)], {
    cwd: root,
    env: {
      ...process.env,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: db.engine.endpoint,
      TAGIH_TABLE: db.table,
      ...environment,
    },
  });
  return stdout.trim();
}

test('a token is given and taken back by the commands of the document', async () => {
  const token = await run('issueToken');
  expect(token).toMatch(/^tagih_[\w-]{43}$/);
  expect(await run('revokeToken', { TOKEN: token })).toBe('true');
  expect(await run('revokeToken', { TOKEN: 'tagih_unknown' })).toBe('false');
});

test('reading everything again by the command of the document works on a table of any size, also an empty one', async () => {
  expect(await run('reextract')).toContain('looked: 0');
});
