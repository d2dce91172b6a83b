import type { Command } from './command.ts';

/** `tagih crawl`: one pass over the feeds, shown as it goes. */
export const crawlCommand: Command = {
  name: 'crawl',
  summary: 'one pass over the feeds, then stops',
  usage: '[--data DIR] [--samples]',
  details: 'Polls every feed that is due, reads every new entry, and prints what came of it.',
  options: { data: { type: 'string', default: 'data' }, samples: { type: 'boolean' } },
  optionHelp: { data: 'folder that keeps everything (default: data)', samples: 'also the archive of sample stories' },
  async run(values) {
    const { startSystem } = await import('../system.ts');
    const system = await startSystem({
      dir: String(values.data),
      port: 0,
      samples: values.samples === true,
      feeds: true,
      schedules: false,
      say: (line) => process.stderr.write(`${line}\n`),
    });
    try {
      const { showProgress } = await import('../progress.ts');
      const done = showProgress(system);
      await system.run('poll');
      await done();
      return 0;
    } finally {
      await system.stop();
    }
  },
};
