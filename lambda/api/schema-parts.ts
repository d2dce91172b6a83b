import * as z from 'zod';

/** What the schemas of several kinds of answer are made of. */

export const instant = z.string().meta({ description: 'ISO 8601 with an offset or Z', format: 'date-time' });

const next = z.string().nullable().meta({ description: 'Cursor of the next page, or null at the end' });
/** One page of a list. */
export const pageOf = <S extends z.ZodType>(item: S) => z.strictObject({ items: z.array(item), next });
