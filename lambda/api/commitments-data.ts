import { STATUS_TABLE } from '../ledger/status.ts';
import { listIn, oneIn } from './commitments.ts';
import { json, type Reply, typed } from './reply.ts';
import { detail, summary } from './view.ts';

export { listQuery, oneQuery } from './commitments.ts';

/** Commitments as programs read them; a format's writer is loaded where it is asked for. */

/** `GET /v1/commitments` */
export const list = listIn({
  json: async ({ items, next }, _request, { query, headers }) =>
    json({ items: items.map((item) => chosen(summary(item), query.fields)), next }, { headers }),
  csv: async ({ items }, _request, { headers }) => typed('csv', (await import('./csv.ts')).csvOf(items), { headers }),
  ndjson: async ({ items }, _request, { query, headers }) =>
    typed('ndjson', items.map((item) => `${JSON.stringify(chosen(summary(item), query.fields))}\n`).join(''), {
      headers,
    }),
  ics: async ({ items }, request, { headers }) =>
    typed('ics', (await import('./calendar.ts')).calendarOf(items, request), { headers }),
});

/** The members that were asked for; all of them where none were. */
const chosen = <T extends object>(line: T, fields: string[] | undefined): Partial<T> =>
  fields ? (Object.fromEntries(fields.map((name) => [name, line[name as keyof T]])) as Partial<T>) : line;

/** `GET /v1/commitments/{id}` */
export const getOne = oneIn({
  json: async (judged, _request, { headers }) => json(detail(judged), { headers }),
  bib: async (judged, request, { headers }) =>
    typed('bib', (await import('./citation.ts')).bibtexOf(judged, request), { headers }),
  csl: async (judged, request, { headers }) =>
    typed('csl', (await import('./citation.ts')).cslOf(judged, request), { headers }),
  ics: async (judged, request, { headers }) =>
    typed('ics', (await import('./calendar.ts')).calendarOf([judged], request), { headers }),
});

/** `GET /v1/statuses`: the published decision table, in order; the first row that fits is the status. */
export async function statuses(): Promise<Reply> {
  return json({ items: STATUS_TABLE.map(({ status, row, when }) => ({ status, row, when })) }, { maxAge: 3600 });
}
