import path from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { HandlerName } from '../lambda/bundles.ts';
import type { Config } from './config.ts';

export interface HandlerProps {
  handler: HandlerName;
  config: Config;
  environment: Record<string, string>;
  memorySize: number;
  timeout: Duration;
  /** At most so many at once; for handlers that must not overwhelm what they call. */
  reservedConcurrency?: number;
}

/** A function with every default of ours: runtime, bundle, log group, and an alarm on errors. */
export class Handler extends Construct {
  readonly function: LambdaFunction;
  readonly errors: Alarm;

  constructor(scope: Construct, id: string, props: HandlerProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.config.logDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(path.join(import.meta.dirname, '..', 'dist', props.handler)),
      handler: 'index.handler',
      memorySize: props.memorySize,
      timeout: props.timeout,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      reservedConcurrentExecutions: props.reservedConcurrency,
      environment: {
        // Compiled code is kept between cold starts of one sandbox.
        NODE_COMPILE_CACHE: '/tmp/compile-cache',
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_LOG_LEVEL: 'INFO',
        ...props.environment,
      },
    });
    this.errors = new Alarm(this, 'Errors', {
      alarmDescription: `${props.handler} fails: ${WHAT_STOPS[props.handler]}\nRunbook: docs/runbook.md#${props.handler}`,
      metric: this.function.metricErrors({ period: Duration.minutes(15) }),
      threshold: 3,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}

/** What a reader of the alarm must know first: what does not happen while this handler fails. */
const WHAT_STOPS: Record<HandlerName, string> = {
  poll: 'no feed is read, so new articles are missed.',
  ingest: 'articles are not fetched and read, so commitments are missed.',
  sweep: 'lapsed deadlines are not noticed, so no alert is made.',
  deliver: 'alerts are made but do not reach anybody.',
  api: 'the API and the page do not answer.',
};
