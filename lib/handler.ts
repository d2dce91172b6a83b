import { copyFileSync, cpSync } from 'node:fs';
import path from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { HandlerName } from '../lambda/bundles.ts';
import { ENV } from '../lambda/env.ts';
import { above } from './alarms.ts';
import { type Config, namespaceOf } from './config.ts';
import { checkMadeBy } from './made-by.ts';

export interface HandlerProps {
  handler: HandlerName;
  config: Config;
  environment: Record<string, string>;
  memorySize: number;
  timeout: Duration;
  /** A list of feeds to put beside the bundle. */
  feedsFile?: string | undefined;
  /** Never two at once; for handlers that would only wait for each other. */
  alone?: boolean;
}

/** A function with every default of ours: runtime, bundle, log group, a role of its own, and an alarm on errors. */
export class Handler extends Construct {
  readonly handler: HandlerName;
  readonly function: LambdaFunction;
  readonly alarms: Alarm[];

  constructor(scope: Construct, id: string, props: HandlerProps) {
    super(scope, id);
    this.handler = props.handler;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.config.logDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // The managed policy for logging would let a function write to every log group of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(codeOf(props)),
      handler: 'index.handler',
      role,
      memorySize: props.memorySize,
      timeout: props.timeout,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      reservedConcurrentExecutions: props.alone && props.config.reserveConcurrency ? 1 : undefined,
      environment: {
        // Compiled code is kept between cold starts of one sandbox.
        NODE_COMPILE_CACHE: '/tmp/compile-cache',
        POWERTOOLS_LOG_LEVEL: 'INFO',
        [ENV.metricsNamespace]: namespaceOf(props.config),
        ...props.environment,
        ...(props.feedsFile ? { [ENV.feedsFile]: `/var/task/${FEEDS}` } : {}),
      },
    });
    this.alarms = [
      above(this, 'Errors', {
        says: `${props.handler} fails: ${WHAT_STOPS[props.handler]}`,
        runbook: props.handler,
        metric: this.function.metricErrors({ period: Duration.minutes(15) }),
        threshold: 3,
      }),
    ];
  }
}

const FEEDS = 'feeds.json';

/** Folder of what is uploaded: the bundle, and a list of feeds where there is one. */
function codeOf({ handler, feedsFile, config }: HandlerProps): string {
  const dist = path.join(import.meta.dirname, '..', 'dist');
  checkMadeBy(path.join(dist, 'bundled'));
  const bundle = path.join(dist, handler);
  if (!feedsFile) return bundle;
  const both = path.join(dist, `${handler}-${config.stage}`);
  cpSync(bundle, both, { recursive: true });
  copyFileSync(feedsFile, path.join(both, FEEDS));
  return both;
}

/** What a reader of the alarm must know first: what does not happen while this handler fails. */
const WHAT_STOPS: Record<HandlerName, string> = {
  poll: 'no feed is read, so new articles are missed.',
  ingest: 'articles are not fetched and read, so commitments are missed.',
  sweep: 'lapsed deadlines are not noticed, so no alert is made.',
  deliver: 'alerts are made but do not reach anybody.',
  api: 'programs that read the API get no answer.',
  page: 'people who open the site get no page.',
  feed: 'feed readers get neither Atom nor JSON Feed.',
  account: 'nobody can subscribe, reply or review.',
  probe: 'the public address does not give readers the API.',
};
