import type { App } from 'aws-cdk-lib';
import * as z from 'zod';

/** All that differs from one deployment to another. Given as `--context NAME=VALUE`, checked before anything is made. */
const schema = z.strictObject({
  /** Several stages live side by side in one account under their own names. */
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,19}$/, 'lower-case letters, digits and dashes, at most 20')
    .default('prod'),
  /** Who is told when something does not work; without it nobody is. */
  operatorEmail: z.email().optional(),
  /** Sender of alerts by e-mail, an identity that SES has verified; without it nobody is told by e-mail. */
  mailFrom: z.email().optional(),
  /** Address of the public page, for the links in alerts; without it the HTTP API's own. */
  publicUrl: z.url({ protocol: /^https$/ }).optional(),
  /** Address or URL that the crawler's User-Agent names for complaints. */
  contact: z.string().min(3).default('https://github.com/tagih'),
  pollMinutes: z.coerce.number().int().min(1).max(59).default(5),
  sweepMinutes: z.coerce.number().int().min(1).max(59).default(5),
  snapshotDays: z.coerce.number().int().min(30).default(3650),
  logDays: z.coerce
    .number()
    .int()
    .refine((n) => [7, 14, 30, 60, 90, 180, 365].includes(n), 'one of 7, 14, 30, 60, 90, 180, 365')
    .default(30),
  /** Remove the data with the stack. Off: removing the stack keeps the table and the snapshots. */
  destroyData: z.stringbool().or(z.boolean()).default(false),
});

export type Config = z.infer<typeof schema>;

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
