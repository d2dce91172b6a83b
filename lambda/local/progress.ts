import type { System } from './system.ts';

/** Shows on standard error what a pass is doing; the returned function ends it with a summary from the API. */
export function showProgress(system: System): () => Promise<void> {
  const terminal = process.stderr.isTTY === true;
  const draw = () => process.stderr.write(`\rentries waiting: ${String(system.queues.ingest.depth).padStart(5)}  `);
  const timer = terminal ? setInterval(draw, 250) : null;
  return async () => {
    if (timer) {
      clearInterval(timer);
      process.stderr.write('\r\u001b[K');
    }
    const response = await fetch(`${system.url}/v1/feeds`);
    const { items } = (await response.json()) as { items: { id: string; summary: string }[] };
    for (const feed of items) process.stdout.write(`${feed.id.padEnd(28)} ${feed.summary}\n`);
  };
}
