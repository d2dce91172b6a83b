import type { HandlerName } from '../bundles.ts';
import type { Format } from './request.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

/**
 * The functions behind the HTTP API, and which of them is asked what. They are apart so that each is small, may do to
 * the table what it needs and no more, and fails alone.
 */
export const HTTP_FUNCTIONS = ['api', 'page', 'feed', 'account'] as const satisfies readonly HandlerName[];
export type HttpFunction = (typeof HTTP_FUNCTIONS)[number];

/** Formats that the function for feed readers writes. */
const FEED_FORMATS: readonly Format[] = ['atom', 'jsonfeed'];

/** The function that writes a row in a format. */
export function functionOf({ by = 'api', method, page }: Route, format: Format): HttpFunction {
  if (method === 'GET' && FEED_FORMATS.includes(format)) return 'feed';
  return format === 'html' && page !== undefined ? 'page' : by;
}

/** A route of the HTTP API. Of several that fit it takes the one with the most letters spelt out. */
export interface Way {
  path: string;
  /** Those that a function is asked with. */
  methods: readonly ('GET' | 'HEAD' | 'POST' | 'DELETE' | 'OPTIONS')[];
  to: HttpFunction;
}

const READS = ['GET', 'HEAD'] as const;
const ALL = [...READS, 'POST', 'DELETE', 'OPTIONS'] as const;

/** Every route of the HTTP API. What no row names goes to who says so best: under `/v1/` a program, else a person. */
export const WAYS: readonly Way[] = [
  { path: '/v1/{path+}', methods: ALL, to: 'api' },
  { path: '/{path+}', methods: ALL, to: 'page' },
  ...ROUTES.flatMap((row): Way[] => {
    const methods = row.method === 'GET' ? READS : [row.method];
    const formats = row.formats ?? ['json'];
    // A last part that is not spelt out takes in its ending.
    const endings = row.path.startsWith('/v1/') && !row.path.endsWith('}') ? formats : [];
    return [
      { path: row.path, methods, to: functionOf(row, formats[0]!) },
      ...endings.map((format) => ({ path: `${row.path}.${format}`, methods, to: functionOf(row, format) })),
      // What programs read needs no route of its own, and a page of it is led to by who is asked.
    ].filter(({ to }) => to === 'account' || to === 'feed' || (to === 'page' && row.by === 'page'));
  }),
];

/** Letters that a way spells out where a path fits it; -1 where it does not. */
function fitOf(way: string, path: string): number {
  const parts = path.split('/');
  let fit = 0;
  for (const [i, part] of way.split('/').entries()) {
    if (part === '{path+}') return parts.length > i && parts.slice(i).join('') !== '' ? fit : -1;
    if (part.startsWith('{') ? !parts[i] : part !== parts[i]) return -1;
    fit += part.startsWith('{') ? 1 : 2;
  }
  return parts.length === way.split('/').length ? fit + 1 : -1;
}

/** The function that the HTTP API asks; null where it answers by itself that there is nothing. */
export function functionFor(method: string, path: string): HttpFunction | null {
  let best: { fit: number; to: HttpFunction } | null = null;
  for (const way of WAYS) {
    if (!(way.methods as readonly string[]).includes(method)) continue;
    const fit = fitOf(way.path, path);
    if (fit >= 0 && (best === null || fit > best.fit)) best = { fit, to: way.to };
  }
  return best?.to ?? null;
}
