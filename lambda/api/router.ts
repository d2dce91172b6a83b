import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Db } from '../dynamo.ts';
import { describe } from '../handler.ts';
import { functionOf, type HttpFunction } from './functions.ts';
import { href } from './links.ts';
import { Problem } from './problem.ts';
import { finish, json, type Reply } from './reply.ts';
import { type ApiRequest, endingOf, FORMAT_TYPES, type Format, negotiated, requestOf } from './request.ts';
import { type Answers, inputOf, loaded, nameOf, type Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { authorize } from './tokens.ts';

export interface ApiDeps {
  db: Db;
  clock: () => Date;
  /** Told of what went wrong here, with the id that the client was given. */
  onFault(fault: { requestId: string; route: string; cause: string }): void;
}

/** One of the functions behind the HTTP API, and what it answers. */
export interface Answering {
  name: HttpFunction;
  answers: Answers;
  /** Writes errors for people; left out where only programs ask. */
  errorPage?(): Promise<{ problemPage(lang: 'id' | 'en', problem: Problem): string }>;
}

type Answer = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** One of the API's functions of an HTTP API event: routes, checks, and errors as RFC 9457 writes them. */
export function apiOf(deps: ApiDeps, self: Answering): Answer {
  const respond = responder(deps, self);
  const run =
    (row: Route): Answer =>
    (event) =>
      respond(event, async () => {
        const params = (event.pathParameters ?? {}) as Record<string, string>;
        const request = requestOf(event, params, deps.db, deps.clock(), formatFor(row, event));
        const load = self.answers[nameOf(row)];
        if (!load || functionOf(row, request.format) !== self.name) return elsewhere(row, request, event.rawPath);
        if (row.scope) request.reviewer = await authorize(request, row.scope);
        const endpoint = await loaded(load);
        const reply = await endpoint.answer(request, inputOf(endpoint, request));
        // What a token opens is for whoever holds it, not for a cache on the way.
        const isPrivate = row.scope !== undefined || 'token' in request.query;
        return isPrivate ? { ...reply, headers: { ...reply.headers, 'cache-control': 'no-store' } } : reply;
      });
  const router = httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
    routes: ROUTES.flatMap((row) => {
      const methods = row.method === 'GET' ? (['GET', 'HEAD'] as const) : ([row.method] as const);
      return methods.map((method) => ({ method, path: row.path, handler: run(row) }));
    }),
    notFoundResponse: ({ method, path }) => {
      throw unknownRoute(method, path);
    },
  }) as Answer;
  return (event, context) => {
    const { http } = event.requestContext;
    return respond(event, () => {
      if (http.method === 'OPTIONS') return Promise.resolve(preflight());
      // A format's ending is no part of the route, unless a route is named so (`/openapi.json`).
      const bare = endingOf(http.path).path;
      const path = decoded(pathsOf(http.path).length > 0 ? http.path : bare);
      // What the router answers to a trailing slash or a doubled one is the same as to any unknown path.
      const routed = { ...event, requestContext: { ...event.requestContext, http: { ...http, path } } };
      return router(routed, context);
    });
  };
}

/** The representation to give: by the path's ending, else by Accept. @throws Problem 404 or 406. */
function formatFor(row: Route, event: APIGatewayProxyEventV2): Format {
  const formats = row.formats ?? ['json'];
  // A path that has its ending in the table is that representation.
  if (endingOf(row.path).format !== null || row.path.endsWith('.json')) return formats[0] ?? 'json';
  const asked = endingOf(event.rawPath).format;
  if (asked !== null) {
    if (formats.includes(asked)) return asked;
    throw new Problem(404, 'Not found', `${row.path} is not offered as .${asked}; ${formats.join(', ')} are`);
  }
  const format = negotiated(event.headers.accept, formats);
  if (format !== null) return format;
  throw new Problem(406, 'Not acceptable', `offered are ${formats.map((name) => FORMAT_TYPES[name]).join(', ')}`);
}

