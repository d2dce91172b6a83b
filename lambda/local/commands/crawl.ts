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
    const { onData } = await import('../on-data.ts');
    const { showProgress } = await import('../progress.ts');
    return onData(String(values.data), { samples: values.samples === true, feeds: true }, async (system) => {
      const done = showProgress(system);
      await system.run('poll');
      await system.run('sweep');
      await done();
      return 0;
    });
  },
};
