import path from 'node:path';
import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { ACCOUNT } from '../api/answers/account.ts';
import { DATA } from '../api/answers/data.ts';
import { PAGES } from '../api/answers/pages.ts';
import { functionOf } from '../api/functions.ts';
import { FORMAT_TYPES } from '../api/request.ts';
import { type Endpoint, loaded, nameOf, type Route } from '../api/route.ts';
import { ROUTES } from '../api/routes.ts';
import * as schemas from '../api/schema.ts';
import { LICENCE, SCHEMA_VERSION } from '../api/terms.ts';
import { SCOPES } from '../api/tokens.ts';

/** What answers each row; feeds are the list in other formats, and take the same. */
const ANSWERS = { ...DATA, ...PAGES, ...ACCOUNT };

type Document = ReturnType<typeof createDocument>;
let made: Promise<Document> | null = null;

/** The files that the API gives out: made here, because the library that makes them is larger than they are. */
const API = path.join(import.meta.dirname, '../api');
export const DOCUMENT_FILE = path.join(API, 'openapi.data.json');
/** JSON Schema of one line of an export. */
export const LINE_FILE = path.join(API, 'export-line.data.json');
export const lineSchema = (): unknown => z.toJSONSchema(schemas.Detail, { target: 'draft-2020-12' });

/** What an optional parameter takes where it is filled in; null for what is no such parameter. */
function filledIn(schema: z.core.$ZodType): z.core.$ZodType | null {
  const { def } = schema._zod as z.core.$ZodOptionalInternals<z.core.$ZodUnion>;
  if (def.type !== 'optional' || def.innerType._zod.def.type !== 'union') return null;
  const [first, meant, ...more] = def.innerType._zod.def.options;
  const isEmpty = first && z.safeParse(first, '').success && !z.safeParse(first, 'a').success;
  return isEmpty && first._zod.def.type === 'pipe' && meant && more.length === 0 ? meant : null;
}

/** The document says what is meant, not that a form may send a field that nobody filled in. */
function withoutEmpty({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: object }): void {
  const meant = filledIn(zodSchema);
  if (!meant) return;
  delete (jsonSchema as { anyOf?: unknown }).anyOf;
  const { $schema: _, override, ...own } = z.toJSONSchema(meant, { io: 'input', target: 'draft-2020-12' });
  Object.assign(jsonSchema, own, override);
}

/** The OpenAPI 3.1 document of the table of routes: what is documented is what is checked. */
export function documentOf(): Promise<Document> {
  made ??= make();
  return made;
}

async function make(): Promise<Document> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const row of ROUTES) {
    paths[row.path] ??= {};
    paths[row.path]![row.method.toLowerCase()] = operationOf(row, await loaded(ANSWERS[nameOf(row)]!));
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
    { reused: 'inline', override: withoutEmpty },
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
      ...(row.method === 'GET' && formats.some((format) => functionOf(row, format) !== functionOf(row, formats[0]!))
        ? { '303': { description: 'Asked for by Accept as a page or a feed: where that is' } }
        : {}),
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
