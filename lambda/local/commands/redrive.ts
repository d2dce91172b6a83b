import { type Command, UsageError } from './command.ts';

/** `tagih redrive`: messages that were put aside, moved back to their queues. */
export const redriveCommand: Command = {
  name: 'redrive',
  summary: 'moves the messages that failed for good back to their queues',
  usage: '--stage STAGE [--dry-run]',
  details: `Works on AWS, with the credentials and the region of the environment: the dead-letter queues of the stack
"Tagih-STAGE". Prints one JSON a queue: how many messages it held, and the task that moves them. On one machine there
is nothing to move: a queue ends with its process, and the next start finds in the table what is pending.`,
  options: { stage: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  optionHelp: { stage: 'whose queues: prod, or as it was deployed', 'dry-run': 'only says how many there are' },
  async run(values) {
    if (typeof values.stage !== 'string' || !/^[a-z][a-z0-9-]*$/.test(values.stage)) {
      throw new UsageError('--stage: which stage, such as prod?');
    }
    const { SQSClient } = await import('@aws-sdk/client-sqs');
    const { redrive } = await import('../redrive.ts');
    const queues = await redrive(new SQSClient({}), `Tagih-${values.stage}-`, !values['dry-run']);
    for (const queue of queues) process.stdout.write(`${JSON.stringify(queue)}\n`);
    if (queues.length > 0) return 0;
    process.stderr.write(`there is no dead-letter queue of a stage "${values.stage}" in this account and region\n`);
    return 1;
  },
};
