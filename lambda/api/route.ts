import type * as z from 'zod/mini';
import type { HttpFunction } from './functions.ts';
import { checked, Problem } from './problem.ts';
import type { Reply } from './reply.ts';
import type { ApiRequest, Format } from './request.ts';

/** What a request's parts became once checked. */
export interface Input<Query, Body> {
  query: Query;
  body: Body;
}

/** What answers a route: the schemas that its requests are checked by, and the function that is given what came of it. */
export interface Endpoint {
  /** Parameters of the query; left out where the language is all that is taken. */
  query?: z.ZodMiniObject;
  /** A body as JSON or as a form sends it. */
  body?: z.ZodMiniType;
  // biome-ignore lint/suspicious/noExplicitAny: a row's input is typed by `route`; the table holds rows of all types.
  answer(request: ApiRequest, input: Input<any, any>): Promise<Reply>;
}

/** One thing that can be asked for. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** The function that answers it; `api` where none is given. */
  by?: HttpFunction;
  /** Where people read it, for who asks for it as a page: another function writes that. */
  page?: string;
  summary: string;
  /** What it is for, where the summary is not enough. */
  description?: string;
  /** Heading in the reference. */
  tag: string;
  /** Schema of the JSON that it answers, by its name in `schema.ts`. */
  reply?: keyof typeof import('./schema.ts');
  /** Status of a success; 200 where it is not given. */
  status?: number;
  /** Representations it has, the default first; JSON alone where none are given. */
  formats?: readonly Format[];
  /** Scope that a bearer token must have. */
  scope?: string;
}

/** A row's name in the tables of what answers it. */
export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

/** Loads what answers a row, on the first request: a cold start reads what it is asked for, and no more. */
type Load = () => Promise<Endpoint>;
/** What one function answers, by the names of the rows. */
export type Answers = Record<string, Load>;

/** What answers a row, its handler typed by its schemas. */
export const answering =
  <Q extends z.ZodMiniObject = z.ZodMiniObject, B extends z.ZodMiniType = z.ZodMiniUndefined>(
    load: () => Promise<{
      query?: Q;
      body?: B;
      answer(request: ApiRequest, input: Input<z.output<Q>, z.output<B>>): Promise<Reply>;
    }>,
  ): Load =>
  () =>
    load() as Promise<Endpoint>;

/** What answers a row, its query's schema included. */
export async function loaded(load: Load): Promise<Endpoint & { query: z.ZodMiniObject }> {
  const [{ langOnly }, endpoint] = await Promise.all([import('./parameters.ts'), load()]);
  return { query: langOnly, ...endpoint };
}

/** Most characters of a body that any route takes. */
const MOST_BODY = 64 * 1024;

/**
 * Checks the parts of a request against its endpoint's schemas.
 * @throws Problem 400, 413 or 415 saying what is wrong and where.
 */
export function inputOf({ query, body }: Endpoint, request: ApiRequest): Input<unknown, unknown> {
  return {
    query: query ? checked(query, request.query, 'query') : request.query,
    body: body ? checked(body, parsedBody(request), 'body') : undefined,
  };
}

function parsedBody({ headers, body }: ApiRequest): unknown {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if ((body ?? '').length > MOST_BODY)
    throw new Problem(413, 'Content too large', `a body has at most ${MOST_BODY} characters`);
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(body ?? ''));
  if (type !== 'application/json') {
    throw new Problem(415, 'Unsupported media type', 'send application/json or application/x-www-form-urlencoded', {
      headers: { accept: 'application/json, application/x-www-form-urlencoded' },
    });
  }
  try {
    return JSON.parse(body ?? '');
  } catch {
    throw new Problem(400, 'Bad request', 'the body is not JSON', {
      errors: [{ pointer: 'body', detail: 'send JSON' }],
    });
  }
}
