import * as z from 'zod/mini';

/** What was wrong with a request, by field: where it is, and what would be right. */
export interface FieldFault {
  /** `query/limit`, `path/id`, or a JSON pointer into the body (`body/email`). */
  pointer: string;
  detail: string;
}

/** An answer that is an error, as RFC 9457 writes it. Thrown by handlers, told to the client as it is. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  readonly title: string;
  readonly errors: FieldFault[];
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    title: string,
    detail: string,
    extra: { errors?: FieldFault[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.status = status;
    this.title = title;
    this.errors = extra.errors ?? [];
    this.headers = extra.headers ?? {};
  }

  /** The body of the answer (`application/problem+json`). */
  toBody(instance: string): Record<string, unknown> {
    return {
      type: 'about:blank',
      title: this.title,
      status: this.status,
      detail: this.message,
      instance,
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
    };
  }
}

export const notFound = (detail: string) => new Problem(404, 'Not found', detail);

/**
 * Checks a part of a request against its schema.
 * @throws Problem 400 naming each field that is wrong and what would be right.
 */
export function checked<S extends z.ZodMiniType>(
  schema: S,
  value: unknown,
  where: 'query' | 'path' | 'body',
): z.output<S> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: `${where}/${key}`, detail: 'there is no such parameter' }))
      : [{ pointer: [where, ...issue.path].join('/'), detail: issue.message }],
  );
  const one = errors[0];
  throw new Problem(400, 'Bad request', one ? `${one.pointer}: ${one.detail}` : 'the request is malformed', { errors });
}
