import type { Change } from '../change.ts';
import { type Message, pageOf } from './message.ts';
import { headline, reason } from './words.ts';

/** A change as webhooks and the topic give it. */
export function changeView(change: Change, message: Pick<Message, 'lang' | 'site'>) {
  const { picture } = change;
  return {
    id: change.id,
    kind: change.kind,
    at: change.at,
    recordedAt: change.recordedAt,
    day: change.day,
    ...(change.from === undefined ? {} : { from: change.from }),
    ...(change.to === undefined ? {} : { to: change.to }),
    ...(change.slip === undefined ? {} : { slip: change.slip }),
    summary: headline(change, message.lang),
    why: reason(change, message.lang),
    commitment: {
      id: picture.commitment,
      url: pageOf(message, picture.commitment),
      type: picture.type,
      topic: picture.topic,
      status: picture.status,
      action: picture.action,
      obligor: picture.obligor,
      counterparties: picture.counterparties,
      speaker: picture.speaker,
      due: picture.due,
      phrase: picture.phrase,
      slips: picture.slips,
      sources: picture.sources,
    },
    evidence: picture.evidence,
  };
}
