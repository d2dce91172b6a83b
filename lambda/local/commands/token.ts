import { type Command, UsageError } from './command.ts';

const ACTIONS = ['create', 'list', 'revoke'] as const;

/** `tagih token`: bearer tokens of reviewers and moderators, given and taken back. */
export const tokenCommand: Command = {
  name: 'token',
  summary: 'gives, lists and takes back the tokens of reviewers and moderators',
  usage: 'create --name NAME --scope review|moderate [--scope …] [--until DAY] | list | revoke ID   [--data DIR]',
  details: `"create" prints the token, once: only its hash is kept. "revoke" takes the id that "list" shows, or the token.
Works on the table that TAGIH_TABLE names, where it is set (docs/operations.md); else on the data folder, which must
not be in use by a running "tagih start". Exits with 1 where there is no such token.`,
  options: {
    data: { type: 'string', default: 'data' },
    name: { type: 'string' },
    scope: { type: 'string', multiple: true },
    until: { type: 'string' },
  },
  optionHelp: {
    data: 'folder that keeps everything (default: data)',
    name: 'whom it is for: the name that stands beside every review',
    scope: 'what it may do: review, moderate; once for each',
    until: 'last day on which it is taken, such as 2026-12-31 (default: until it is taken back)',
  },
  positionals: [1, 2],
  async run(values, [action, which]) {
    const known = ACTIONS.find((one) => one === action);
    if (!known) throw new UsageError(`"${action}" is none of ${ACTIONS.join(', ')}`);
    if ((known === 'revoke') !== (which !== undefined)) {
      throw new UsageError(known === 'revoke' ? 'an id or a token is missing' : `"${which}" is one argument too many`);
    }
    const tokens = await import('../../api/tokens.ts');
    const { dbFromEnv } = await import('../../dynamo.ts');
    const { ENV } = await import('../../env.ts');
    const asked = known === 'create' ? wanted(values, Object.keys(tokens.SCOPES)) : null;
    const work = async (): Promise<number> => {
      const db = dbFromEnv();
      const now = new Date();
      if (asked) {
        const token = await tokens.issueToken(
          db,
          { ...asked, scopes: asked.scopes as (keyof typeof tokens.SCOPES)[] },
          now,
        );
        process.stderr.write(`token ${tokens.tokenId(token)} of ${asked.name}; it is not shown again:\n`);
        process.stdout.write(`${token}\n`);
        return 0;
      }
      if (which !== undefined) {
        const isTaken = await tokens.revokeToken(db, which, now);
        process.stderr.write(isTaken ? 'taken back\n' : 'there is no such token\n');
        return isTaken ? 0 : 1;
      }
      for (const line of await tokens.listTokens(db, now)) process.stdout.write(`${JSON.stringify(line)}\n`);
      return 0;
    };
    if (process.env[ENV.table]) return work();
    const { onData } = await import('../on-data.ts');
    return onData(String(values.data), {}, work);
  },
};

/** @throws UsageError naming what is missing or wrong. */
function wanted({ name, scope, until }: Parameters<Command['run']>[0], known: string[]) {
  if (typeof name !== 'string' || name.trim() === '') throw new UsageError('--name: whom is it for?');
  const scopes = Array.isArray(scope) ? [...new Set(scope)] : [];
  const odd = scopes.find((one) => !known.includes(one));
  if (odd !== undefined || scopes.length === 0) {
    throw new UsageError(`--scope: ${odd === undefined ? 'give' : `"${odd}" is none of`} ${known.join(', ')}`);
  }
  if (until === undefined) return { name: name.trim(), scopes };
  const day = String(until);
  const end = new Date(`${day}T23:59:59+07:00`);
  // A day that there is not, such as 30 February, is moved on by Date; it must be the same day that comes back.
  const isDay = !Number.isNaN(end.getTime()) && new Date(end.getTime() + 7 * 3_600_000).toISOString().startsWith(day);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isDay)
    throw new UsageError(`--until: "${day}" is not a day such as 2026-12-31`);
  return { name: name.trim(), scopes, until: end.toISOString() };
}
