import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { expect, test, vi } from 'vitest';
import { ACKNOWLEDGED } from '../../lib/acknowledged.ts';
import { configOf } from '../../lib/config.ts';
import { checkAll } from '../../lib/nag.ts';
import { TrackerStack } from '../../lib/tracker-stack.ts';

/** Everything that can be switched on, so that every resource is looked at. */
const EVERYTHING = {
  'aws:cdk:disable-asset-staging': true,
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  stage: 'prod',
  operatorEmail: 'operator@example.org',
  mailFrom: 'tagih@example.org',
  cloudFront: true,
  domainName: 'tagih.example.org',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d',
  budgetUsd: 25,
};

test('the AwsSolutions and Serverless rules and the schemas find nothing that is not acknowledged', () => {
  const outdir = mkdtempSync(path.join(tmpdir(), 'tagih-nag-'));
  vi.stubEnv('CDK_VALIDATION', 'true');
  try {
    const app = new App({ context: EVERYTHING, outdir });
    new TrackerStack(app, 'Tagih-prod', { config: configOf(app) });
    checkAll(app);
    let findings = '';
    try {
      app.synth();
    } catch {
      findings = readFileSync(path.join(outdir, 'validation-report.json'), 'utf8');
    }
    expect(findings).toBe('');
  } finally {
    vi.unstubAllEnvs();
    rmSync(outdir, { recursive: true, force: true });
  }
}, 120_000);

test('every acknowledged finding has a part of the stack and a reason of its own', () => {
  const app = new App({ context: EVERYTHING });
  const stack = new TrackerStack(app, 'Tagih-prod', { config: configOf(app) });
  const paths = new Set(stack.node.findAll().map((construct) => construct.node.path.slice('Tagih-prod'.length + 1)));
  for (const { path: at, reason } of ACKNOWLEDGED) {
    expect(paths).toContain(at);
    expect(reason.length).toBeGreaterThan(20);
  }
});
