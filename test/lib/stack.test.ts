import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { WAYS } from '../../lambda/api/functions.ts';
import { HANDLERS } from '../../lambda/bundles.ts';
import { TABLE } from '../../lambda/table.ts';
import { templateOf } from './synthesize.ts';

describe('the stack', () => {
  let template: Template;
  /** The same with an operator's address, so that there is a subscription. */
  let asked: Template;
  beforeAll(() => {
    template = templateOf();
    asked = templateOf({ operatorEmail: 'operator@example.org' });
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
          Projection: { ProjectionType: 'KEYS_ONLY' },
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
    const emptied = templateOf({ destroyData: true });
    for (const resource of Object.values(emptied.findResources('AWS::DynamoDB::GlobalTable'))) {
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
    expect(schedules).toHaveLength(3);
    for (const { Properties } of schedules) {
      expect(Properties.ScheduleExpressionTimezone).toBe('Asia/Jakarta');
      expect(Properties.Target.DeadLetterConfig).toBeDefined();
    }
  });

  test('has no public bucket', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  test('encrypts its buckets, refuses requests without TLS, and removes snapshots when their days are over', () => {
    const buckets = Object.entries(templateOf({ snapshotDays: 45 }).findResources('AWS::S3::Bucket'));
    expect(buckets).toHaveLength(1);
    const policies = Object.values(template.findResources('AWS::S3::BucketPolicy'));
    for (const [id, { Properties }] of buckets) {
      const rules = Properties.BucketEncryption.ServerSideEncryptionConfiguration;
      expect(rules[0].ServerSideEncryptionByDefault.SSEAlgorithm).toBe('AES256');
      expect(Properties.OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
      const [rule] = Properties.LifecycleConfiguration.Rules;
      // The whole bucket: a rule of a prefix would leave what is kept elsewhere for ever.
      expect(rule).toMatchObject({ Status: 'Enabled', ExpirationInDays: 45 });
      expect(rule).not.toHaveProperty('Prefix');
      expect(rule).not.toHaveProperty('TagFilters');
      const own = policies.filter(({ Properties: policy }) => policy.Bucket.Ref === id);
      const statements = own.flatMap(({ Properties: policy }) => policy.PolicyDocument.Statement);
      expect(statements).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
      expect(statements.filter(({ Effect }) => Effect === 'Allow')).toEqual([]);
    }
  });

  test('encrypts its queues and its table, and lets nobody reach a queue or a topic without TLS', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    const policies = ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'].flatMap((type) =>
      Object.values(template.findResources(type)),
    );
    const secured = policies
      .filter(({ Properties }) => JSON.stringify(Properties.PolicyDocument).includes('aws:SecureTransport'))
      .flatMap(({ Properties }) => [...(Properties.Queues ?? []), ...(Properties.Topics ?? [])])
      .map(({ Ref }) => Ref);
    const all = ['AWS::SQS::Queue', 'AWS::SNS::Topic'].flatMap((type) => Object.keys(template.findResources(type)));
    expect(secured.sort()).toEqual(all.sort());
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', { SSESpecification: { SSEEnabled: false } });
  });

  test('grants named actions on named resources: no managed policy, one wildcard, below a prefix of the bucket', () => {
    for (const { Properties } of Object.values(template.findResources('AWS::IAM::Role'))) {
      expect(Properties.ManagedPolicyArns).toBeUndefined();
    }
    const wild: string[] = [];
    for (const { Properties } of Object.values(template.findResources('AWS::IAM::Policy'))) {
      for (const { Effect, Action, Resource } of Properties.PolicyDocument.Statement) {
        if (Effect !== 'Allow') continue;
        expect(JSON.stringify(Action)).not.toContain('*');
        const resources = [Resource].flat().map((resource) => JSON.stringify(resource));
        wild.push(...resources.filter((resource) => resource.includes('*')));
      }
    }
    expect(wild).toHaveLength(1);
    expect(wild[0]).toContain('/pages/*');
  });

  test('lets only the function that takes what is written write, of those behind the HTTP API', () => {
    const actionsOf = (name: string): string[] =>
      Object.entries(template.findResources('AWS::IAM::Policy'))
        .filter(([id]) => id.startsWith(`Api${name}Role`))
        .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
        .flatMap(({ Action }) => [Action].flat())
        .filter((action: string) => !action.startsWith('logs:'));
    const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
    for (const name of ['', 'Page', 'Feed']) expect(actionsOf(name), name).toEqual(reading);
    expect(actionsOf('Account')).toEqual(expect.arrayContaining([...reading, 'dynamodb:PutItem', 'sqs:SendMessage']));
  });

  test('has a route of its HTTP API for every way in, each to the function that is asked there on one machine', () => {
    const integrations = template.findResources('AWS::ApiGatewayV2::Integration');
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => {
      const integration = integrations[Properties.Target['Fn::Join'][1][1].Ref]!.Properties;
      return `${Properties.RouteKey} ${integration.IntegrationUri['Fn::GetAtt'][0].replace(/^Api|Function[0-9A-F]{8}$/g, '')}`;
    });
    const names = { api: '', page: 'Page', feed: 'Feed', account: 'Account' };
    const ways = WAYS.flatMap(({ path, methods, to }) => methods.map((method) => `${method} ${path} ${names[to]}`));
    expect(routes.sort()).toEqual(ways.sort());
    expect(new Set(ways).size).toBe(ways.length);
  });

  test('lets no handler scan the table or take items out of it', () => {
    const actions = JSON.stringify(template.findResources('AWS::IAM::Policy'));
    expect(actions).toContain('dynamodb:Query');
    for (const action of ['Scan', 'DeleteItem', 'DeleteTable', 'UpdateTable']) {
      expect(actions).not.toContain(`dynamodb:${action}"`);
    }
  });

  test('keeps the failed runs of every handler that is called asynchronously', () => {
    const kept = Object.values(template.findResources('AWS::Lambda::EventInvokeConfig'));
    const called = new Set(
      Object.values(template.findResources('AWS::Scheduler::Schedule')).map(
        ({ Properties }) => Properties.Target.Arn['Fn::GetAtt'][0],
      ),
    );
    expect(new Set(kept.map(({ Properties }) => Properties.FunctionName.Ref))).toEqual(called);
    for (const { Properties } of kept) expect(Properties.DestinationConfig.OnFailure.Destination).toBeDefined();
  });

  test('keeps what a topic cannot hand to a subscriber, with an alarm', () => {
    const subscriptions = Object.values(asked.findResources('AWS::SNS::Subscription'));
    expect(subscriptions.length).toBeGreaterThan(0);
    const alarms = JSON.stringify(asked.findResources('AWS::CloudWatch::Alarm'));
    for (const { Properties } of subscriptions) {
      const [queue] = Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'];
      expect(asked.findResources('AWS::SQS::Queue')).toHaveProperty(queue);
      expect(alarms).toContain(queue);
    }
  });

  test('is called in no way that loses what fails: by a queue, a schedule, a topic or HTTP, and by nothing else', () => {
    // Each of these has a test above that asks for its dead letters; whoever adds another way must add one.
    const callers = ['AWS::Lambda::EventSourceMapping', 'AWS::Scheduler::Schedule', 'AWS::SNS::Subscription'];
    for (const type of callers) expect(Object.keys(asked.findResources(type)).length, type).toBeGreaterThan(0);
    for (const type of [
      'AWS::Events::Rule',
      'AWS::Pipes::Pipe',
      'AWS::Lambda::Url',
      'AWS::StepFunctions::StateMachine',
    ])
      expect(asked.findResources(type), type).toEqual({});
    const allowed = Object.values(asked.findResources('AWS::Lambda::Permission')).map(
      ({ Properties }) => Properties.Principal,
    );
    expect(new Set(allowed)).toEqual(new Set(['apigateway.amazonaws.com']));
    const buckets = Object.values(asked.findResources('AWS::S3::Bucket'));
    for (const { Properties } of buckets) expect(Properties.NotificationConfiguration).toBeUndefined();
  });

  test('sounds an alarm on the errors of every function', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
    const onErrors = alarms.filter(
      ({ Namespace, MetricName }) => Namespace === 'AWS/Lambda' && MetricName === 'Errors',
    );
    const watched = onErrors.map(({ Dimensions }) => {
      expect(Dimensions).toEqual([{ Name: 'FunctionName', Value: { Ref: expect.any(String) } }]);
      return Dimensions[0].Value.Ref;
    });
    expect(watched.sort()).toEqual(Object.keys(template.findResources('AWS::Lambda::Function')).sort());
  });

  test('watches every queue', () => {
    const alarms = JSON.stringify(template.findResources('AWS::CloudWatch::Alarm'));
    for (const id of Object.keys(template.findResources('AWS::SQS::Queue'))) expect(alarms, id).toContain(id);
  });

  test('takes silence of the schedules, and of the reading, for a fault', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    const silence = alarms.filter(({ Properties }) => Properties.TreatMissingData === 'breaching');
    expect(silence.map(({ Properties }) => Properties.MetricName).sort()).toEqual([
      'ArticlesRead',
      'CommitmentsLooked',
      'FeedsPolled',
      'ProbeMs',
    ]);
    for (const { Properties } of silence) expect(Properties.ComparisonOperator).toBe('LessThanThreshold');
  });

  test('keeps every log for the days that are configured', () => {
    for (const { Properties } of Object.values(template.findResources('AWS::Logs::LogGroup'))) {
      expect(Properties.RetentionInDays).toBe(30);
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
