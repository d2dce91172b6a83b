/** What the queue carries: hints at what waits in the table. */
export type DeliverMessage =
  /** Changes to be put into boxes; `after` goes on behind the subscriber of that id. */
  | { kind: 'changes'; changes: { pk: string; sk: string }[]; after?: string }
  | { kind: 'box'; subscription: string }
  /** Ask a new subscriber whether they want it. */
  | { kind: 'confirm'; subscription: string }
  /** Send a message again. */
  | { kind: 'replay'; message: string };

export interface DeliverQueue {
  /** Hands over messages, each with the seconds it is to wait. A failure is no loss: the sweep finds what waits. */
  send(messages: readonly { message: DeliverMessage; delaySeconds: number }[]): Promise<void>;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length < 500;

/**
 * A queue's message from its JSON.
 * @throws Error on anything that is none.
 */
export function deliverMessage(body: unknown): DeliverMessage {
  const { kind, changes, after, subscription, message } = (body ?? {}) as Record<string, unknown>;
  if ((kind === 'box' || kind === 'confirm') && isText(subscription)) return { kind, subscription };
  if (kind === 'replay' && isText(message)) return { kind, message };
  if (kind === 'changes' && Array.isArray(changes) && changes.length <= 100) {
    const refs = changes.map((c: unknown) => c as { pk?: unknown; sk?: unknown } | null);
    if (refs.every((c) => isText(c?.pk) && isText(c?.sk))) {
      const list = refs.map((c) => ({ pk: String(c?.pk), sk: String(c?.sk) }));
      return { kind, changes: list, ...(isText(after) ? { after } : {}) };
    }
  }
  throw new Error('this is no message of the delivery queue');
}

/** The queue at `url`, by `sqs.ts`. */
export function sqsDeliverQueue(url: string): DeliverQueue {
  return {
    async send(messages) {
      if (messages.length > 0) await (await import('../sqs.ts')).sendMessages(url, messages);
    },
  };
}
