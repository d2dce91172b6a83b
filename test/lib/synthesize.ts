import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { configOf } from '../../lib/config.ts';
import { TrackerStack } from '../../lib/tracker-stack.ts';

/** The stack's template for a configuration, without the slow parts: `nag.test.ts` validates, and nothing is uploaded. */
export function templateOf(context: Record<string, unknown> = {}): Template {
  process.env.CDK_VALIDATION = 'false';
  const app = new App({ context: { 'aws:cdk:disable-asset-staging': true, ...context } });
  return Template.fromStack(new TrackerStack(app, 'Tagih-prod', { config: configOf(app) }));
}
