import type { MentionType, Topic } from '../extract/types.ts';
import type { Status } from '../ledger/types.ts';
import type { Facets } from './change.ts';
import type { Group, Lang } from './kinds.ts';

/** Where a subscriber is told. */
export type Channel =
  | { kind: 'email' }
  /** Standard Webhooks; the first secret is the newest, and each signs. */
  | { kind: 'webhook'; url: string; secrets: string[] }
  /** A plain incoming webhook of Slack's form (`{"text": …}`), which others understand too. */
  | { kind: 'slack'; url: string }
  /** Telegram's `sendMessage`: the address holds the bot's token. */
  | { kind: 'telegram'; url: string; chat: string };

/** What a subscriber wants to hear of: each filter that is given must fit, by one of its values. */
export interface Filter {
  commitment?: string[];
  regulator?: string[];
  platform?: string[];
  official?: string[];
  topic?: Topic[];
  type?: MentionType[];
  /** Status after the change. */
  status?: Status[];
}

export type Frequency = 'immediate' | 'daily' | 'weekly';

export interface Subscription {
  id: string;
  state: 'pending' | 'active' | 'disabled' | 'ended';
  /** Who confirmed it, and who is told when a webhook is disabled. */
  email: string;
  channel: Channel;
  filter: Filter;
  groups: Group[];
  frequency: Frequency;
  lang: Lang;
  createdAt: string;
  /** Why it is disabled. */
  reason?: string;
}

/** The filters, in the order in which they stand in a combination. */
export const FILTERS = ['commitment', 'regulator', 'platform', 'official', 'topic', 'type', 'status'] as const;
export type FilterName = (typeof FILTERS)[number];
/** Postings of one subscription at most: the product of the numbers of its values. */
export const MOST_POSTINGS = 100;

/** Which filters are given, as one word; the empty filter is `all`. */
export const shapeOf = (names: readonly FilterName[]): string => names.join('+') || 'all';

/** Every combination of one value of each filter that is given. */
function combine(names: readonly FilterName[], values: (name: FilterName) => readonly string[]): string[] {
  let found = [''];
  for (const name of names) {
    found = found.flatMap((before) => values(name).map((value) => `${before}${before ? '&' : ''}${name}=${value}`));
  }
  return found.map((combination) => combination || 'all');
}

/** The filters that a subscription gives, and the combinations under which it is found. */
export function postingsOf(filter: Filter): { shape: string; combinations: string[] } {
  const given = FILTERS.filter((name) => (filter[name]?.length ?? 0) > 0);
  return { shape: shapeOf(given), combinations: combine(given, (name) => [...new Set<string>(filter[name])]) };
}

/** The combinations under which those are found who want a change, for the shapes that anybody uses. */
export function combinationsFor(facets: Facets, shapes: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const shape of shapes) {
    const names = FILTERS.filter((name) => shape.split('+').includes(name));
    for (const combination of combine(names, (name) => facets[name])) found.add(combination);
  }
  return [...found];
}

/** When a box is emptied next: at once (after a short wait for what belongs together), or at 07:00 in Jakarta. */
export function dueFor(frequency: Frequency, now: Date): Date {
  if (frequency === 'immediate') return now;
  // Jakarta has no summer time: 07:00 there is 00:00 UTC.
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
  // Weekly on Mondays.
  while (frequency === 'weekly' && next.getUTCDay() !== 1) next.setUTCDate(next.getUTCDate() + 1);
  return next;
}
