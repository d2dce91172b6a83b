import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { HANDLERS } from '../../lambda/bundles.ts';
import { TABLE } from '../../lambda/table.ts';
import { configOf } from '../../lib/config.ts';
import { TrackerStack } from '../../lib/tracker-stack.ts';

const templateOf = (context: Record<string, unknown> = {}) => {
  const app = new App({ context });
  return Template.fromStack(new TrackerStack(app, 'Test', { config: configOf(app) }));
};

describe('the stack', () => {
  let template: Template;
  beforeAll(() => {
    template = templateOf();
  });

  test('has one table with the keys and indexes that the handlers use', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: TABLE.partitionKey, KeyType: 'HASH' },
        { AttributeName: TABLE.sortKey, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: TABLE.indexes.map((index) =>
        Match.objectLike({
          IndexName: index.name,
          KeySchema: [
            { AttributeName: index.partitionKey, KeyType: 'HASH' },
            { AttributeName: index.sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        }),
      ),
      TimeToLiveSpecification: { AttributeName: TABLE.timeToLive, Enabled: true },
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ],
    });
  });

  test('keeps the table and the snapshots when the stack is removed, unless asked otherwise', () => {
    for (const type of ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket']) {
      for (const resource of Object.values(template.findResources(type)))
        expect(resource.DeletionPolicy).toBe('Retain');
    }
    const asked = templateOf({ destroyData: true });
    for (const resource of Object.values(asked.findResources('AWS::DynamoDB::GlobalTable'))) {
      expect(resource.DeletionPolicy).toBe('Delete');
    }
  });

  test('has every handler, on Node 24 and arm64, with a log group of its own', () => {
    const functions = Object.values(template.findResources('AWS::Lambda::Function'));
    expect(functions).toHaveLength(Object.keys(HANDLERS).length);
    for (const { Properties } of functions) {
      expect(Properties.Runtime).toBe('nodejs24.x');
      expect(Properties.Architectures).toEqual(['arm64']);
      expect(Properties.LoggingConfig.LogGroup).toBeDefined();
    }
  });

  test('gives every queue that holds work a place for messages that cannot be done, with an alarm', () => {
    const queues = Object.entries(template.findResources('AWS::SQS::Queue'));
    const work = queues.filter(([, queue]) => queue.Properties.RedrivePolicy !== undefined);
    expect(work).toHaveLength(2);
    const alarmed = JSON.stringify(template.findResources('AWS::CloudWatch::Alarm'));
    for (const [, queue] of work) {
      const [deadLetters] = queue.Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'];
      expect(alarmed).toContain(deadLetters);
    }
  });

  test('reports partial failures of a batch, so that one bad message does not repeat the others', () => {
    template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  test('runs its schedules by the clock of Jakarta, with a dead-letter queue each', () => {
    const schedules = Object.values(template.findResources('AWS::Scheduler::Schedule'));
    expect(schedules).toHaveLength(2);
    for (const { Properties } of schedules) {
      expect(Properties.ScheduleExpressionTimezone).toBe('Asia/Jakarta');
      expect(Properties.Target.DeadLetterConfig).toBeDefined();
    }
  });

  test('has no public bucket and no grant on every resource', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    for (const { Properties } of Object.values(template.findResources('AWS::IAM::Policy'))) {
      for (const statement of Properties.PolicyDocument.Statement) {
        if (statement.Effect === 'Allow') expect(statement.Resource, JSON.stringify(statement)).not.toBe('*');
      }
    }
  });

  test('limits how fast its HTTP API may be called', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    });
  });

  test('tells the operator of every alarm', () => {
    for (const { Properties } of Object.values(template.findResources('AWS::CloudWatch::Alarm'))) {
      expect(Properties.AlarmActions).toHaveLength(1);
      expect(Properties.AlarmDescription).toContain('docs/runbook.md#');
    }
  });
});

describe('the configuration', () => {
  test('names the field that is wrong and what would be right', () => {
    const app = new App({ context: { stage: 'Not A Stage', pollMinutes: 0 } });
    expect(() => configOf(app)).toThrow(/stage: lower-case letters[\s\S]*pollMinutes/);
  });

  test('has a default for everything', () => {
    expect(configOf(new App()).stage).toBe('prod');
  });
});

test('the synthesized template is the same every time', () => {
  expect(templateOf().toJSON()).toEqual(templateOf().toJSON());
});
