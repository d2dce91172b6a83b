import { App } from 'aws-cdk-lib';
import { configOf } from './config.ts';
import { TrackerStack } from './tracker-stack.ts';

/** The CDK app: one stack a stage, in whatever account and region the credentials name. */
const app = new App();
const config = configOf(app);
new TrackerStack(app, `Tagih-${config.stage}`, { config });
// Only when asked for: loading and running all rules takes longer than the rest of the synthesis.
if (app.node.tryGetContext('nag')) (await import('./nag.ts')).checkAll(app);
app.synth();
