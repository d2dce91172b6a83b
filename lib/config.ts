import type { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { feedsFromEnv } from '../lambda/crawl/feeds.ts';
import { ENV, METRICS_NAMESPACE } from '../lambda/env.ts';

/** `true` and `false` as a command line or a `cdk.json` gives them. */
const flag = z.stringbool().or(z.boolean());
/** Minutes after which a schedule comes round; a divisor of 60, so that the pauses are equal over the hour's end. */
const everyMinutes = z.coerce
  .number()
  .int()
  .refine((n) => [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30].includes(n), 'a divisor of 60 from 1 to 30');

/** What is wrong with a file of feeds, or null: the very reader that the handler has decides. */
function faultOfFeeds(file: string): string | null {
  try {
    feedsFromEnv({ [ENV.feedsFile]: file });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** All that differs from one deployment to another. Given as `--context NAME=VALUE`, checked before anything is made. */
const schema = z
  .strictObject({
    /** Several stages live side by side in one account under their own names. */
    stage: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,19}$/, 'lower-case letters, digits and dashes, at most 20')
      .default('prod'),
    /** Who is told when something does not work; without it nobody is. */
    operatorEmail: z.email().optional(),
    /** Sender of alerts by e-mail, an identity that SES has verified; without it nobody is told by e-mail. */
    mailFrom: z.email().optional(),
    /** Address of the public page, for the links in alerts; without it the stack's own. */
    publicUrl: z.url({ protocol: /^https$/ }).optional(),
    /** Address or URL that the crawler's User-Agent names for complaints. */
    contact: z.string().min(3).default('https://github.com/tagih'),
    pollMinutes: everyMinutes.default(5),
    sweepMinutes: everyMinutes.default(5),
    /** Minutes between two questions that a probe asks of the public address. */
    probeMinutes: everyMinutes.default(5),
    /** A JSON file with the feeds to follow, each as `lambda/crawl/feeds.ts` has it; without it the built-in list. */
    feedsFile: z.string().min(1).optional(),
    snapshotDays: z.coerce.number().int().min(30).default(3650),
    logDays: z.coerce
      .number()
      .int()
      .refine((n) => [7, 14, 30, 60, 90, 180, 365].includes(n), 'one of 7, 14, 30, 60, 90, 180, 365')
      .default(30),
    /** Requests a second that the HTTP API takes from everybody together; twice as many in a burst. */
    requestsPerSecond: z.coerce.number().int().min(1).max(5000).default(50),
    /** Host name of the API and the page. Needs `certificateArn`; its DNS record is the operator's to make. */
    domainName: z
      .string()
      .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'a host name in lower case, such as tagih.example.org')
      .optional(),
    /** Certificate of that name: in the stack's region, or in us-east-1 where `cloudFront` is on. */
    certificateArn: z
      .string()
      .regex(/^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]+$/, 'the ARN of an ACM certificate')
      .optional(),
    /** Put CloudFront before the HTTP API; it keeps what the API's cache headers allow. */
    cloudFront: flag.default(false),
    /** US dollars a month for the whole account; at 80% spent and at 100% foreseen the operator is told by e-mail. */
    budgetUsd: z.coerce.number().positive().optional(),
    /** Keep the schedules' handlers from running twice at once. Off for accounts whose quota is too small for it. */
    reserveConcurrency: flag.default(true),
    /** Remove the data with the stack. Off: removing the stack keeps the table and the snapshots. */
    destroyData: flag.default(false),
  })
  .superRefine((config, context) => {
    const needs = (field: string, other: keyof typeof config) => {
      if (config[other] === undefined) {
        context.addIssue({ code: 'custom', path: [other], message: `needed, because ${field} is given` });
      }
    };
    if (config.domainName) needs('domainName', 'certificateArn');
    if (config.certificateArn) needs('certificateArn', 'domainName');
    if (config.budgetUsd) needs('budgetUsd', 'operatorEmail');
    const fault = config.feedsFile ? faultOfFeeds(config.feedsFile) : null;
    if (fault) context.addIssue({ code: 'custom', path: ['feedsFile'], message: fault });
    if (config.cloudFront && config.certificateArn && !config.certificateArn.startsWith('arn:aws:acm:us-east-1:')) {
      context.addIssue({
        code: 'custom',
        path: ['certificateArn'],
        message: 'CloudFront takes it from us-east-1 only',
      });
    }
  });

export type Config = z.infer<typeof schema>;

/** CloudWatch's namespace for a stage's metrics. */
export const namespaceOf = ({ stage }: Config): string =>
  stage === 'prod' ? METRICS_NAMESPACE : `${METRICS_NAMESPACE}/${stage}`;

/**
 * The deployment's configuration from the app's context.
 * @throws Error naming each field that is wrong and what would be right.
 */
export function configOf(app: App): Config {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, app.node.tryGetContext(name)] as const)
      .filter(([, value]) => value !== undefined),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  --context ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`the configuration is wrong:\n${faults.join('\n')}`);
}
