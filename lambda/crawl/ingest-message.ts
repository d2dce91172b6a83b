/** What the queue carries: a hint that an entry waits. The entry itself is in the table. */
export interface IngestMessage {
  articleKey: string;
  url: string;
  feedId: string;
}

const MOST_LENGTH = 4096;

/**
 * Checks a message's body. By hand: three strings are not worth a schema library in the largest bundle.
 * @throws TypeError naming the member that is missing or wrong.
 */
export function parseIngestMessage(body: unknown): IngestMessage {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const member = (name: keyof IngestMessage): string => {
    const value = given[name];
    if (typeof value !== 'string' || value === '' || value.length > MOST_LENGTH) {
      throw new TypeError(`the message has no usable "${name}"`);
    }
    return value;
  };
  const message = { articleKey: member('articleKey'), url: member('url'), feedId: member('feedId') };
  if (!URL.canParse(message.url) || !/^https?:$/.test(new URL(message.url).protocol)) {
    throw new TypeError('the message\'s "url" is no address of a page');
  }
  return message;
}
