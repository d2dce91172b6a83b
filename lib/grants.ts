import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { TABLE } from '../lambda/table.ts';

/**
 * The requests that the rooms' stores make, and no others: nothing scans, deletes single items, or touches the table
 * itself.
 */
const READING = ['GetItem', 'BatchGetItem', 'Query'];
const WRITING = ['PutItem', 'UpdateItem', 'BatchWriteItem'];

/** Lets a handler read, or also write, the table, and each index by its name. */
export function grantTable(handler: LambdaFunction, table: TableV2, may: 'read' | 'write' = 'write'): void {
  handler.addToRolePolicy(
    new PolicyStatement({
      actions: [...READING, ...(may === 'write' ? WRITING : [])].map((action) => `dynamodb:${action}`),
      resources: [table.tableArn, ...TABLE.indexes.map(({ name }) => `${table.tableArn}/index/${name}`)],
    }),
  );
}

/** Lets a handler keep and read objects below a prefix; it may neither list nor delete. */
export function grantObjects(handler: LambdaFunction, bucket: IBucket, prefix: string): void {
  handler.addToRolePolicy(
    new PolicyStatement({ actions: ['s3:PutObject', 's3:GetObject'], resources: [bucket.arnForObjects(`${prefix}*`)] }),
  );
}
