import type { SQSEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { WorkQueue } from '../../lambda/local/work-queue.ts';

const bodies = (event: SQSEvent) => event.Records.map((record) => record.body);

function queueOf(handler: (event: SQSEvent) => Promise<unknown>, options: { maxReceiveCount?: number } = {}) {
  const dead: string[] = [];
  const queue = new WorkQueue({
    name: 'test',
    handler: handler as never,
    batchSize: 3,
    concurrency: 1,
    maxReceiveCount: options.maxReceiveCount ?? 2,
    retryMs: 1,
    onDeadLetter: (body) => dead.push(body),
  });
  return { queue, dead };
}

describe('the local queue', () => {
  test('gives messages in batches of at most its size, each once', async () => {
    const batches: string[][] = [];
    const { queue } = queueOf(async (event) => {
      batches.push(bodies(event));
      return { batchItemFailures: [] };
    });
    for (const body of ['a', 'b', 'c', 'd']) queue.send(body);
    await queue.idle();
    expect(batches.flat().toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(3);
  });

  test('gives only the failed messages of a batch again, and puts them aside at last', async () => {
    const seen: string[] = [];
    const { queue, dead } = queueOf(async (event) => {
      seen.push(...bodies(event));
      return {
        batchItemFailures: event.Records.filter((r) => r.body === 'bad').map((r) => ({ itemIdentifier: r.messageId })),
      };
    });
    queue.send('good');
    queue.send('bad');
    await queue.idle();
    expect(seen.filter((body) => body === 'good')).toHaveLength(1);
    expect(seen.filter((body) => body === 'bad')).toHaveLength(2);
    expect(dead).toEqual(['bad']);
  });

  test('takes a handler that throws for one that did none of its batch', async () => {
    const { queue, dead } = queueOf(async () => {
      throw new Error('out of memory');
    });
    queue.send('a');
    await queue.idle();
    expect(dead).toEqual(['a']);
  });
});
