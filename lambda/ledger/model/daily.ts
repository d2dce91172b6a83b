import { isAuthorityKey } from './parties.ts';

/**
 * Platforms that some report names every day, be it only as the place where something was said. What is promised and
 * told of anybody else is little enough to be compared whole, by whatever verb it is worded.
 */
const DAILY = new Set(
  'instagram facebook tiktok x youtube whatsapp meta google apple microsoft samsung xiaomi'
    .split(' ')
    .map((id) => `a:${id}`),
);

/** Whether there is news of a party every day. */
export const isInNewsDaily = (party: string): boolean => party === 'class' || DAILY.has(party) || isAuthorityKey(party);
