import { type Command, UsageError } from './command.ts';

/** `tagih start` (and `npm start`): the whole product on this machine, until it is stopped. */
export const startCommand: Command = {
  name: 'start',
  summary: 'runs everything on this machine: crawl, ledger, alerts, API and page',
  usage: '[--data DIR] [--port N] [--no-samples] [--no-feeds]',
  details: `Keeps everything in DIR. Ctrl-C stops it; started again it goes on where it was.
On the first start it also loads an archive of sample stories, so that the page shows something without a network.`,
  options: {
    data: { type: 'string', default: 'data' },
    port: { type: 'string', default: '8080' },
    'no-samples': { type: 'boolean' },
    'no-feeds': { type: 'boolean' },
  },
  optionHelp: {
    data: 'folder that keeps everything (default: data)',
    port: 'port of the API and the page; 0 takes any free one (default: 8080)',
    'no-samples': 'do not load the sample stories',
    'no-feeds': 'do not poll the publishers: samples and what is stored only',
  },
  async run(values) {
    const port = portOf(values.port);
    const { startSystem } = await import('../system.ts');
    const say = (line: string) => process.stdout.write(`${line}\n`);
    const system = await startSystem({
      dir: String(values.data),
      port,
      samples: !values['no-samples'],
      feeds: !values['no-feeds'],
      schedules: true,
      say,
    });
    say(`Tagih is at ${system.url}  (API: ${system.url}/v1/commitments, database: ${system.engine})`);
    say('Ctrl-C stops it.');
    const stopped = untilAsked();
    // The first pass follows at once; the schedules take over from there.
    const first = system
      .run('poll')
      .then(() => system.run('sweep'))
      .then(() => say('up to date; the schedules take over.'))
      .catch((error: unknown) => say(`first pass: ${error instanceof Error ? error.message : String(error)}`));
    await stopped;
    say('stopping …');
    await Promise.race([first, new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
    await system.stop();
    return 0;
  },
};

/** @throws UsageError when it is no port. */
export function portOf(value: unknown): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535 || value === '') {
    throw new UsageError(`--port: "${value}" is not a port number from 0 to 65535`);
  }
  return port;
}

/** Resolves at the first Ctrl-C or termination; a second one ends the process at once. */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const ask = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGINT', ask);
    process.on('SIGTERM', ask);
  });
}
