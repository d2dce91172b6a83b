import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { ENV, requireEnv } from '../env.ts';
import { scheduled } from '../handler.ts';
import { probe } from './probe.ts';

/** Asks the public address what readers ask; fails where it does not answer, which an alarm counts. */
export const handler = scheduled('probe', async ({ metrics }) => {
  metrics.addMetric('ProbeMs', MetricUnit.Milliseconds, await probe(requireEnv(ENV.publicUrl)));
});
