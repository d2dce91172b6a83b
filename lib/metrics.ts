import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { HandlerName } from '../lambda/bundles.ts';
import { type Config, namespaceOf } from './config.ts';

/** A metric that a handler writes with its log (`addMetric` in `lambda/`), summed over a period, by default an hour. */
export function written(config: Config, service: HandlerName, metricName: string, period = Duration.hours(1)): Metric {
  return new Metric({
    namespace: namespaceOf(config),
    metricName,
    dimensionsMap: { service },
    statistic: 'Sum',
    period,
  });
}
