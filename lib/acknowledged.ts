import { type Stack, Validations } from 'aws-cdk-lib';

/** What a rule of cdk-nag says about a part of the stack, and why it is left so. */
export interface Acknowledged {
  /** Path of the construct below the stack; '' is the whole stack. */
  path: string;
  id: string;
  reason: string;
}

/** The one table of exceptions. `test/lib/nag.test.ts` fails on a finding that is not here. */
export const ACKNOWLEDGED: readonly Acknowledged[] = [
  {
    path: 'Ledger/Snapshots',
    id: 'AwsSolutions::AwsSolutions-S1',
    reason:
      'One function alone may reach the bucket; its own log names each page. A log of requests would cost more than the bucket.',
  },
  {
    path: 'Crawl/Ingest/Role',
    id: 'AwsSolutions::AwsSolutions-IAM5[Resource::<LedgerSnapshots2634B18E.Arn>/pages/*]',
    reason:
      'Objects are named by the hash of what they hold, so the names are not known beforehand. Only this prefix, only get and put.',
  },
  ...['Crawl/PollSchedule/Missed', 'Alert/SweepSchedule/Missed', 'Api/ProbeSchedule/Missed', 'Alert/Untold'].map(
    (path) => ({
      path,
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason:
        'It is the place for failed runs itself, of a schedule, of asynchronous calls, of a topic; the rule knows those of queues only.',
    }),
  ),
  ...[
    'Crawl/Entries/DeadLetters',
    'Crawl/PollSchedule/Missed',
    'Alert/Deliveries/DeadLetters',
    'Alert/SweepSchedule/Missed',
    'Api/ProbeSchedule/Missed',
    'Alert/Untold',
  ].map((path) => ({
    path,
    id: 'Serverless::Serverless-SQSRedrivePolicy',
    reason: 'It is where messages end; an alarm watches it.',
  })),
  {
    path: 'Api/Http',
    id: 'AwsSolutions::AwsSolutions-APIG4',
    reason:
      'Reading is public. Routes that write check a bearer token or a signed link in their handler, which alone knows the subscription or reviewer that it stands for.',
  },
  ...['Crawl/Poll', 'Alert/Sweep', 'Api/Probe'].map((path) => ({
    path,
    id: 'Serverless::Serverless-LambdaDLQ',
    reason:
      'Failed asynchronous calls go to a queue by the newer means, an on-failure destination, which the rule does not see.',
  })),
  ...['Crawl/Ingest', 'Alert/Deliver'].map((path) => ({
    path,
    id: 'Serverless::Serverless-LambdaDLQ',
    reason: 'Called from a queue only, and that queue has dead letters.',
  })),
  ...['Api/Api', 'Api/Page', 'Api/Feed', 'Api/Account'].map((path) => ({
    path,
    id: 'Serverless::Serverless-LambdaDLQ',
    reason: 'Called synchronously by the HTTP API only: its caller gets the error.',
  })),
  ...['Crawl/Ingest', 'Alert/Deliver'].map((path) => ({
    path,
    id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
    reason: 'Destinations of mappings are for streams; for a queue its own redrive policy is the means, and it is set.',
  })),
  {
    path: '',
    id: 'Serverless::Serverless-LambdaTracing',
    reason:
      'X-Ray is left out for its price: each path is one handler deep, and logs carry the entry, commitment and message by name.',
  },
  {
    path: 'Api/Front',
    id: 'AwsSolutions::AwsSolutions-CFR1',
    reason: 'Readers are wherever they are.',
  },
  {
    path: 'Api/Front',
    id: 'AwsSolutions::AwsSolutions-CFR2',
    reason:
      'A web application firewall costs more than all the rest; the API throttles and the handler limits each caller.',
  },
  {
    path: 'Api/Front',
    id: 'AwsSolutions::AwsSolutions-CFR3',
    reason: 'CloudFront logs hold the addresses of readers. The access log of the HTTP API has what running it needs.',
  },
];

/** Records the findings that are known and wanted; all others fail the test that runs the rules. */
export function acknowledge(stack: Stack): void {
  for (const { path, id, reason } of ACKNOWLEDGED) {
    const construct =
      path === '' ? stack : stack.node.findAll().find((c) => c.node.path === `${stack.node.path}/${path}`);
    if (construct) Validations.of(construct).acknowledge({ id, reason });
  }
}
