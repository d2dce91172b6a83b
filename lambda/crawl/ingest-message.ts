import * as z from 'zod/mini';

/** What the queue carries: a hint that an entry waits. The entry itself is in the table. */
export const ingestMessage = z.object({
  articleKey: z.string().check(z.minLength(1), z.maxLength(1024)),
  url: z.url({ protocol: /^https?$/ }).check(z.maxLength(4096)),
  feedId: z.string().check(z.minLength(1), z.maxLength(200)),
});

export type IngestMessage = z.infer<typeof ingestMessage>;
