import ical from 'ical-generator';
import * as z from 'zod/mini';
import { type ListQuery, listed, listQuery, MOST_PER_PAGE } from './listing.ts';
import { STATUS, STATUS_MEANS } from './page/words.ts';
import { type Reply, typed } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';
import { currentClaim, type Judged, shortQuote, titleOf } from './view.ts';

/** What falls due, as a calendar to subscribe to. The order is the due day, and there are no pages. */
export const calendarQuery = z.omit(listQuery, { sort: true, cursor: true, limit: true, fields: true });
type CalendarQuery = z.output<typeof calendarQuery>;

/** So many deadlines a calendar holds, at most: a narrower query gives the rest. */
const MOST_EVENTS = 500;
/** Without a first day, deadlines that passed so long ago are still shown. */
const BACK_DAYS = 90;

/** `GET /v1/calendar.ics` */
export async function calendar(request: ApiRequest, { query }: Input<CalendarQuery, undefined>): Promise<Reply> {
  const from = new Date(request.now.getTime() - BACK_DAYS * 86_400_000).toISOString().slice(0, 10);
  const all: ListQuery = {
    ...query,
    due_from: query.due_from ?? (query.due_to && query.due_to < from ? undefined : from),
    sort: query.q ? undefined : 'due',
    limit: MOST_PER_PAGE,
    cursor: undefined,
    fields: undefined,
  };
  const items: Judged[] = [];
  let next: string | null = null;
  do {
    const found = await listed(request, { ...all, cursor: next ?? undefined });
    items.push(...found.items);
    next = found.next;
  } while (next !== null && items.length < MOST_EVENTS);
  return typed('ics', calendarOf(items.slice(0, MOST_EVENTS), request), { maxAge: 3600 });
}

/**
 * Commitments with a due day as all-day events (RFC 5545). The UID is the commitment's; SEQUENCE is the length of its
 * history, which only grows, so that a deadline that moved replaces the event it had.
 */
export function calendarOf(
  items: readonly Judged[],
  { lang, origin, now }: Pick<ApiRequest, 'lang' | 'origin' | 'now'>,
): string {
  const calendar = ical({
    name: lang === 'id' ? 'Tagih: tenggat komitmen' : 'Tagih: what falls due',
    prodId: { company: 'Tagih', product: 'Tagih', language: lang.toUpperCase() },
    ttl: 3600,
  });
  for (const { commitment: c, result } of items) {
    const day = result.due.day;
    if (!day) continue;
    const quote = c.mentions[0] ? shortQuote(c.mentions[0].quote) : '';
    const start = new Date(`${day}T00:00:00Z`);
    calendar.createEvent({
      id: `${c.id}@tagih`,
      sequence: c.events.length,
      stamp: now,
      start,
      end: new Date(start.getTime() + 86_400_000),
      allDay: true,
      summary: `${titleOf(c)} [${STATUS[lang][result.status]}]`,
      description: [STATUS_MEANS[lang][result.status], `“${quote}”`, currentClaim(c)?.text ?? '']
        .filter(Boolean)
        .join('\n\n'),
      url: `${origin}/commitments/${c.id}`,
      lastModified: new Date(c.events.at(-1)?.recordedAt ?? c.lastReportedAt),
    });
  }
  return calendar.toString();
}
