import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Db } from '../dynamo.ts';
import { describe } from '../handler.ts';
import { Problem } from './problem.ts';
import { finish, json, type Reply } from './reply.ts';
import { formatOf, requestOf } from './request.ts';
import { ROUTES, type Route } from './routes.ts';

export interface ApiDeps {
  db: Db;
  clock: () => Date;
  /** Told of what went wrong here, with the id that the client was given. */
  onFault(fault: { requestId: string; route: string; cause: string }): void;
}

type Answer = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** The API as one function of an HTTP API event: routes, checks, and errors as RFC 9457 writes them. */
export function apiOf(deps: ApiDeps): Answer {
  const run =
    (route: Route): Answer =>
    (event) =>
      respond(event, deps, () =>
        route.answer(requestOf(event, (event.pathParameters ?? {}) as Record<string, string>, deps.db, deps.clock())),
      );
  const router = httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
    routes: ROUTES.flatMap((route) => {
      const methods = route.method === 'GET' ? (['GET', 'HEAD'] as const) : ([route.method] as const);
      return methods.map((method) => ({ method, path: route.path, handler: run(route) }));
    }),
    notFoundResponse: ({ method, path }) => {
      throw unknownRoute(method, path);
    },
  }) as Answer;
  return (event, context) => {
    const { http } = event.requestContext;
    if (http.method === 'OPTIONS') return respond(event, deps, async () => preflight());
    // A format's ending is no part of the route.
    const { path } = formatOf(http.path, undefined);
    const routed = { ...event, requestContext: { ...event.requestContext, http: { ...http, path: decoded(path) } } };
    return respond(event, deps, () => router(routed, context));
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function unknownRoute(method: string, path: string): Problem {
  const others = ROUTES.filter((route) => matches(route.path, path)).map((route) => route.method);
  if (others.length === 0) return new Problem(404, 'Not found', `there is nothing at ${path}`);
  const allow = [...new Set([...others, 'OPTIONS'])].join(', ');
  return new Problem(405, 'Method not allowed', `${method} is not offered at ${path}; ${allow} is`, {
    headers: { allow },
  });
}

const matches = (pattern: string, path: string): boolean => {
  const a = pattern.split('/');
  const b = path.split('/');
  return a.length === b.length && a.every((part, i) => part.startsWith('{') || part === b[i]);
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

/** Runs a route and turns whatever comes of it into an HTTP answer; nothing internal is in one that is an error. */
async function respond(
  event: APIGatewayProxyEventV2,
  deps: ApiDeps,
  work: () => Promise<Reply | APIGatewayProxyStructuredResultV2>,
): Promise<APIGatewayProxyStructuredResultV2> {
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
    return finish(
      json(problem.toBody(http.path), {
        status: problem.status,
        type: 'application/problem+json; charset=utf-8',
        headers: problem.headers,
      }),
      context,
    );
  }
}
