import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/**
 * One JSON object a line in, one a line out, in the same order. Nothing is kept, so memory does not grow with the
 * number of lines. A line that cannot be used gives `{"id", "error"}` in its place.
 * @returns 1 if there was such a line, else 0: the exit status.
 */
export async function runBatch(
  input: Readable,
  output: Writable,
  work: (row: Record<string, unknown>) => object | Promise<object>,
): Promise<0 | 1> {
  let failed: 0 | 1 = 0;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    let id: unknown = null;
    let answer: object;
    try {
      const row = parseRow(line);
      id = row.id ?? null;
      answer = await work(row);
    } catch (error) {
      failed = 1;
      answer = { id, error: `line ${number}: ${error instanceof Error ? error.message : String(error)}` };
    }
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain');
  }
  return failed;
}

/** @throws Error saying what is wrong with the line. */
export function parseRow(line: string): Record<string, unknown> {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new Error('not JSON; one JSON object a line is expected');
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new Error('not a JSON object');
  return row as Record<string, unknown>;
}

/**
 * A string member of a row.
 * @throws Error naming the member when it is missing or not a string.
 */
export function stringOf(row: Record<string, unknown>, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw new Error(`"${name}" must be a string`);
  return value;
}

/** Like {@link stringOf}, for a member that may be left out or null. */
export function optionalString(row: Record<string, unknown>, name: string): string | null {
  return row[name] === undefined || row[name] === null ? null : stringOf(row, name);
}
