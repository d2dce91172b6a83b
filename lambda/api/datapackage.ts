import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { COLUMNS, csvOf } from './csv.ts';
import lineSchema from './export-line.data.json' with { type: 'json' };
import { listed, listQuery } from './listing.ts';
import { STATUSES, TOPICS, TYPES } from './parameters.ts';
import { json, type Reply, typed } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';
import { LICENCE, MEASURES, SCHEMA_VERSION } from './terms.ts';
import { detail } from './view.ts';

export const exportQuery = z.omit(listQuery, { sort: true, fields: true, valid_at: true, q: true });

/**
 * `GET /v1/export`: every commitment whole, oldest first, in pages. Each page has the SHA-256 of its bytes (before
 * compression) in `x-content-sha256`, and the day it was made in its file name.
 */
export async function exported(
  request: ApiRequest,
  { query }: Input<z.output<typeof exportQuery>, undefined>,
): Promise<Reply> {
  const { items, next } = await listed(request, { ...query, sort: 'stated' });
  const { format, now } = request;
  const isCsv = format === 'csv';
  const body = isCsv ? csvOf(items) : items.map((item) => `${JSON.stringify(detail(item))}\n`).join('');
  const name = `tagih-commitments-${now.toISOString().slice(0, 10)}.${isCsv ? 'csv' : 'ndjson'}`;
  const links = [
    `<${request.origin}/v1/datapackage.json>; rel="describedby"`,
    `<${LICENCE.path}>; rel="license"`,
    ...(next
      ? [`<${request.path}.${format}?${new URLSearchParams({ ...request.query, cursor: next })}>; rel="next"`]
      : []),
  ];
  return typed(isCsv ? 'csv' : 'ndjson', body, {
    headers: {
      ...MEASURES,
      'x-content-sha256': createHash('sha256').update(body).digest('hex'),
      'content-disposition': `attachment; filename="${name}"`,
      link: links.join(', '),
      ...(next ? { 'x-next-cursor': next } : {}),
    },
  });
}

const enumOf: Record<string, readonly string[]> = { status: STATUSES, topic: TOPICS, type: TYPES };

/** `GET /v1/datapackage.json`: what the exports hold (Data Package v1), the codebook included. */
export async function datapackage({ origin, now }: ApiRequest): Promise<Reply> {
  return json(
    {
      profile: 'data-package',
      name: 'tagih-commitments',
      title: 'Tagih: commitments of regulators and digital platforms in Indonesia',
      description:
        'Read by a machine from the news, with the quote and the source of each; what a person has confirmed is marked. A status says what evidence was found up to now.',
      version: SCHEMA_VERSION,
      created: now.toISOString(),
      homepage: `${origin}/about`,
      licenses: [LICENCE],
      sources: [{ title: 'Followed feeds, with the start of each one’s coverage', path: `${origin}/v1/feeds` }],
      resources: [
        {
          name: 'commitments-csv',
          path: `${origin}/v1/export.csv`,
          profile: 'tabular-data-resource',
          format: 'csv',
          mediatype: 'text/csv',
          encoding: 'utf-8',
          dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
          schema: {
            fields: COLUMNS.map(({ name, type, about }) => ({
              name,
              type,
              description: about,
              ...(enumOf[name] ? { constraints: { enum: enumOf[name] } } : {}),
            })),
            primaryKey: 'id',
            missingValues: [''],
          },
        },
        {
          name: 'commitments-ndjson',
          path: `${origin}/v1/export.ndjson`,
          format: 'ndjson',
          mediatype: 'application/x-ndjson',
          encoding: 'utf-8',
          jsonSchema: lineSchema,
        },
        { name: 'changes', path: `${origin}/v1/changes`, format: 'json', mediatype: 'application/json' },
      ],
    },
    { maxAge: 3600 },
  );
}
