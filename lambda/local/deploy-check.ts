import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

/** What one check found. `no` prevents a deployment; `but` lets it go through with something missing. */
export interface Finding {
  name: string;
  verdict: 'ok' | 'but' | 'no';
  /** What was found; where it is not well, what to do. */
  says: string;
}

export interface AccountOptions {
  region?: string | undefined;
  /** The sender that will be configured; without it only the account's own limits are looked at. */
  mailFrom?: string | undefined;
}

/** Where `cdk bootstrap` writes down its version, and the oldest that takes what the stack uploads. */
const BOOTSTRAP = { parameter: '/cdk-bootstrap/hnb659fds/version', oldest: 6 };
/** Concurrent runs that the schedules' handlers keep for themselves. */
const RESERVED = 2;
/** What Lambda leaves to all other functions of an account, whatever is reserved. */
const UNRESERVED = 100;
/** Nobody waits longer than this for an answer that does not come. */
const TIMEOUT_MS = 5000;

/** Checks the account, one finding after another; without credentials or a region there is only that to say. */
export async function* checkAccount({ region, mailFrom }: AccountOptions): AsyncGenerator<Finding> {
  const options = {
    ...(region ? { region } : {}),
    maxAttempts: 2,
    requestHandler: { connectionTimeout: TIMEOUT_MS, requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true },
  };
  const sts = new STSClient(options);
  const where = await sts.config.region().catch(() => null);
  if (!where) {
    yield no('region', 'none is set: give --region, for example ap-southeast-3 (Jakarta), or set AWS_REGION');
    return;
  }
  yield ok('region', where);
  const credentials = await credentialsOf(sts);
  yield credentials;
  if (credentials.verdict !== 'ok') return;
  yield await told('bootstrap', bootstrapOf(new SSMClient(options), where));
  yield await told('concurrency', concurrencyOf(new LambdaClient(options)));
  const ses = new SESv2Client(options);
  yield await told('e-mail', mailOf(ses));
  if (mailFrom) yield await told('sender', senderOf(ses, mailFrom));
}

const ok = (name: string, says: string): Finding => ({ name, verdict: 'ok', says });
const but = (name: string, says: string): Finding => ({ name, verdict: 'but', says });
const no = (name: string, says: string): Finding => ({ name, verdict: 'no', says });

const causeOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
const isNamed = (error: unknown, ...names: string[]): boolean => error instanceof Error && names.includes(error.name);

/** A check that could not be made prevents nothing, and says why it was not made. */
async function told(name: string, finding: Promise<Finding>): Promise<Finding> {
  return finding.catch((error: unknown) =>
    but(name, `could not be checked (${causeOf(error)}); the credentials may not be allowed to look`),
  );
}

async function credentialsOf(client: STSClient): Promise<Finding> {
  try {
    const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}));
    return ok('credentials', `account ${Account}, as ${Arn}`);
  } catch (error) {
    if (isNamed(error, 'CredentialsProviderError')) {
      return no('credentials', 'none were found: run aws configure or aws sso login, or set AWS_PROFILE');
    }
    if (isNamed(error, 'TimeoutError', 'NetworkingError') || /ENOTFOUND|ECONNREFUSED|EAI_AGAIN/.test(causeOf(error))) {
      return no(
        'credentials',
        `AWS does not answer (${causeOf(error)}): look at the network, the proxy and the region's name`,
      );
    }
    return no('credentials', `AWS does not take them (${causeOf(error)}): renew them`);
  }
}

async function bootstrapOf(client: SSMClient, region: string): Promise<Finding> {
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: BOOTSTRAP.parameter }));
    const version = Number(Parameter?.Value);
    if (version >= BOOTSTRAP.oldest) return ok('bootstrap', `version ${version}`);
    return no(
      'bootstrap',
      `version ${Parameter?.Value} is older than ${BOOTSTRAP.oldest}: run npx cdk bootstrap again`,
    );
  } catch (error) {
    if (!isNamed(error, 'ParameterNotFound')) throw error;
    return no('bootstrap', `${region} has not been prepared for CDK: run npx cdk bootstrap aws://ACCOUNT/${region}`);
  }
}

async function concurrencyOf(client: LambdaClient): Promise<Finding> {
  const { AccountLimit } = await client.send(new GetAccountSettingsCommand({}));
  const all = AccountLimit?.ConcurrentExecutions ?? 0;
  const free = AccountLimit?.UnreservedConcurrentExecutions ?? 0;
  if (free >= UNRESERVED + RESERVED) return ok('concurrency', `${free} of ${all} concurrent runs are not reserved`);
  return no(
    'concurrency',
    `${free} of ${all} concurrent runs are not reserved, and Lambda refuses to leave fewer than ${UNRESERVED}: ask for a higher quota (Service Quotas, Lambda, Concurrent executions), or deploy with --context reserveConcurrency=false`,
  );
}

async function mailOf(client: SESv2Client): Promise<Finding> {
  const { ProductionAccessEnabled, SendingEnabled, SendQuota } = await client.send(new GetAccountCommand({}));
  if (SendingEnabled === false)
    return but('e-mail', 'SES has stopped this account from sending: see its reputation dashboard');
  if (!ProductionAccessEnabled) {
    return but(
      'e-mail',
      'SES is in its sandbox and sends to verified addresses only: request production access, or do without --context mailFrom',
    );
  }
  return ok('e-mail', `SES sends up to ${SendQuota?.Max24HourSend ?? '?'} messages a day`);
}

/** The sender must be verified, itself or by its domain. */
async function senderOf(client: SESv2Client, mailFrom: string): Promise<Finding> {
  for (const identity of [mailFrom, mailFrom.slice(mailFrom.lastIndexOf('@') + 1)]) {
    try {
      const { VerifiedForSendingStatus } = await client.send(new GetEmailIdentityCommand({ EmailIdentity: identity }));
      if (VerifiedForSendingStatus) return ok('sender', `${identity} is verified`);
    } catch (error) {
      if (!isNamed(error, 'NotFoundException')) throw error;
    }
  }
  return but(
    'sender',
    `${mailFrom} is not verified, so no e-mail will be sent: aws sesv2 create-email-identity --email-identity ${mailFrom}, then follow the link it sends`,
  );
}
