import { CfnOutput, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type CfnStage, HttpApi, HttpMethod, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ENV } from '../lambda/env.ts';
import { above } from './alarms.ts';
import type { Config } from './config.ts';
import { Every } from './every.ts';
import { Front } from './front.ts';
import { grantTable } from './grants.ts';
import { Handler } from './handler.ts';
import type { Ledger } from './ledger.ts';
import { written } from './metrics.ts';

/** HTTP: the API and the page, from one function behind one HTTP API with throttling and an access log. */
export class Api extends Construct {
  readonly handler: Handler;
  /** Asks the public address what a reader asks. */
  readonly probe: Handler;
  readonly http: HttpApi;
  /** Where readers find it. */
  readonly url: string;
  readonly alarms: Alarm[];

  constructor(scope: Construct, id: string, { config, ledger }: { config: Config; ledger: Ledger }) {
    super(scope, id);
    // Part of the stack's ARN, which no reader sees: whoever calls the HTTP API past CloudFront does not know it.
    const proxyKey = Fn.select(2, Fn.split('/', Stack.of(this).stackId));
    this.handler = new Handler(this, 'Api', {
      handler: 'api',
      config,
      memorySize: 1024,
      timeout: Duration.seconds(20),
      environment: {
        [ENV.table]: ledger.table.tableName,
        ...(config.cloudFront ? { [ENV.proxyKey]: proxyKey } : {}),
      },
    });
    grantTable(this.handler.function, ledger.table);
    this.http = new HttpApi(this, 'Http', { createDefaultStage: false });
    const integration = new HttpLambdaIntegration('Integration', this.handler.function);
    // The router in the handler knows the paths; here only the methods that any of them takes.
    this.http.addRoutes({
      path: '/{path+}',
      methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.DELETE, HttpMethod.OPTIONS],
      integration,
    });
    this.http.addRoutes({ path: '/', methods: [HttpMethod.GET, HttpMethod.HEAD], integration });
    const log = new LogGroup(this, 'AccessLog', {
      retention: config.logDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: config.requestsPerSecond, burstLimit: config.requestsPerSecond * 2 },
    });
    (stage.node.defaultChild as CfnStage).accessLogSettings = {
      destinationArn: log.logGroupArn,
      // No address of a reader: what was asked and how it went is enough to run the service.
      format: JSON.stringify({
        requestId: '$context.requestId',
        time: '$context.requestTime',
        route: '$context.routeKey',
        status: '$context.status',
        latencyMs: '$context.responseLatency',
        bytes: '$context.responseLength',
      }),
    };
    this.url = new Front(this, 'Front', { config, http: this.http, stage, proxyKey }).url;
    // Permanent links name what readers know, not the host that a proxy asks.
    this.handler.function.addEnvironment(ENV.publicUrl, config.publicUrl ?? this.url);
    this.probe = new Handler(this, 'Probe', {
      handler: 'probe',
      config,
      memorySize: 256,
      timeout: Duration.seconds(20),
      environment: { [ENV.publicUrl]: config.publicUrl ?? this.url },
    });
    const schedule = new Every(this, 'ProbeSchedule', {
      config,
      minutes: config.probeMinutes,
      handler: this.probe,
      sign: written(config, 'probe', 'ProbeMs'),
      silence: 'No probe of the API has been answered for a while: readers get neither the API nor the page.',
      runbook: 'probe',
    });
    this.alarms = [
      ...this.handler.alarms,
      ...this.probe.alarms,
      ...schedule.alarms,
      above(this, 'Faults', {
        says: 'The API answered at least ten requests within a quarter of an hour with a fault of its own.',
        runbook: 'api',
        // The function answers its own faults properly, so its errors do not count them.
        metric: this.http.metricServerError({ period: Duration.minutes(15), statistic: 'Sum' }),
        threshold: 10,
      }),
    ];
    new CfnOutput(this, 'Url', { value: this.url });
  }
}
