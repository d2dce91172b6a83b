import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { feedsFromEnv } from '../../lambda/crawl/feeds.ts';
import { configOf, namespaceOf } from '../../lib/config.ts';
import { templateOf } from './synthesize.ts';

const of = (context: Record<string, unknown>) => configOf(new App({ context }));
const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d';

const STACK_KEY = { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] };

describe('the configuration', () => {
  test('has a default for everything', () => {
    expect(of({})).toMatchObject({ stage: 'prod', pollMinutes: 5, destroyData: false });
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['stage', { stage: 'Not A Stage' }, /--context stage: lower-case letters/],
    ['pollMinutes', { pollMinutes: 7 }, /--context pollMinutes: a divisor of 60/],
    ['logDays', { logDays: 31 }, /--context logDays: one of 7/],
    ['publicUrl', { publicUrl: 'http://example.org' }, /--context publicUrl:/],
    ['operatorEmail', { operatorEmail: 'nobody' }, /--context operatorEmail:/],
    [
      'feedsFile, which is not there',
      { feedsFile: '/nowhere.json' },
      /--context feedsFile: \/nowhere.json cannot be read/,
    ],
    ['feedsFile, which is something else', { feedsFile: 'package.json' }, /--context feedsFile: package.json is wrong/],
    ['destroyData', { destroyData: 'perhaps' }, /--context destroyData:/],
    ['a domain without a certificate', { domainName: 'tagih.example.org' }, /--context certificateArn: needed/],
    ['a budget that nobody hears of', { budgetUsd: 25 }, /--context operatorEmail: needed/],
    [
      'a certificate where CloudFront cannot use it',
      {
        cloudFront: true,
        domainName: 'a.example.org',
        certificateArn: certificateArn.replace('us-east-1', 'eu-west-1'),
      },
      /--context certificateArn: CloudFront takes it from us-east-1 only/,
    ],
  ])('names the field that is wrong and what would be right: %s', (_, context, message) => {
    expect(() => of(context)).toThrow(message);
  });

  test('names every wrong field at once', () => {
    expect(() => of({ stage: '1', pollMinutes: 0 })).toThrow(/stage[\s\S]*pollMinutes/);
  });

  test('keeps the metrics of stages apart', () => {
    expect(namespaceOf(of({}))).toBe('Tagih');
    expect(namespaceOf(of({ stage: 'dev' }))).toBe('Tagih/dev');
  });
});

describe('what is configured', () => {
  test('a domain of one’s own is mapped to the API, and alerts link to it', () => {
    const template = templateOf({ domainName: 'tagih.example.org', certificateArn });
    template.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'tagih.example.org' });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ TAGIH_PUBLIC_URL: 'https://tagih.example.org' }) },
    });
  });

  test('without CloudFront no forwarded address is believed', () => {
    expect(JSON.stringify(templateOf({}).toJSON())).not.toContain('TAGIH_PROXY_KEY');
  });

  test('CloudFront, a budget and e-mail come when asked for', () => {
    const template = templateOf({
      cloudFront: 'true',
      budgetUsd: '25',
      operatorEmail: 'operator@example.org',
      mailFrom: 'tagih@example.org',
    });
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Origins: [Match.objectLike({ OriginCustomHeaders: [{ HeaderName: 'x-tagih-proxy', HeaderValue: STACK_KEY }] })],
      },
    });
    // Only what CloudFront has signed may say for whom it asks.
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ TAGIH_PROXY_KEY: STACK_KEY }) },
    });
    template.hasResourceProperties('AWS::Budgets::Budget', { Budget: { BudgetLimit: { Amount: 25, Unit: 'USD' } } });
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Endpoint: 'operator@example.org',
      RedrivePolicy: Match.anyValue(),
    });
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'ses:SendEmail',
            Condition: { StringEquals: { 'ses:FromAddress': 'tagih@example.org' } },
          }),
        ]),
      },
    });
  });

  test('two hundred feeds go beside the bundle that polls them, which reads them there', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'tagih-feeds-'));
    const feedsFile = path.join(dir, 'feeds.json');
    const feeds = Array.from({ length: 200 }, (_, n) => ({
      id: `outlet-${n}`,
      outlet: `outlet-${n}`,
      url: `https://outlet-${n}.example.org/rss`,
    }));
    await writeFile(feedsFile, JSON.stringify(feeds));
    const template = templateOf({ feedsFile });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ TAGIH_FEEDS_FILE: '/var/task/feeds.json' }) },
    });
    const shipped = path.join(import.meta.dirname, '../../dist/poll-prod/feeds.json');
    expect(feedsFromEnv({ TAGIH_FEEDS_FILE: shipped })).toHaveLength(200);
    await rm(path.dirname(shipped), { recursive: true });
    await rm(dir, { recursive: true });
  });

  test('an account with a small quota is not asked to reserve any of it', () => {
    const template = templateOf({ reserveConcurrency: 'false' });
    expect(JSON.stringify(template.toJSON())).not.toContain('ReservedConcurrentExecutions');
  });
});
