import type { Command } from './command.ts';

/** `tagih replay`: messages that could not be delivered, listed and sent again. */
export const replayCommand: Command = {
  name: 'replay',
  summary: 'lists the messages that could not be delivered, or sends messages again',
  usage: '[MESSAGE…] [--data DIR] [--dead]',
  details: `Without a message it prints those that were put aside after their last try, one JSON a line, the latest first.
A message is sent again under its own id and with the same changes, to a subscription that is still active.
Exit status 1 where one could not be sent.`,
  options: { data: { type: 'string', default: 'data' }, dead: { type: 'boolean' } },
  optionHelp: { data: 'folder that keeps everything (default: data)', dead: 'send all that were put aside' },
  positionals: [0, 100],
  async run(values, messages) {
    const { onData } = await import('../on-data.ts');
    const { dbFromEnv } = await import('../../dynamo.ts');
    const { deadLetters } = await import('../../alert/box.ts');
    const { replay } = await import('../../alert/deliver.ts');
    const { deliverDepsFromEnv } = await import('../../alert/deps.ts');
    return onData(String(values.data), {}, async () => {
      const db = dbFromEnv();
      const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
      if (messages.length === 0 && !values.dead) {
        for (const { id, subscription, at, reason, members } of await deadLetters(db))
          print({ message: id, subscription, at, reason, changes: members.length });
        return 0;
      }
      const wanted = new Set([...messages, ...(values.dead ? (await deadLetters(db)).map(({ id }) => id) : [])]);
      const deps = deliverDepsFromEnv(db);
      let failed = 0;
      for (const message of wanted) {
        const result = await replay(deps, message, new Date());
        if (result?.outcome !== 'accepted') failed++;
        print({ message, ...(result ?? { outcome: 'failed', cause: 'no such message, or no active subscription' }) });
      }
      return failed > 0 ? 1 : 0;
    });
  },
};
