import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { deployCheckCommand } from '../../lambda/local/commands/deploy-check.ts';
import { checkAccount, type Finding } from '../../lambda/local/deploy-check.ts';

/** An account that is ready, as AWS would answer for it; tests take parts of it away. */
const READY = {
  identity: 200,
  bootstrap: '30' as string | null,
  unreserved: 1000,
  production: true,
  verified: ['example.org'],
};
let account: typeof READY;
let server: Server;

beforeAll(async () => {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  account = { ...READY };
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_REGION', '');
});

/** As much of STS, SSM, Lambda and SES as is asked. */
function answer(request: IncomingMessage, response: ServerResponse) {
  request.resume();
  const json = (status: number, value: object, type = '') =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...(type ? { 'x-amzn-errortype': type } : {}) })
      .end(JSON.stringify(value));
  const url = request.url ?? '';
  if (request.headers['x-amz-target'] === 'AmazonSSM.GetParameter') {
    if (account.bootstrap === null) return json(400, { __type: 'ParameterNotFound' });
    return json(200, { Parameter: { Value: account.bootstrap } });
  }
  if (url.endsWith('/account-settings')) {
    return json(200, {
      AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: account.unreserved },
    });
  }
  if (url === '/v2/email/account') {
    return json(200, {
      ProductionAccessEnabled: account.production,
      SendingEnabled: true,
      SendQuota: { Max24HourSend: 50_000 },
    });
  }
  if (url.startsWith('/v2/email/identities/')) {
    const identity = decodeURIComponent(url.slice('/v2/email/identities/'.length));
    if (!account.verified.includes(identity)) return json(404, { message: 'unknown' }, 'NotFoundException');
    return json(200, { VerifiedForSendingStatus: true });
  }
  response.writeHead(account.identity, { 'content-type': 'text/xml' });
  const result =
    account.identity === 200
      ? '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/op</Arn><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>'
      : '<ErrorResponse><Error><Code>ExpiredToken</Code><Message>the token has expired</Message></Error></ErrorResponse>';
  return response.end(result);
}

async function findings(mailFrom?: string, region: string | undefined = 'ap-southeast-3'): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const finding of checkAccount({ region, mailFrom })) found.push(finding);
  return found;
}

test('an account that is ready passes every check', async () => {
  const found = await findings('tagih@example.org');
  expect(found.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    'region ok',
    'credentials ok',
    'bootstrap ok',
    'concurrency ok',
    'e-mail ok',
    'sender ok',
  ]);
});

test.each<[string, () => void, string, Finding['verdict'], RegExp]>([
  [
    'no bootstrap',
    () => (account.bootstrap = null),
    'bootstrap',
    'no',
    /npx cdk bootstrap aws:\/\/ACCOUNT\/ap-southeast-3/,
  ],
  ['an old bootstrap', () => (account.bootstrap = '5'), 'bootstrap', 'no', /older than 6/],
  ['a small quota', () => (account.unreserved = 10), 'concurrency', 'no', /reserveConcurrency=false/],
  ['the sandbox of SES', () => (account.production = false), 'e-mail', 'but', /request production access/],
  ['an unverified sender', () => (account.verified = []), 'sender', 'but', /create-email-identity/],
  ['expired credentials', () => (account.identity = 403), 'credentials', 'no', /ExpiredToken[\s\S]*renew them/],
])('says what to do about %s', async (_, take, name, verdict, says) => {
  take();
  const finding = (await findings('tagih@example.org')).find((one) => one.name === name);
  expect(finding?.verdict).toBe(verdict);
  expect(finding?.says).toMatch(says);
});

test('without a region it asks for one, and asks AWS nothing', async () => {
  expect(await findings(undefined, '')).toEqual([expect.objectContaining({ name: 'region', verdict: 'no' })]);
});

test('without credentials it says how to get some, and asks no further', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', '');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', '');
  const found = await findings();
  expect(found.at(-1)).toMatchObject({ name: 'credentials', verdict: 'no' });
  expect(found.at(-1)?.says).toContain('aws configure');
});

test('the command prints a line a check, and fails where a deployment would', async () => {
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  try {
    account.production = false;
    expect(await deployCheckCommand.run({ region: 'ap-southeast-3' }, [])).toBe(0);
    account.bootstrap = null;
    expect(await deployCheckCommand.run({ region: 'ap-southeast-3' }, [])).toBe(1);
  } finally {
    write.mockRestore();
  }
  expect(printed).toHaveLength(10);
  expect(printed[0]).toBe('ok    region: ap-southeast-3\n');
});
