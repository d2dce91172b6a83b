import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../dynamo.ts';
import { all, get, type Key, put, update, wholeItems } from '../items.ts';
import { Problem } from './problem.ts';
import type { ApiRequest } from './request.ts';

/** What a bearer token may do. */
export const SCOPES = {
  review: 'confirm, correct, link, part and annotate commitments',
  moderate: 'read and decide on replies',
} as const;
export type Scope = keyof typeof SCOPES;

interface TokenItem {
  /** Whom it was given to: stands beside every review. */
  name: string;
  scopes: Scope[];
  createdAt: string;
  /** ISO instant after which it is no longer taken; absent for one that is taken until revoked. */
  until?: string;
  revokedAt?: string;
}

/** A token as it is listed: everything but itself. */
export interface TokenLine {
  /** The first characters of its hash: names it, and opens nothing. */
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  until: string | null;
  state: 'good' | 'expired' | 'revoked';
}

/** Partition of the index `status` that all tokens are in. */
const ALL = 'TOKENS';
const ID_CHARS = 12;

const tokenKey = (hash: string) => ({ pk: `TOKEN#${hash}`, sk: 'TOKEN' });
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What names a token in a list. */
export const tokenId = (token: string): string => hashOf(token).slice(0, ID_CHARS);

const isOver = ({ until }: { until?: string }, now: Date): boolean =>
  until !== undefined && Date.parse(until) <= now.getTime();

/**
 * Makes a token. Only its hash is kept: it cannot be shown again.
 * @param until ISO instant after which it is no longer taken.
 * @returns the token, `tagih_` and 43 characters.
 */
export async function issueToken(
  db: Db,
  { name, scopes, until }: { name: string; scopes: Scope[]; until?: string },
  now: Date,
): Promise<string> {
  const token = `tagih_${randomBytes(32).toString('base64url')}`;
  const hash = hashOf(token);
  const item: TokenItem = { name, scopes, createdAt: now.toISOString(), ...(until ? { until } : {}) };
  const listed = { statusPk: ALL, statusSk: `${item.createdAt}#${hash}` };
  await put(db, { ...tokenKey(hash), ...item, ...listed }, 'attribute_not_exists(pk)');
  return token;
}

/** Every token ever made, the oldest first. */
export async function listTokens(db: Db, now: Date): Promise<TokenLine[]> {
  const lines: TokenLine[] = [];
  const tokens = wholeItems<TokenItem & Key>(db, {
    index: 'status',
    condition: 'statusPk = :pk',
    values: { ':pk': ALL },
  });
  for await (const item of tokens)
    lines.push({
      id: item.pk.slice('TOKEN#'.length).slice(0, ID_CHARS),
      name: item.name,
      scopes: item.scopes,
      createdAt: item.createdAt,
      until: item.until ?? null,
      state: item.revokedAt ? 'revoked' : isOver(item, now) ? 'expired' : 'good',
    });
  return lines;
}

/** Takes a token back, by itself or by the id it is listed under; true where there was one. */
export async function revokeToken(db: Db, which: string, now: Date): Promise<boolean> {
  const hash = which.startsWith('tagih_') ? hashOf(which) : await hashById(db, which);
  if (!hash) return false;
  const at = { ':at': now.toISOString() };
  return (await update(db, tokenKey(hash), 'SET revokedAt = :at', 'attribute_exists(pk)', { values: at })) !== null;
}

async function hashById(db: Db, id: string): Promise<string | null> {
  if (!/^[0-9a-f]{12}$/.test(id)) return null;
  const items = await all<{ pk: string }>(db, {
    index: 'status',
    condition: 'statusPk = :pk',
    values: { ':pk': ALL },
  });
  return items.map(({ pk }) => pk.slice('TOKEN#'.length)).find((hash) => hash.startsWith(id)) ?? null;
}

/**
 * The name of whoever asks, by the bearer token of the request.
 * @throws Problem 401 without a good token, 403 with one that lacks the scope.
 */
export async function authorize(request: ApiRequest, scope: string): Promise<string> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  const item =
    scheme?.toLowerCase() === 'bearer' && token ? await get<TokenItem>(request.db, tokenKey(hashOf(token))) : null;
  if (!item || item.revokedAt || isOver(item, request.now)) {
    throw new Problem(401, 'Unauthorized', 'a bearer token is needed here', {
      headers: { 'www-authenticate': `Bearer realm="tagih", scope="${scope}"` },
    });
  }
  if (!item.scopes.some((one) => one === scope)) {
    throw new Problem(403, 'Forbidden', `this token does not have the scope ${scope}`, {
      headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
    });
  }
  return item.name;
}
