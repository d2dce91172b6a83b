import { createHash } from 'node:crypto';

/** The keys of everything the alerts store, in one place. Instants in keys are ISO 8601 in UTC, so that they sort. */

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Partition of all that was recorded to have happened to a commitment, under the id it then had. */
export const changesPk = (commitment: string): string => `ALERT#${commitment}`;
/** Says that the partition holds something. */
export const changesHeadKey = (commitment: string) => ({ pk: changesPk(commitment), sk: 'HEAD' });
export const changeKey = (commitment: string, key: string) => ({ pk: changesPk(commitment), sk: `T#${key}` });
/** Stable id of a change, the same from every run: of the lineage it was recorded under, the due day and the transition. */
export const changeId = (commitment: string, key: string): string =>
  `chg_${sha256(`${commitment} ${key}`).slice(0, 24)}`;

/** Partition of the index `pending`: changes that are not with their subscribers' boxes yet. */
export const CHANGES_PENDING = 'ALERT';
/** Partition of the index `pending`: boxes with something to send, by when it is due. */
export const BOXES_PENDING = 'BOX';
/** Partition of the index `pending`: subscriptions whose confirmation e-mail has not been sent. */
export const CONFIRMATIONS_PENDING = 'SUBSCRIPTION';
/** Partition of the index `next`: commitments that wait for coverage, by when to look again. */
export const RECHECKS = 'ALERT-RECHECK';
/** Partition of the index `status`: messages that could not be delivered. */
export const DEAD_LETTERS = 'ALERT-DEAD';

/** Where the sweep is: how far it has looked and read, and when it last ran to its end. */
export const SWEEP = { pk: 'ALERT-SWEEP', sk: 'STATE' };
export const recheckKey = (commitment: string) => ({ pk: changesPk(commitment), sk: 'RECHECK' });
/** The commitment of a recheck's key. */
export const commitmentOfRecheck = ({ pk }: { pk: string }): string => pk.slice(changesPk('').length);
/** What the operator was told of, so that it is told once. */
export const noticeKey = (about: string) => ({ pk: 'ALERT-NOTICE', sk: about });

export const subscriptionKey = (id: string) => ({ pk: `SUBSCRIPTION#${id}`, sk: 'SUBSCRIPTION' });
/** Subscriptions by what they ask for: one posting for each combination of the values they name. */
export const postingPk = (combination: string): string => `SUBSCRIBERS#${combination}`;
export const postingKey = (combination: string, id: string) => ({ pk: postingPk(combination), sk: id });
/** Which filters are combined by anybody at all. */
export const SHAPES = { pk: 'SUBSCRIBERS', sk: 'SHAPES' };
/** A token leads to its subscription by its hash; the token itself is nowhere stored. */
export const tokenKey = (token: string) => ({ pk: `TOKEN#${sha256(token)}`, sk: 'TOKEN' });
export const limitKey = (of: string, day: string) => ({ pk: `SUBSCRIBE-LIMIT#${sha256(of)}`, sk: day });

/** A subscriber's box: what waits, and the message that is on its way. */
export const boxKey = (subscription: string) => ({ pk: `BOX#${subscription}`, sk: 'HEAD' });
/** That a change has left a box, and by which message. */
export const toldKey = (subscription: string, ref: string) => ({ pk: `BOX#${subscription}`, sk: `C#${ref}` });
export const toldRef = ({ sk }: { sk: string }): string => sk.slice('C#'.length);
export const messageKey = (message: string) => ({ pk: `MESSAGE#${message}`, sk: 'MESSAGE' });
export const messageId = (subscription: string, sequence: number): string =>
  `msg_${sha256(`${subscription} ${sequence}`).slice(0, 24)}`;
