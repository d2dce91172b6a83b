/** The API's reference as Markdown, made from the OpenAPI document alone. `npm run reference` writes both. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DOCUMENT_FILE, documentOf, LINE_FILE, lineSchema } from './openapi.ts';

export const REFERENCE_FILE = path.join(import.meta.dirname, '../../docs/api-reference.md');

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  required?: string[];
  description?: string;
  format?: string;
  default?: unknown;
  example?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}
type Content = Record<string, { schema?: Schema }>;
interface Operation {
  summary: string;
  description?: string;
  tags: string[];
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}
interface Document {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** One line of a table of members or parameters. */
interface Row {
  name: string;
  takes: string;
  isRequired: boolean;
  means: string;
}

/** The whole reference, ending with a line break. The same document gives the same text. */
export async function reference(): Promise<string> {
  const { info, paths, components } = JSON.parse(JSON.stringify(await documentOf())) as Document;
  const operations = Object.entries(paths).flatMap(([address, item]) =>
    Object.entries(item).map(([method, operation]) => ({ title: `${method.toUpperCase()} ${address}`, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags[0]!))];
  return `${[
    '# API reference',
    'Made from the OpenAPI document by `npm run reference`; do not edit it. [api.md](api.md) says how to go about things.',
    `${info.description ?? ''} Schema version ${info.version}.`,
    ...tags.flatMap((tag) => [
      `## ${tag}`,
      ...operations
        .filter(({ operation }) => operation.tags[0] === tag)
        .flatMap(({ title, operation }) => [`### ${title}`, ...describe(operation)]),
    ]),
    '## Records',
    ...Object.entries(components.schemas).flatMap(([name, schema]) => [
      `### ${name}`,
      ...(schema.description ? [`${schema.description}.`] : []),
      tableOf('Member', members(schema)),
    ]),
  ].join('\n\n')}\n`;
}

function describe({ summary, description, security, parameters = [], requestBody, responses }: Operation): string[] {
  const scopes = (security ?? []).flatMap((one) => Object.values(one).flat());
  const body = requestBody?.content['application/json']?.schema;
  const answers = Object.entries(responses).map(([status, { description: means, content = {} }]) =>
    status.startsWith('2')
      ? `- **${status}** as ${Object.keys(content)
          .map((type) => `\`${type}\``)
          .join(', ')}`
      : `- **${status}** ${means}`,
  );
  const reply = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content?.['application/json'];
  return [
    `${summary}.${description ? ` ${description}` : ''}`,
    ...(scopes.length > 0 ? [`Bearer token with the scope \`${scopes.join('`, `')}\`.`] : []),
    ...(parameters.length > 0 ? [tableOf('Parameter', parameters.map(parameterRow))] : []),
    ...(body ? ['Body, as JSON or as a form sends it:', tableOf('Field', members(body))] : []),
    answers.join('\n'),
    ...replyOf(reply?.schema),
  ];
}

function replyOf(schema: Schema | undefined): string[] {
  if (!schema) return [];
  if (schema.$ref) {
    const record = typeOf(schema);
    return [`The JSON is ${/^\[[AEIOU]/.test(record) ? 'an' : 'a'} ${record}.`];
  }
  const rows = members(schema);
  return rows.length > 0 ? ['The JSON:', tableOf('Member', rows)] : [];
}

const parameterRow = ({ name, in: place, required = false, schema = {} }: Parameter): Row => ({
  name,
  takes: `${typeOf(schema)}${place === 'query' ? '' : ` (${place})`}`,
  isRequired: required,
  means: meaning(schema),
});

/** The members of an object, those of objects in it under names with dots; `[]` stands for each of a list. */
function members(schema: Schema, before = ''): Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const own = `${before}${name}`;
    const { inner, suffix } = nested(member);
    return [
      {
        name: own,
        takes: typeOf(member),
        isRequired: schema.required?.includes(name) ?? false,
        means: meaning(member),
      },
      ...(inner ? members(inner, `${own}${suffix}.`) : []),
    ];
  });
}

/** The one object that a member holds and that has no name of its own. */
function nested(schema: Schema): { inner: Schema | null; suffix: string } {
  if (schema.properties) return { inner: schema, suffix: '' };
  if (schema.items) {
    const { inner, suffix } = nested(schema.items);
    return { inner, suffix: `[]${suffix}` };
  }
  const objects = (schema.anyOf ?? []).filter((one) => nested(one).inner);
  return objects.length === 1 ? nested(objects[0]!) : { inner: null, suffix: '' };
}

const FORMATS: Record<string, string> = {
  date: 'day',
  'date-time': 'instant',
  email: 'e-mail address',
  uri: 'address',
};

/** A schema in words. */
function typeOf(schema: Schema): string {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!;
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (schema.anyOf) {
    // A form sends fields that nobody filled in: an empty one is not given.
    const kinds = schema.anyOf.filter((one) => one.const !== '');
    const several = kinds.filter((one) => one.properties).length > 1;
    return [...new Set(kinds.map((one) => (several && one.properties ? shapeOf(one) : typeOf(one))))].join(' or ');
  }
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.items) return `list of ${typeOf(schema.items)}${schema.maxItems ? `, at most ${schema.maxItems}` : ''}`;
  const type = schema.format ? (FORMATS[schema.format] ?? schema.format) : [schema.type ?? 'any'].flat().join(' or ');
  return `${type}${rangeOf(schema)}`;
}

/** An object in one line, where it is one of several that a member may hold. */
const shapeOf = ({ properties = {} }: Schema): string =>
  `{ ${Object.entries(properties)
    .map(([name, member]) => `\`${name}\`: ${typeOf(member)}`)
    .join('; ')} }`;

function rangeOf({ minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER, maxLength }: Schema): string {
  if (maxLength !== undefined) return `, at most ${maxLength} characters`;
  const from = minimum > Number.MIN_SAFE_INTEGER;
  const to = maximum < Number.MAX_SAFE_INTEGER;
  if (from && to) return ` from ${minimum} to ${maximum}`;
  return from ? ` from ${minimum}` : to ? ` up to ${maximum}` : '';
}

function meaning({ description, example, default: otherwise }: Schema): string {
  return [
    description ?? '',
    ...(example === undefined ? [] : [`for example \`${String(example)}\``]),
    ...(otherwise === undefined ? [] : [`\`${String(otherwise)}\` where it is not given`]),
  ]
    .filter(Boolean)
    .join('; ');
}

const cell = (text: string): string =>
  text.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\s+/g, ' ').replaceAll(' } or { ', ' }<br>or { ');

/** Members of what is answered are there unless they can be null; of what is asked, the table says which must be given. */
function tableOf(heading: 'Parameter' | 'Field' | 'Member', rows: Row[]): string {
  if (rows.length === 0) return 'No members are named.';
  return [
    `| ${heading} | Is | Meaning |`,
    '|---|---|---|',
    ...rows.map(({ name, takes, isRequired, means }) => {
      const must = isRequired && heading !== 'Member' ? ', required' : '';
      return `| \`${name}\` | ${cell(takes)}${must} | ${cell(means)} |`;
    }),
  ].join('\n');
}

if (process.argv[1] && import.meta.filename === (await import('node:fs')).realpathSync(process.argv[1])) {
  writeFileSync(DOCUMENT_FILE, `${JSON.stringify(await documentOf(), null, 1)}\n`);
  writeFileSync(LINE_FILE, `${JSON.stringify(lineSchema(), null, 1)}\n`);
  writeFileSync(REFERENCE_FILE, await reference());
}
