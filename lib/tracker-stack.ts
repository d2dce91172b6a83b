import { Stack, type StackProps } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { ENV } from '../lambda/env.ts';
import { acknowledge } from './acknowledged.ts';
import { Alert } from './alert.ts';
import { Api } from './api.ts';
import { Budget } from './budget.ts';
import type { Config } from './config.ts';
import { Crawl } from './crawl.ts';
import { Ledger } from './ledger.ts';
import { Watch } from './watch.ts';

/** The whole product on AWS: what it keeps, the three ways in and out of it, and what watches over them. */
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

    // Messages link to the page; new subscribers are asked by e-mail.
    this.alert.deliver.function.addEnvironment(ENV.publicUrl, config.publicUrl ?? this.api.url);
    this.api.handlers.account.function.addEnvironment(ENV.deliverQueueUrl, this.alert.deliveries.queue.queueUrl);
    this.alert.deliveries.queue.grantSendMessages(this.api.handlers.account.function);

    const toOperator = new SnsAction(this.alert.topic);
    for (const alarm of [...this.crawl.alarms, ...this.alert.alarms, ...this.api.alarms]) {
      alarm.addAlarmAction(toOperator);
      // The operator hears of the end too, or would have to look.
      alarm.addOkAction(toOperator);
    }
    new Watch(this, 'Watch', { config, ledger: this.ledger, crawl: this.crawl, alert: this.alert, api: this.api });
    if (config.budgetUsd && config.operatorEmail) {
      new Budget(this, 'Budget', { stage: config.stage, limit: config.budgetUsd, email: config.operatorEmail });
    }
    acknowledge(this);
  }
}
