import type { Change } from '../../lambda/alert/change.ts';
import type { Mail } from '../../lambda/alert/channels/mail.ts';
import { type DeliverDeps, emptyBox, fanOut, replay, type Send } from '../../lambda/alert/deliver.ts';
import { DEFAULT_GROUPS } from '../../lambda/alert/kinds.ts';
import type { Notice } from '../../lambda/alert/operator.ts';
import type { DeliverMessage } from '../../lambda/alert/queue.ts';
import { recordedOf } from '../../lambda/alert/record.ts';
import type { Filter, Frequency, Subscription } from '../../lambda/alert/subscription.ts';
import { activate, keepPending } from '../../lambda/alert/subscriptions.ts';
import { type SweepReport, sweep } from '../../lambda/alert/sweep.ts';
import type { Db } from '../../lambda/dynamo.ts';
import type { Coverage } from '../../lambda/ledger/types.ts';
import { faulty } from '../ledger/store/faults.ts';

/** Where a run dies: at its n-th write, before or after the write was made. */
export interface Death {
  at: number;
  after: boolean;
}

/** The alerts' surroundings: a queue that can be reordered, a clock that is set, and receivers that write down what comes. */
export class World {
  readonly db: Db;
  now: Date;
  coverage: Coverage = 'complete';
  queue: DeliverMessage[] = [];
  notices: Notice[] = [];
  /** E-mails that are no messages. */
  posted: Mail[] = [];
  /** What each subscriber got: message id and the ids of its changes, once for each time it came. */
  received: { subscriber: string; message: string; changes: string[] }[] = [];
  /** Answers of the receivers, in order; where there is none, a message is accepted. */
  refusals: (Awaited<ReturnType<Send>> | 'killed')[] = [];
  /** How many boxes one message of the queue fills. */
  boxesAtOnce = 2000;

  constructor(db: Db, now: string) {
    this.db = db;
    this.now = new Date(now);
  }

  async subscribe(
    id: string,
    filter: Filter = {},
    frequency: Frequency = 'immediate',
    more: Partial<Subscription> = {},
  ) {
    const subscription: Subscription = {
      id,
      state: 'pending',
      email: `${id}@example.org`,
      channel: { kind: 'slack', url: 'https://hooks.example.org/' },
      filter,
      groups: [...DEFAULT_GROUPS],
      frequency,
      lang: 'id',
      createdAt: this.now.toISOString(),
      ...more,
    };
    await keepPending(this.db, subscription);
    await activate(this.db, subscription);
    return subscription;
  }

  /** Runs a sweep; one that is to die leaves what it had done. */
  async sweep(death?: Death): Promise<SweepReport | null> {
    const db = death ? faulty(this.db, death.at, death.after) : this.db;
    const run = sweep(
      {
        db,
        queue: { send: async (messages) => void this.queue.push(...messages.map((m) => m.message)) },
        operator: {
          watch: async () => {},
          unverified: async (changes) => void this.notices.push({ subject: `${changes.length} unverified`, text: '' }),
        },
        coverage: async () => this.coverage,
      },
      this.now,
    );
    return death ? run.catch(ifKilled) : run;
  }

  #deps(db: Db = this.db): DeliverDeps {
    return {
      db,
      queue: { send: async (messages) => void this.queue.push(...messages.map((m) => m.message)) },
      send: async (subscription, message) => {
        const refusal = this.refusals.shift();
        if (refusal && refusal !== 'killed') return refusal;
        const changes = message.changes.map((change) => change.id);
        this.received.push({ subscriber: subscription.id, message: message.id, changes });
        // Accepted by the receiver, and the sender dies before it hears so.
        if (refusal === 'killed') throw new Error('killed before a write');
        return { outcome: 'accepted' };
      },
      post: async (mail) => void this.posted.push(mail),
      tell: async (notice) => void this.notices.push(notice),
      site: 'https://tagih.example',
      boxesAtOnce: this.boxesAtOnce,
    };
  }

  /** Works on a message as the queue's handler does. */
  async work(message: DeliverMessage, death?: Death): Promise<void> {
    const deps = this.#deps(death ? faulty(this.db, death.at, death.after) : this.db);
    const run =
      message.kind === 'changes'
        ? fanOut(deps, message.changes, this.now, message.after)
        : emptyBox(deps, 'subscription' in message ? message.subscription : '', this.now);
    await Promise.resolve(run).catch(ifKilled);
  }

  /** Sends a message again. */
  replay(message: string): ReturnType<typeof replay> {
    return replay(this.#deps(), message, this.now);
  }

  async drain(): Promise<void> {
    for (let message = this.queue.shift(); message; message = this.queue.shift()) await this.work(message);
  }

  pass(hours: number): void {
    this.now = new Date(this.now.getTime() + hours * 3_600_000);
  }

  /** Everything recorded of these commitments. */
  changes(ids: readonly string[]): Promise<Change[]> {
    return recordedOf(this.db, ids);
  }

  /** Distinct ids of the changes a subscriber got, by message, each message once. */
  got(subscriber: string): string[] {
    const messages = new Map(
      this.received.filter((r) => r.subscriber === subscriber).map((r) => [r.message, r.changes.join()]),
    );
    return [...messages.values()].flatMap((changes) => changes.split(','));
  }
}

function ifKilled(error: unknown): null {
  if (error instanceof Error && error.message.startsWith('killed')) return null;
  throw error;
}
