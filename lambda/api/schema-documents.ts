import * as z from 'zod';
import { instant } from './schema-parts.ts';

/** Documents about the data and the API, whose form others have laid down. */

const address = z.string().meta({ format: 'uri' });

const field = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'datetime']),
  description: z.string(),
  constraints: z.strictObject({ enum: z.array(z.string()) }).optional(),
});

/** The two exports and the change log; what only one kind has is left out of the others. */
const resource = z.strictObject({
  name: z.string(),
  path: address,
  format: z.enum(['csv', 'ndjson', 'json']),
  mediatype: z.string(),
  encoding: z.literal('utf-8').optional(),
  profile: z.literal('tabular-data-resource').optional(),
  dialect: z
    .strictObject({
      delimiter: z.string(),
      lineTerminator: z.string(),
      quoteChar: z.string(),
      doubleQuote: z.boolean(),
      header: z.boolean(),
    })
    .optional(),
  schema: z
    .strictObject({ fields: z.array(field), primaryKey: z.string(), missingValues: z.array(z.string()) })
    .optional()
    .meta({ description: 'The codebook: what each column holds' }),
  jsonSchema: z.record(z.string(), z.unknown()).optional().meta({ description: 'Of one line (JSON Schema 2020-12)' }),
});

export const DataPackage = z
  .strictObject({
    profile: z.literal('data-package'),
    name: z.string(),
    title: z.string(),
    description: z.string(),
    version: z.string().meta({ description: 'Schema version of the exports' }),
    created: instant,
    homepage: address,
    licenses: z.array(z.strictObject({ name: z.string(), path: address, title: z.string() })),
    sources: z.array(z.strictObject({ title: z.string(), path: address })),
    resources: z.array(resource),
  })
  .meta({ id: 'DataPackage', description: 'Data Package v1' });

export const OpenApi = z
  .strictObject({
    openapi: z.literal('3.1.0'),
    info: z.looseObject({ title: z.string(), version: z.string() }),
    servers: z.array(z.strictObject({ url: address })),
    paths: z.record(z.string(), z.record(z.string(), z.unknown())),
    components: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'OpenApi', description: 'OpenAPI 3.1' });
