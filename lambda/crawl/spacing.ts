import { isTrusted, type PollDeps } from './deps.ts';
import type { IngestMessage } from './ingest-message.ts';

/** The longest that a message waits for its host, in milliseconds. */
export const LONGEST_DELAY_MS = 900_000;

/**
 * Messages of entries, one after the other, each waiting so many seconds that those of one host come at its pace. A host
 * of our own is not spared.
 */
export function spacedMessages({
  gate,
  trusted,
}: Pick<PollDeps, 'gate' | 'trusted'>): (
  entry: { key: string; url: string },
  feedId: string,
) => { message: IngestMessage; delaySeconds: number } {
  const places = new Map<string, number>();
  return ({ key, url }, feedId) => {
    const { host } = new URL(url);
    const place = places.get(host) ?? 0;
    places.set(host, place + 1);
    const delayMs = isTrusted(trusted, url) ? 0 : Math.min(LONGEST_DELAY_MS, place * gate.spacingMs);
    return { message: { articleKey: key, url, feedId }, delaySeconds: delayMs / 1000 };
  };
}
