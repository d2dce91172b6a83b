import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type {
  AttributeDefinition,
  CreateTableCommandInput,
  GlobalSecondaryIndex,
  KeySchemaElement,
} from '@aws-sdk/client-dynamodb';

const root = path.resolve(import.meta.dirname, '../..');

/** Where the local run keeps the synthesized template; `cdk synth` has its own folder. */
export const assemblyDir = path.join(root, 'dist', 'assembly');

interface TableResource {
  Type: string;
  Properties: {
    AttributeDefinitions: AttributeDefinition[];
    KeySchema: KeySchemaElement[];
    GlobalSecondaryIndexes?: Pick<GlobalSecondaryIndex, 'IndexName' | 'KeySchema' | 'Projection'>[];
  };
}

/** Synthesizes the stack into {@link assemblyDir}; the bundles must be there. */
export async function synthesize(): Promise<void> {
  await mkdir(assemblyDir, { recursive: true });
  await promisify(execFile)(process.execPath, [path.join(root, 'lib', 'app.ts')], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: assemblyDir, CDK_DISABLE_VERSION_CHECK: '1', CDK_VALIDATION: 'false' },
  });
}

/**
 * What CreateTable needs to make the very table that AWS would have: read from the synthesized template.
 * @throws Error when the template is missing or has no table.
 */
export async function tableFromTemplate(tableName: string): Promise<CreateTableCommandInput> {
  const file = (await readdir(assemblyDir)).find((name) => name.endsWith('.template.json'));
  if (!file) throw new Error(`no synthesized template in ${assemblyDir}`);
  const template = JSON.parse(await readFile(path.join(assemblyDir, file), 'utf8')) as {
    Resources: Record<string, TableResource>;
  };
  const table = Object.values(template.Resources).find((resource) => resource.Type === 'AWS::DynamoDB::GlobalTable');
  if (!table) throw new Error(`${file} has no DynamoDB table`);
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = table.Properties;
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions,
    KeySchema,
    ...(GlobalSecondaryIndexes
      ? {
          GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys, Projection }) => ({
            IndexName,
            KeySchema: keys,
            Projection,
          })),
        }
      : {}),
  };
}
