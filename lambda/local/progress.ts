import { progressLine } from './on-data.ts';
import type { System } from './system.ts';

/** Shows what a pass is doing; the returned function ends it with a line a feed. */
export function showProgress(system: System): () => Promise<void> {
  const line = progressLine();
  const timer = setInterval(() => line.draw(`entries waiting: ${system.queues.ingest.depth}`), 250);
  return async () => {
    clearInterval(timer);
    const response = await fetch(`${system.url}/v1/feeds`);
    const { items } = (await response.json()) as { items: { id: string; summary: string }[] };
    line.end(`${items.length} feeds`);
    for (const feed of items) process.stdout.write(`${feed.id.padEnd(28)} ${feed.summary}\n`);
  };
}
