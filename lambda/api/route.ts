import type * as z from 'zod';
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
  query?: z.ZodObject;
  /** A body as JSON or as a form sends it. */
  body?: z.ZodType;
  // biome-ignore lint/suspicious/noExplicitAny: a row's input is typed by `route`; the table holds rows of all types.
  answer(request: ApiRequest, input: Input<any, any>): Promise<Reply>;
}

/** One thing that can be asked for: the router, the OpenAPI document and its reference are made from the table of these. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
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
  /** Loads what answers it, on the first request: a cold start reads what it is asked for, and no more. */
  load(): Promise<Endpoint>;
}

type Typed<Q extends z.ZodObject, B extends z.ZodType> = Omit<Route, 'load'> & {
  load(): Promise<{
    query?: Q;
    body?: B;
    answer(request: ApiRequest, input: Input<z.output<Q>, z.output<B>>): Promise<Reply>;
  }>;
};

/** A row of the table whose handler is typed by its schemas. */
export const route = <Q extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodUndefined>(
  row: Typed<Q, B>,
): Route => row as Route;

/** What answers a row, its query's schema included. */
export async function loaded(row: Route): Promise<Endpoint & { query: z.ZodObject }> {
  const [{ langOnly }, endpoint] = await Promise.all([import('./parameters.ts'), row.load()]);
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
