import type { Db } from '../../dynamo.ts';
import { get, update } from '../../items.ts';
import { nextLook } from '../looks.ts';
import { statusOf } from '../status.ts';
import type { Coverage, StatusResult } from '../types.ts';
import type { HeadItem } from './head.ts';
import * as keys from './keys.ts';
import { unpack } from './packed.ts';

/**
 * Stores a commitment's status as it is now and when to look next: what the sweep does after it has looked.
 * @returns the status now and the one stored before, or null for an id that is no commitment.
 */
export async function refreshStatus(
  db: Db,
  id: string,
  coverage: Coverage,
  now: Date,
): Promise<{ result: StatusResult; before: string | null } | null> {
  for (let tries = 0; tries < 5; tries++) {
    const head = await get<HeadItem>(db, keys.commitmentKey(id));
    if (!head?.body) return null;
    const commitment = unpack(head.body);
    const result = statusOf(commitment, coverage, now);
    const look = nextLook(commitment, now);
    const isChange = head.status !== result.status;
    const recordedAt = now.toISOString();
    const set = ['#status = :status', 'statusPk = :statusPk'];
    if (look) set.push('nextPk = :nextPk', 'nextSk = :nextSk');
    if (isChange) set.push('pendingPk = :pendingPk', 'pendingSk = :pendingSk', 'recordedAt = :at');
    const done = await update(
      db,
      keys.commitmentKey(id),
      `SET ${set.join(', ')}${look ? '' : ' REMOVE nextPk, nextSk'}`,
      'basis = :basis AND #hash = :hash',
      {
        names: { '#status': 'status', '#hash': 'hash' },
        values: {
          ':status': result.status,
          ':statusPk': keys.statusPk(result.status),
          ':basis': head.basis,
          ':hash': head.hash,
          ...(look ? { ':nextPk': keys.nextPk(look.slice(0, 10)), ':nextSk': keys.nextSk(look, id) } : {}),
          ...(isChange
            ? { ':pendingPk': keys.CHANGE_PENDING, ':pendingSk': `${recordedAt}#${id}`, ':at': recordedAt }
            : {}),
        },
      },
    );
    if (done) return { result, before: head.status ?? null };
  }
  return null;
}
