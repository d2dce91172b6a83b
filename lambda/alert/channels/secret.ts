import { randomBytes } from 'node:crypto';

/** A new signing secret, as Standard Webhooks writes it: 32 random bytes. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
