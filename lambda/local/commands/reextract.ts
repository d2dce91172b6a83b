import { type Command, UsageError } from './command.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** `tagih reextract`: kept articles read again with the extractor of today. */
export const reextractCommand: Command = {
  name: 'reextract',
  summary: 'reads kept articles again with the extractor that runs now',
  usage: '[--data DIR] [--from YYYY-MM] [--to YYYY-MM]',
  details:
    'What changes is added to the history; fields that a reviewer set stay. Broken off, it goes on where it was.',
  options: {
    data: { type: 'string', default: 'data' },
    from: { type: 'string', default: '2010-01' },
    to: { type: 'string' },
  },
  optionHelp: {
    data: 'folder that keeps everything (default: data)',
    from: 'first month of publication (default: 2010-01)',
    to: 'last month of publication (default: this one)',
  },
  async run(values) {
    const to = String(values.to ?? new Date().toISOString().slice(0, 7));
    for (const month of [String(values.from), to]) {
      if (!MONTH.test(month)) throw new UsageError(`"${month}" is not a month such as 2025-06`);
    }
    const { onData, progressLine } = await import('../on-data.ts');
    const { reextract } = await import('../../crawl/reextract.ts');
    const { dbFromEnv } = await import('../../dynamo.ts');
    const line = progressLine();
    return onData(String(values.data), {}, async (system) => {
      const { looked, placed } = await reextract(
        { db: dbFromEnv() },
        {
          from: String(values.from),
          to,
          clock: () => new Date(),
          onProgress: (n, anew) => line.draw(`${n} articles, ${anew} read anew`),
          onProblem: (problem) => line.end(problem),
        },
      );
      await system.run('sweep');
      line.end(`${looked} articles, ${placed} read anew`);
      return 0;
    });
  },
};
