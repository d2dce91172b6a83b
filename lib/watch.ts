import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  PeriodOverride,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { HandlerName } from '../lambda/bundles.ts';
import type { Alert } from './alert.ts';
import type { Api } from './api.ts';
import type { Config } from './config.ts';
import type { Crawl } from './crawl.ts';
import type { Ledger } from './ledger.ts';
import { written } from './metrics.ts';

export interface WatchProps {
  config: Config;
  ledger: Ledger;
  crawl: Crawl;
  alert: Alert;
  api: Api;
}

/** What the handlers count (`addMetric`), by the question it answers, in the order of the data's path. */
const COUNTED: { title: string; service: HandlerName; names: string[] }[] = [
  {
    title: 'Feeds: polled, failed, left for the next poll, with a gap',
    service: 'poll',
    names: ['FeedsPolled', 'FeedsFailed', 'FeedsLeft', 'FeedGaps'],
  },
  { title: 'Articles: read, pages lost', service: 'ingest', names: ['ArticlesRead', 'PagesLost'] },
  {
    title: 'Ledger: commitments looked at, transitions of status',
    service: 'sweep',
    names: ['CommitmentsLooked', 'TransitionsRecorded'],
  },
  { title: 'Messages: sent, given up', service: 'deliver', names: ['MessagesSent', 'MessagesDead'] },
];

/** One dashboard: what comes in, what comes of it, what waits, and what it costs. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, { config, ledger, crawl, alert, api }: WatchProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: `Tagih-${config.stage}`,
      defaultInterval: Duration.days(3),
      periodOverride: PeriodOverride.INHERIT,
    });
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 8, height: 6 });
    const queues = [crawl.entries, alert.deliveries];
    const handlers = [crawl.poll, crawl.ingest, alert.sweep, alert.deliver, ...Object.values(api.handlers), api.probe];
    const hour = { period: Duration.hours(1) };
    const day = Duration.days(1);

    dashboard.addWidgets(
      new TextWidget({
        markdown: `# Tagih ${config.stage}\n[Commitments by status](${api.url}/v1/stats) · [feeds and their health](${api.url}/v1/feeds) · runbook: docs/runbook.md`,
        width: 24,
        height: 2,
      }),
      new AlarmStatusWidget({
        title: 'What does not work',
        alarms: [...crawl.alarms, ...alert.alarms, ...api.alarms],
        width: 16,
        height: 5,
      }),
      new SingleValueWidget({
        title: 'The last day',
        metrics: [written(config, 'ingest', 'ArticlesRead', day), written(config, 'sweep', 'TransitionsRecorded', day)],
        width: 8,
        height: 5,
      }),
    );
    dashboard.addWidgets(
      ...COUNTED.map(({ title, service, names }) =>
        graph(
          title,
          names.map((name) => written(config, service, name)),
        ),
      ),
      graph(
        'Lag: age of the oldest message, seconds',
        queues.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage(hour)),
      ),
      graph(
        'Worked on: messages of the queues',
        queues.map(({ queue }) => queue.metricNumberOfMessagesDeleted({ ...hour, statistic: 'Sum' })),
      ),
      graph(
        'Put aside: messages in dead-letter queues',
        queues.map(({ deadLetters }) => deadLetters.metricApproximateNumberOfMessagesVisible(hour)),
      ),
      graph('API: requests, faults of its own', [
        api.http.metricCount(hour),
        api.http.metricServerError({ ...hour, statistic: 'Sum' }),
      ]),
      graph('API: latency, 50th and 95th percentile, ms', [
        api.http.metricLatency({ ...hour, statistic: 'p50' }),
        api.http.metricLatency({ ...hour, statistic: 'p95' }),
      ]),
    );
    dashboard.addWidgets(
      graph('Cost: requests to the table, units', [
        ledger.table.metricConsumedReadCapacityUnits({ ...hour, statistic: 'Sum' }),
        ledger.table.metricConsumedWriteCapacityUnits({ ...hour, statistic: 'Sum' }),
      ]),
      graph(
        'Cost: calls of handlers',
        handlers.map((h) => h.function.metricInvocations(hour)),
      ),
      graph(
        'Cost: time of handlers, ms',
        handlers.map((h) => h.function.metricDuration({ ...hour, statistic: 'Sum' })),
      ),
    );
  }
}
