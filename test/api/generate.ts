import * as fc from 'fast-check';

/** Requests made from an OpenAPI document: what it says is taken, and what it says is not. */

export interface Schema {
  type?: string;
  enum?: string[];
  const?: string;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  'x-opaque'?: boolean;
}

export interface Parameter {
  name: string;
  in: 'query' | 'path';
  required?: boolean;
  schema: Schema;
}

export interface Operation {
  path: string;
  method: string;
  parameters: Parameter[];
  responses: Record<string, unknown>;
}

/** Every operation of a document. */
export const operationsOf = (document: { paths?: object }): Operation[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Omit<Operation, 'path' | 'method'>>).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
      parameters: operation.parameters ?? [],
    })),
  );

const dayOf = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

/** A value that fits a schema, as a query writes it. */
export function fitting(schema: Schema): fc.Arbitrary<string> {
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map(fitting));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'integer') {
    const { minimum = 0, maximum = 1_000_000 } = schema;
    return fc.integer({ min: minimum, max: Math.min(maximum, 2 ** 31 - 1) }).map(String);
  }
  if (schema.format === 'date') return dayOf;
  if (schema.format === 'date-time') {
    return fc
      .tuple(dayOf, fc.integer({ min: 0, max: 86_399 }), fc.constantFrom('Z', '+07:00', '-09:30'))
      .map(([d, s, zone]) => `${d}T${new Date(s * 1000).toISOString().slice(11, 19)}${zone}`);
  }
  if (schema.format === 'email') return fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.[a-z]{2,4}$/);
  if (schema.format === 'uri') return fc.webUrl().filter((url) => url.length <= (schema.maxLength ?? 500));
  const least = schema.minLength ?? 0;
  const most = schema.maxLength ?? 400;
  const pattern = schema.pattern && schema.pattern !== '\\S' && schema.pattern !== '^' ? schema.pattern : null;
  const text = pattern
    ? fc.stringMatching(new RegExp(pattern, 'u'), { size: '-1' })
    : fc.string({ unit: 'grapheme', minLength: least, maxLength: Math.min(most, least + 40) });
  return text.filter(
    (value) =>
      value.length >= least &&
      value.length <= most &&
      (schema.pattern !== '\\S' || /\S/.test(value)) &&
      value.isWellFormed(),
  );
}

/** True where a text fits a schema, as far as the schema says. */
export function fits(schema: Schema, value: string): boolean {
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.some((one) => fits(one, value));
  if (schema.enum) return schema.enum.includes(value);
  if (schema.type === 'integer') {
    return (
      /^\d{1,15}$/.test(value) && Number(value) >= (schema.minimum ?? 0) && Number(value) <= (schema.maximum ?? 1e15)
    );
  }
  if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) return false;
  return value.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY);
}

/** A text that does not fit a schema. An empty one counts as not given, and edges of white space are forgiven. */
export const misfitting = (schema: Schema): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      fc.constantFrom(
        '-1',
        '1e9',
        'NaN',
        'null',
        '[object Object]',
        '2022-02-30',
        '9999999999999999',
        "' OR 1=1 --",
        '\u0000',
        '../..',
      ),
      fc.string({ minLength: 201, maxLength: 300 }),
    )
    .filter(
      (value) => value.trim() !== '' && value.isWellFormed() && !fits(schema, value) && !fits(schema, value.trim()),
    );
