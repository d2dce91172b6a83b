/** How a message fared on its way. */
export type SendResult =
  | { outcome: 'accepted' }
  /** Worth trying again; not before `after` where the receiver says when. */
  | { outcome: 'failed'; cause: string; after?: Date }
  /** The receiver does not want it any more: the subscription is put out of use. */
  | { outcome: 'gone'; cause: string };

/** Waits between tries of one message, in milliseconds; after the last it is put aside. About two days in all. */
export const BACK_OFF_MS: readonly number[] = [1, 5, 30, 120, 300, 600, 840, 1200].map((minutes) => minutes * 60_000);

/** When a message that failed is tried again, or null where it is to be put aside. */
export function nextTry(attempts: number, now: Date, after?: Date): Date | null {
  const wait = BACK_OFF_MS[attempts];
  if (wait === undefined) return null;
  return new Date(Math.max(now.getTime() + wait, after?.getTime() ?? 0));
}