/** @throws Problem 400 for a path whose escapes are none. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new Problem(400, 'Bad request', 'the path has a percent sign that begins no escape');
  }
}

/** Rows whose path, letter for letter, fits. */
const pathsOf = (path: string): Route[] => ROUTES.filter((row) => row.path === path);

function unknownRoute(method: string, path: string): Problem {
  const others = ROUTES.filter((row) => matches(row.path, path)).map((row) => row.method);
  if (others.length === 0) return new Problem(404, 'Not found', `there is nothing at ${path.slice(0, 200)}`);
  const allow = [...new Set([...others.flatMap((m) => (m === 'GET' ? ['GET', 'HEAD'] : [m])), 'OPTIONS'])].join(', ');
  return new Problem(405, 'Method not allowed', `${method} is not offered at ${path.slice(0, 200)}; ${allow} is`, {
    headers: { allow },
  });
}

const matches = (pattern: string, path: string): boolean => {
  const a = pattern.split('/');
  const b = path.split('/');
  return a.length === b.length && a.every((part, i) => (part.startsWith('{') ? b[i] !== '' : part === b[i]));
};

const preflight = (): Reply => ({
  status: 204,
  type: 'text/plain',
  body: '',
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': 'accept, if-none-match',
    'access-control-max-age': '86400',
  },
});

const isResult = (value: Reply | APIGatewayProxyStructuredResultV2): value is APIGatewayProxyStructuredResultV2 =>
  'statusCode' in value;

/**
 * Leads to where another function writes what this path was asked for by Accept, or by the ending of a page.
 * @throws Problem 404 where that is nowhere else: the HTTP API does not ask us this.
 */
function elsewhere(row: Route, { format, params, query, path }: ApiRequest, asked: string): Reply {
  const page = row.page?.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const location = format === 'html' ? page : `${path}.${format}`;
  if (location === undefined || location === asked) throw new Problem(404, 'Not found', 'there is nothing here');
  return {
    status: 303,
    type: 'text/plain; charset=utf-8',
    body: `${location}\n`,
    headers: { location: href(location, query) },
  };
}

/** Runs a route and turns whatever comes of it into an HTTP answer; nothing internal is in one that is an error. */
function responder(deps: ApiDeps, self: Answering) {
  return async (
    event: APIGatewayProxyEventV2,
    work: () => Promise<Reply | APIGatewayProxyStructuredResultV2>,
  ): Promise<APIGatewayProxyStructuredResultV2> => {
    const { requestId, http } = event.requestContext;
    const context = { method: http.method, headers: event.headers, requestId };
    try {
      const reply = await work();
      return isResult(reply) ? reply : await finish(reply, context);
    } catch (error) {
      let problem: Problem;
      if (error instanceof Problem) problem = error;
      else {
        deps.onFault({ requestId, route: `${http.method} ${http.path}`, cause: describe(error) });
        problem = new Problem(
          500,
          'Internal error',
          `something went wrong here; quote the request id ${requestId} to the operator`,
        );
      }
      return finish(await problemReply(problem, event, self), context);
    }
  };
}

/** A person at a page reads the error as a page; everybody else gets RFC 9457's JSON. */
async function problemReply(problem: Problem, event: APIGatewayProxyEventV2, { errorPage }: Answering): Promise<Reply> {
  const { path } = event.requestContext.http;
  const { status, headers } = problem;
  if (errorPage && !path.startsWith('/v1/') && negotiated(event.headers.accept, ['json', 'html']) === 'html') {
    const lang = new URLSearchParams(event.rawQueryString).get('lang') === 'en' ? 'en' : 'id';
    const { problemPage } = await errorPage();
    return { status, headers, type: 'text/html; charset=utf-8', body: problemPage(lang, problem) };
  }
  return json(problem.toBody(path), { status, headers, type: 'application/problem+json; charset=utf-8' });
}
