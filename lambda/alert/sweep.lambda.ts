import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { type Db, dbFromEnv } from '../dynamo.ts';
import { scheduled } from '../handler.ts';
import { sweep } from './sweep.ts';

let db: Db | null = null;

/** Looks at what falls due and gives every change its number. */
export const handler = scheduled('sweep', async ({ now, metrics }) => {
  db ??= dbFromEnv();
  const report = await sweep(db, now);
  metrics.addMetric('ReadingsResumed', MetricUnit.Count, report.resumed);
  metrics.addMetric('CommitmentsLooked', MetricUnit.Count, report.looked);
  metrics.addMetric('ChangesNumbered', MetricUnit.Count, report.numbered ?? 0);
});
