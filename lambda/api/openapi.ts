import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, FORMAT_TYPES } from './request.ts';
import { type Endpoint, loaded, type Route } from './route.ts';
import { ROUTES } from './routes.ts';
import * as schemas from './schema.ts';
import { LICENCE, SCHEMA_VERSION } from './terms.ts';
import { SCOPES } from './tokens.ts';

type Document = ReturnType<typeof createDocument>;
let made: Promise<Document> | null = null;

/** The OpenAPI 3.1 document of the table of routes: what is documented is what is checked. */
export function documentOf(): Promise<Document> {
  made ??= make();
  return made;
}

async function make(): Promise<Document> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const row of ROUTES) {
    paths[row.path] ??= {};
    paths[row.path]![row.method.toLowerCase()] = operationOf(row, await loaded(row));
  }
  return createDocument(
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
}

function operationOf(row: Route, { query, body }: Endpoint): ZodOpenApiOperationObject {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: the document holds them all.
  const reply = row.reply && schemas[row.reply];
  const names = [...row.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const formats = row.formats ?? ['json'];
  const content = Object.fromEntries(
    formats.map((format) => [
      FORMAT_TYPES[format],
      format === 'json' && reply ? { schema: reply } : { schema: format === 'json' ? z.unknown() : z.string() },
    ]),
  );
  const status = String(row.status ?? 200) as '200';
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: schemas.Problem } },
  });
  return {
    operationId: operationId(row),
    summary: row.summary,
    ...(row.description ? { description: row.description } : {}),
    tags: [row.tag],
    ...(row.scope ? { security: [{ token: [row.scope] }] } : {}),
    requestParams: {
      ...(names.length > 0
        ? { path: z.object(Object.fromEntries(names.map((name) => [name, z.string().min(1).max(200)]))) }
        : {}),
      ...(query ? { query } : {}),
    },
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: body },
              'application/x-www-form-urlencoded': { schema: body },
            },
          },
        }
      : {}),
    responses: {
      [status]: { description: 'As asked', content },
      ...(query || body ? { '400': problem('A part of the request is malformed; each is named') } : {}),
      ...(row.scope ? { '401': problem('No good token'), '403': problem('The token lacks the scope') } : {}),
      ...(names.length > 0 ? { '404': problem('There is no such thing') } : {}),
      ...(body ? { '429': problem('Too often; see Retry-After') } : {}),
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
export async function openapi({ origin }: ApiRequest): Promise<Reply> {
  return json({ ...(await documentOf()), servers: [{ url: origin }] }, { maxAge: 3600 });
}
