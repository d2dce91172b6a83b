import { CALENDAR_VERSION } from '../../extract/time/calendar.ts';
import { formatDay, parseDay } from '../../extract/time/civil.ts';
import { forward } from '../../extract/time/deadline/reckon.ts';
import { endOfDay } from '../../extract/time/deadline/window.ts';
import { lengthAt } from '../../extract/time/parsers/length.ts';
import { tokenize } from '../../extract/time/tokens.ts';
import type { Claim } from '../types.ts';

type Counted = Pick<Claim, 'due' | 'earliest' | 'rule' | 'anchor' | 'precision' | 'calendarVersion'> & {
  latest: string;
};

/** What the extractor calls a count from an event that its text does not date: `calendar-days:30:event`. */
const FROM_EVENT = /^((?:working-days|calendar-days|[a-z]+s):[\d.-]+):event$/;
const ZONE = 'Asia/Jakarta';

/**
 * The window of a count that ran from an undated event, once the event's day is known. The extractor has judged the
 * phrase already, so only its length is read again; its whole grammar stays out of what merely reads the ledger.
 * @param count the claim's words up to where it names the event: `paling lambat 30 hari kerja`.
 * @param day `YYYY-MM-DD`
 * @returns null for what is no such count.
 */
export function countedFrom({ rule }: Pick<Claim, 'rule'>, count: string, day: string): Counted | null {
  const name = FROM_EVENT.exec(rule)?.[1];
  const anchor = parseDay(day);
  if (!name || anchor === null) return null;
  const tokens = tokenize(count);
  for (let i = 0; i < tokens.count; i++) {
    const length = lengthAt(tokens, i);
    if (!length) continue;
    const window = forward(anchor, length);
    return {
      due: formatDay(window.latest),
      earliest: endOfDay(window.earliest, ZONE),
      latest: endOfDay(window.latest, ZONE),
      rule: name,
      anchor: day,
      precision: 'day',
      calendarVersion: length.working ? CALENDAR_VERSION : null,
    };
  }
  return null;
}
