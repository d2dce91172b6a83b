import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../dynamo.ts';
import { get, put } from '../items.ts';
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
  scopes: string[];
  createdAt: string;
  /** ISO instant after which it is no longer taken; absent for one that is taken until revoked. */
  until?: string;
  revokedAt?: string;
}

const tokenKey = (hash: string) => ({ pk: `TOKEN#${hash}`, sk: 'TOKEN' });
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Makes a token. Only its hash is kept: it cannot be shown again.
 * @returns the token, `tagih_` and 43 characters.
 */
export async function issueToken(
  db: Db,
  { name, scopes, until }: { name: string; scopes: Scope[]; until?: string },
  now: Date,
): Promise<string> {
  const token = `tagih_${randomBytes(32).toString('base64url')}`;
  const item: TokenItem = { name, scopes, createdAt: now.toISOString(), ...(until ? { until } : {}) };
  await put(db, { ...tokenKey(hashOf(token)), ...item }, 'attribute_not_exists(pk)');
  return token;
}

/** Takes a token back; true where there was one. */
export async function revokeToken(db: Db, token: string, now: Date): Promise<boolean> {
  const key = tokenKey(hashOf(token));
  const item = await get<TokenItem>(db, key);
  if (!item) return false;
  return put(db, { ...key, ...item, revokedAt: now.toISOString() }, 'attribute_exists(pk)');
}

/**
 * The name of whoever asks, by the bearer token of the request.
 * @throws Problem 401 without a good token, 403 with one that lacks the scope.
 */
export async function authorize(request: ApiRequest, scope: string): Promise<string> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  const item =
    scheme?.toLowerCase() === 'bearer' && token ? await get<TokenItem>(request.db, tokenKey(hashOf(token))) : null;
  const isGood = item && !item.revokedAt && (!item.until || Date.parse(item.until) > request.now.getTime());
  if (!isGood) {
    throw new Problem(401, 'Unauthorized', 'a bearer token is needed here', {
      headers: { 'www-authenticate': `Bearer realm="tagih", scope="${scope}"` },
    });
  }
  if (!item.scopes.includes(scope)) {
    throw new Problem(403, 'Forbidden', `this token does not have the scope ${scope}`, {
      headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
    });
  }
  return item.name;
}
