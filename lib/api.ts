import { CfnOutput, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type CfnStage, HttpApi, HttpMethod, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { HTTP_FUNCTIONS, type HttpFunction, WAYS } from '../lambda/api/functions.ts';
import { ENV } from '../lambda/env.ts';
import { above } from './alarms.ts';
import type { Config } from './config.ts';
import { Every } from './every.ts';
import { Front } from './front.ts';
import { grantTable } from './grants.ts';
import { Handler } from './handler.ts';
import type { Ledger } from './ledger.ts';
import { written } from './metrics.ts';

/** Whoever merely reads may not write: only what is written has a function that can. */
const MAY: Record<HttpFunction, 'read' | 'write'> = { api: 'read', page: 'read', feed: 'read', account: 'write' };

/** HTTP: what programs, people and feed readers read, and what is written; a function each behind one HTTP API. */
export class Api extends Construct {
  readonly handlers: Record<HttpFunction, Handler>;
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
    const made = HTTP_FUNCTIONS.map((name) => {
      const handler = new Handler(this, name[0]!.toUpperCase() + name.slice(1), {
        handler: name,
        config,
        memorySize: 1024,
        timeout: Duration.seconds(20),
        environment: {
          [ENV.table]: ledger.table.tableName,
          ...(config.cloudFront ? { [ENV.proxyKey]: proxyKey } : {}),
        },
      });
      grantTable(handler.function, ledger.table, MAY[name]);
      const integration = new HttpLambdaIntegration(`${name}Integration`, handler.function, {
        scopePermissionToRoute: false,
      });
      return [name, { handler, integration }] as const;
    });
    this.handlers = Object.fromEntries(made.map(([name, { handler }]) => [name, handler])) as typeof this.handlers;
    this.http = new HttpApi(this, 'Http', { createDefaultStage: false });
    const integrations = new Map(made.map(([name, { integration }]) => [name, integration]));
    for (const { path, methods, to } of WAYS) {
      this.http.addRoutes({
        path,
        methods: methods.map((method) => HttpMethod[method]),
        integration: integrations.get(to)!,
      });
    }
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
    for (const { function: own } of Object.values(this.handlers)) {
      own.addEnvironment(ENV.publicUrl, config.publicUrl ?? this.url);
    }
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
      ...Object.values(this.handlers).flatMap((handler) => handler.alarms),
      ...this.probe.alarms,
      ...schedule.alarms,
      above(this, 'Faults', {
        says: 'The API answered at least ten requests within a quarter of an hour with a fault of its own.',
        runbook: 'api',
        // The functions answer their own faults properly, so their errors do not count them.
        metric: this.http.metricServerError({ period: Duration.minutes(15), statistic: 'Sum' }),
        threshold: 10,
      }),
    ];
    new CfnOutput(this, 'Url', { value: this.url });
  }
}
