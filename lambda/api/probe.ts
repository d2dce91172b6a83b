/** What a reader needs of the API: that the list and the counts come, as JSON of their shape. */
const ASKED: readonly { path: string; has: (body: Record<string, unknown>) => boolean }[] = [
  { path: '/v1/commitments?limit=1', has: (body) => Array.isArray(body.items) },
  { path: '/v1/stats', has: (body) => Object.keys(body).length > 0 },
];
const PATIENCE_MS = 8000;

/** The API does not answer as it must. */
export class ProbeFailed extends Error {
  override name = 'ProbeFailed';
}

/**
 * Asks the API what a reader asks, from outside, by its public address.
 * @param url the public address, without a slash at its end.
 * @returns milliseconds of the slowest answer.
 * @throws ProbeFailed naming the path and what is wrong with its answer.
 */
export async function probe(url: string, ask: typeof fetch = fetch): Promise<number> {
  let slowest = 0;
  for (const { path, has } of ASKED) {
    const began = performance.now();
    let body: unknown;
    try {
      const response = await ask(`${url}${path}`, {
        // Past CloudFront's memory, which may answer for an API that is down.
        headers: { accept: 'application/json', 'cache-control': 'no-cache', 'user-agent': 'tagih-probe' },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (response.status !== 200) throw new ProbeFailed(`${path} answers ${response.status}`);
      body = await response.json();
    } catch (error) {
      if (error instanceof ProbeFailed) throw error;
      throw new ProbeFailed(`${path} does not answer: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (typeof body !== 'object' || body === null || !has(body as Record<string, unknown>)) {
      throw new ProbeFailed(`${path} answers something else than it must`);
    }
    slowest = Math.max(slowest, performance.now() - began);
  }
  return slowest;
}
