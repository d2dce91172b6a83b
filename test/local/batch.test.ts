import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runBatch } from '../../lambda/local/batch.ts';

async function batch(lines: string, work: (row: Record<string, unknown>) => object | Promise<object>) {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const status = await runBatch(Readable.from([lines]), out, work);
  const rows = Buffer.concat(chunks).toString().split('\n').filter(Boolean);
  return { status, rows: rows.map((row) => JSON.parse(row) as Record<string, unknown>) };
}

const echo = (row: Record<string, unknown>) => ({ id: row.id });

describe('a batch of JSON lines', () => {
  test('gives one line for each, in the same order, though later ones are done first', async () => {
    const { rows, status } = await batch('{"id":"a"}\n{"id":"b"}\n', async (row) => {
      if (row.id === 'a') await new Promise((resolve) => setImmediate(resolve));
      return echo(row);
    });
    expect(rows.map((row) => row.id)).toEqual(['a', 'b']);
    expect(status).toBe(0);
  });

  test('puts an error with its cause and line in the place of a line it cannot use, and goes on', async () => {
    const { rows, status } = await batch('{"id":"a"}\n{nonsense\n[1]\n{"id":"d"}\n', echo);
    expect(rows).toEqual([
      { id: 'a' },
      { id: null, error: 'line 2: not JSON; one JSON object a line is expected' },
      { id: null, error: 'line 3: not a JSON object' },
      { id: 'd' },
    ]);
    expect(status).toBe(1);
  });

  test('keeps the id of a row whose work fails', async () => {
    const { rows } = await batch('{"id":"a"}\n', () => {
      throw new Error('"text" must be a string');
    });
    expect(rows).toEqual([{ id: 'a', error: 'line 1: "text" must be a string' }]);
  });

  test('skips blank lines, and reads a last line without a line break', async () => {
    const { rows } = await batch('\n{"id":"a"}\r\n\r\n{"id":"b"}', echo);
    expect(rows.map((row) => row.id)).toEqual(['a', 'b']);
  });
});
