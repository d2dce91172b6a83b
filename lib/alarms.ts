import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

export interface AlarmOn {
  /** What does not work, in one sentence: the first line that an operator reads. */
  says: string;
  /** Section of `docs/runbook.md` that says what to do. */
  runbook: string;
  metric: IMetric;
  threshold: number;
}

const description = ({ says, runbook }: AlarmOn) => `${says}\nRunbook: docs/runbook.md#${runbook}`;

/** Alarms when there is too much of something. No news is good news. */
export function above(scope: Construct, id: string, on: AlarmOn): Alarm {
  return new Alarm(scope, id, {
    alarmDescription: description(on),
    metric: on.metric,
    threshold: on.threshold,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}

/** Alarms when there is too little of something. Silence is what it is for, so missing data counts as none. */
export function below(scope: Construct, id: string, on: AlarmOn): Alarm {
  return new Alarm(scope, id, {
    alarmDescription: description(on),
    metric: on.metric,
    threshold: on.threshold,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
  });
}
