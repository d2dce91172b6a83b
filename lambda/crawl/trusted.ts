/** An origin exempt from the public-address rule: the local run's archive of samples. */
export interface TrustedOrigin {
  origin: string;
  /** Where it is really reached, if not by its own name. */
  at: { host: string; port: number } | null;
}

/**
 * The trusted origins of an environment value: comma-separated, each `scheme://host[:port]`, optionally followed by
 * `=ADDRESS:PORT` where the origin is served. Parts that are neither are ignored: a typing error trusts nobody.
 */
export function trustedOriginsOf(value: string | undefined): TrustedOrigin[] {
  return (value ?? '').split(',').flatMap((part): TrustedOrigin[] => {
    const [address = '', served] = part.trim().split('=');
    if (!URL.canParse(address)) return [];
    const { origin } = new URL(address);
    if (origin === 'null') return [];
    if (served === undefined) return [{ origin, at: null }];
    const colon = served.lastIndexOf(':');
    const port = Number(served.slice(colon + 1));
    return colon > 0 && Number.isInteger(port) ? [{ origin, at: { host: served.slice(0, colon), port } }] : [];
  });
}
