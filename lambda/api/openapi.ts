import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { LICENCE, SCHEMA_VERSION } from './datapackage.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, FORMAT_TYPES } from './request.ts';
import type { Route } from './route.ts';
import { Problem } from './schema.ts';
import { SCOPES } from './tokens.ts';

type Document = ReturnType<typeof createDocument>;
let made: { of: readonly Route[]; document: Document } | null = null;

/** The OpenAPI 3.1 document of a table of routes: what is documented is what is checked. */
export function documentOf(routes: readonly Route[]): Document {
  if (made?.of === routes) return made.document;
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const row of routes) {
    paths[row.path] ??= {};
    paths[row.path]![row.method.toLowerCase()] = operationOf(row);
  }
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Tagih',
        version: SCHEMA_VERSION,
        description:
          'What regulators and digital platforms in Indonesia said they would do, or were told to do, by when, and what became of it. Reads need no key. The same URL answers in other formats by its ending (.csv, .ndjson …) or the Accept header. Errors are RFC 9457 problems that name the field and what would be right.',
        license: { name: LICENCE.name, url: LICENCE.path },
      },
      paths,
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description: Object.entries(SCOPES)
              .map(([s, about]) => `${s}: ${about}`)
              .join('; '),
          },
        },
      },
    },
    { reused: 'inline' },
  );
  made = { of: routes, document };
  return document;
}

function operationOf(row: Route): ZodOpenApiOperationObject {
  const names = [...row.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const formats = row.formats ?? ['json'];
  const content = Object.fromEntries(
    formats.map((format) => [
      FORMAT_TYPES[format],
      format === 'json' && row.reply ? { schema: row.reply } : { schema: format === 'json' ? z.unknown() : z.string() },
    ]),
  );
  const status = String(row.status ?? 200) as '200';
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: Problem } },
  });
  return {
    operationId: operationId(row),
    summary: row.summary,
    ...(row.description ? { description: row.description } : {}),
    tags: [row.tag ?? 'other'],
    ...(row.scope ? { security: [{ token: [row.scope] }] } : {}),
    requestParams: {
      ...(names.length > 0
        ? { path: z.object(Object.fromEntries(names.map((name) => [name, z.string().min(1).max(200)]))) }
        : {}),
      ...(row.query ? { query: row.query } : {}),
    },
    ...(row.body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: row.body },
              'application/x-www-form-urlencoded': { schema: row.body },
            },
          },
        }
      : {}),
    responses: {
      [status]: { description: 'As asked', content },
      ...(row.query || row.body ? { '400': problem('A part of the request is malformed; each is named') } : {}),
      ...(row.scope ? { '401': problem('No good token'), '403': problem('The token lacks the scope') } : {}),
      ...(names.length > 0 ? { '404': problem('There is no such thing') } : {}),
      ...(row.body ? { '429': problem('Too often; see Retry-After') } : {}),
    },
  };
}

const operationId = ({ method, path }: Route): string =>
  `${method.toLowerCase()}${path
    .replace(/[{}]/g, '')
    .split(/[/.]/)
    .filter(Boolean)
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join('')}` || 'root';

/** `GET /openapi.json` */
export const openapi =
  (routes: () => readonly Route[]) =>
  async ({ origin }: ApiRequest): Promise<Reply> =>
    json({ ...documentOf(routes()), servers: [{ url: origin }] }, { maxAge: 3600 });
