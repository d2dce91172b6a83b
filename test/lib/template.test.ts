import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { templateOf } from './synthesize.ts';

/** The flags that `cdk deploy` runs with. */
const { context } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../cdk.json'), 'utf8')) as {
  context: Record<string, unknown>;
};
/** Bundles change with every source; what AWS is told about them does not. */
const synthesized = (): unknown =>
  JSON.parse(JSON.stringify(templateOf(context).toJSON()).replace(/[0-9a-f]{64}\.zip/g, 'HASH.zip'));

test('what AWS is told changes only when somebody means it to', () => {
  expect(synthesized()).toMatchSnapshot();
});
