import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import type { MentionType, Topic } from '../extract/types.ts';
import { STATUS_TABLE } from '../ledger/status.ts';
import type { Status } from '../ledger/types.ts';
import { TOPIC, TYPE } from './page/words.ts';

/** The parameters of queries, each written once. A form sends every field, filled in or not: empty is not given. */

// The small form of the library brings no messages of its own.
z.config(en());

export const STATUSES = [...new Set(STATUS_TABLE.map((row) => row.status))] as [Status, ...Status[]];
export const TOPICS = Object.keys(TOPIC.en) as [Topic, ...Topic[]];
export const TYPES = Object.keys(TYPE.en) as [MentionType, ...MentionType[]];

const told = (text: string) => ({ error: text });

/** What a form sends of a field that nobody filled in, as what it means. */
export const empty = <T>(means: () => T) => z.pipe(z.literal(''), z.transform(means));

/** An optional parameter. The API's document says what is meant, and not that an empty field is forgiven. */
export const optional = <S extends z.ZodMiniType>(schema: S, description: string, example?: string | number) =>
  z
    .optional(z.union([empty(() => undefined), schema]))
    .check(z.meta({ description, ...(example === undefined ? {} : { example }) }));

export const oneOf = <T extends string>(values: readonly [T, ...T[]]) => z.enum(values, `one of ${values.join(', ')}`);

const DAY = 'a day such as 2017-08-16';
const isInRange = (value: string): boolean => value >= '1900-01-01' && value < '2200';
export const day = z.iso
  .date(DAY)
  .check(
    z.refine(isInRange, 'a day from 1900 to 2199'),
    z.meta({ override: { format: 'date', pattern: '^(?:19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$' } }),
  );

/** A day, seen at its end in Jakarta, or an instant. */
export const moment = z.pipe(
  z
    .union(
      [z.iso.date(), z.iso.datetime({ offset: true })],
      told('a day such as 2017-08-16, or an instant such as 2017-08-16T12:00:00+07:00'),
    )
    .check(z.refine(isInRange, 'from 1900 to 2199')),
  z.transform((value) => new Date(value.length === 10 ? `${value}T23:59:59+07:00` : value)),
);

/** A whole number written in digits. */
export const count = (from: number, to: number, otherwise: number, description: string) =>
  z
    ._default(
      z
        .pipe(z.string().check(z.regex(/^\d{1,15}$/, `a whole number from ${from} to ${to}`)), z.transform(Number))
        .check(z.refine((n) => n >= from && n <= to, `a whole number from ${from} to ${to}`)),
      otherwise,
    )
    .check(
      z.meta({
        description,
        override: { type: 'integer', minimum: from, maximum: to, default: otherwise, pattern: undefined },
      }),
    );

/** A share between 0 and 1. */
export const share = z.pipe(
  z.string().check(z.regex(/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/, 'a number from 0 to 1, such as 0.8')),
  z.transform(Number),
);

export const yesNo = z.pipe(
  oneOf(['true', 'false']),
  z.transform((value) => value === 'true'),
);

/** An actor's id, or the words of a name that no list knows. */
export const actor = z.pipe(
  z
    .string()
    .check(
      z.trim(),
      z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u, 'an id such as kominfo or facebook; /v1/actors lists them'),
    ),
  z.transform((id) => id.toLowerCase()),
);

export const outlet = z
  .string()
  .check(z.trim(), z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u, 'an outlet such as medcom; /v1/feeds lists them'));

export const cursor = z
  .string()
  .check(
    z.regex(/^[A-Za-z0-9_.-]{1,2000}$/, 'take it from "next" of the page before, with the same parameters'),
    z.meta({ 'x-opaque': true }),
  );

/** Some of a record's members, with commas between, such as `id,status,deadline`. */
export function fieldsOf(members: readonly string[]) {
  const one = `(?:${members.join('|')})`;
  return z.pipe(
    z
      .string()
      .check(z.regex(new RegExp(`^${one}(?:,${one}){0,60}$`), `names with commas between, of ${members.join(', ')}`)),
    z.transform((value) => [...new Set(value.split(','))]),
  );
}

export const lang = optional(oneOf(['id', 'en']), 'Language of words for people; Indonesian where it is not given');

/** Of a route that takes nothing but the language. */
export const langOnly = z.strictObject({ lang });

/** What a list of commitments can be narrowed to; shared by the list, its feeds, calendars and exports. */
export const filters = {
  status: optional(oneOf(STATUSES), 'Status now, or at valid_at'),
  topic: optional(oneOf(TOPICS), 'Topic'),
  type: optional(oneOf(TYPES), 'Pledge (own act), obligation, agreement or sanction'),
  actor: optional(
    actor,
    'Anyone in it: obligor, counterparty or speaker, its predecessors and successors included',
    'kominfo',
  ),
  obligor: optional(actor, 'Whoever must act', 'facebook'),
  regulator: optional(actor, 'A listed regulator in it', 'kominfo'),
  platform: optional(actor, 'A listed platform in it', 'telegram'),
  official: optional(actor, 'A listed official in it', 'rudiantara'),
  outlet: optional(outlet, 'An outlet that reported it', 'medcom'),
  due_from: optional(day, 'First due day (latest reading of the current deadline)', '2022-07-01'),
  due_to: optional(day, 'Last due day', '2022-07-31'),
  stated_from: optional(day, 'First day of the first mention, Asia/Jakarta', '2022-01-01'),
  stated_to: optional(day, 'Last day of the first mention, Asia/Jakarta', '2022-12-31'),
  confidence_min: optional(share, 'Least confidence of the machine reading, 0 to 1', '0.8'),
  reviewed: optional(yesNo, 'Whether a person has reviewed any of it'),
  sample: optional(yesNo, 'Whether it comes from articles shipped with the product'),
  q: optional(
    z.pipe(
      z.string().check(z.maxLength(200, 'at most 200 characters'), z.regex(/\S/, 'some words')),
      z.transform((text) => text.trim()),
    ),
    'Words of the action, a quote or a name, in any Indonesian form; the last may be only begun',
    'buka kantor',
  ),
};
