import { Stack, type StackProps } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { ENV } from '../lambda/env.ts';
import { Alert } from './alert.ts';
import { Api } from './api.ts';
import type { Config } from './config.ts';
import { Crawl } from './crawl.ts';
import { Ledger } from './ledger.ts';

/** The whole product on AWS: what it keeps, and the three ways in and out of it. */
export class TrackerStack extends Stack {
  readonly ledger: Ledger;
  readonly crawl: Crawl;
  readonly alert: Alert;
  readonly api: Api;

  constructor(scope: Construct, id: string, { config, ...props }: StackProps & { config: Config }) {
    super(scope, id, { ...props, description: 'Tagih: Indonesian digital-policy commitments and their deadlines' });
    this.ledger = new Ledger(this, 'Ledger', { config });
    this.crawl = new Crawl(this, 'Crawl', { config, ledger: this.ledger });
    this.alert = new Alert(this, 'Alert', { config, ledger: this.ledger });
    this.api = new Api(this, 'Api', { config, ledger: this.ledger });

    // Messages link to the page; the page has new subscribers asked by e-mail.
    this.alert.deliver.function.addEnvironment(ENV.publicUrl, config.publicUrl ?? this.api.http.apiEndpoint);
    this.api.handler.function.addEnvironment(ENV.deliverQueueUrl, this.alert.deliveries.queue.queueUrl);
    this.alert.deliveries.queue.grantSendMessages(this.api.handler.function);

    const toOperator = new SnsAction(this.alert.topic);
    for (const alarm of [
      this.crawl.poll.errors,
      this.crawl.ingest.errors,
      this.crawl.entries.alarm,
      this.alert.sweep.errors,
      this.alert.deliver.errors,
      this.alert.deliveries.alarm,
      this.alert.deadMansSwitch,
      this.api.handler.errors,
    ]) {
      alarm.addAlarmAction(toOperator);
    }
  }
}
