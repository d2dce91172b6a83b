import { type Command, UsageError } from './command.ts';

const ON_AWS = `With TAGIH_TABLE set it is that table's items alone, read or written by requests that AWS charges for: there, the
table's own recovery and exports, and "aws s3 sync" for the snapshots, are the better way (docs/operations.md).`;

const folderOf = (value: unknown, option: string): string => {
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${option}: which folder?`);
  return value;
};

/** `tagih backup`: everything that is kept, copied to a folder. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'copies everything that is kept to a folder',
  usage: '--to DIR [--data DIR]',
  details: `The table as one file, the snapshots one by one; into the same folder again, only new ones are copied.\n${ON_AWS}`,
  options: { to: { type: 'string' }, data: { type: 'string', default: 'data' } },
  optionHelp: { to: 'folder of the backup', data: 'folder that keeps everything (default: data), not in use' },
  async run(values) {
    const to = folderOf(values.to, 'to');
    const { backUpObjects, backUpTable } = await import('../backup.ts');
    return onTable(String(values.data), async (db, data, line) => {
      if (data !== null) await backUpObjects(data, to);
      const items = await backUpTable(db, to, (n) => line.draw(`${n} items`));
      line.end(`${items} items in ${to}`);
    });
  },
};

/** `tagih restore`: a backup brought into an empty data folder or table. */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'brings a backup into an empty data folder or table',
  usage: '--from DIR [--data DIR] [--again]',
  details: `Takes the folder of a backup, or one with an export of DynamoDB (DYNAMODB_JSON). Broken off, "--again" begins anew.\n${ON_AWS}`,
  options: {
    from: { type: 'string' },
    data: { type: 'string', default: 'data' },
    again: { type: 'boolean', default: false },
  },
  optionHelp: {
    from: 'folder of the backup',
    data: 'folder to fill (default: data)',
    again: 'also into a table that is not empty; what it has beside the backup stays',
  },
  async run(values) {
    const from = folderOf(values.from, 'from');
    const { CannotRestore, restoreObjects, restoreTable } = await import('../backup.ts');
    try {
      return await onTable(String(values.data), async (db, data, line) => {
        const again = values.again === true;
        const items = await restoreTable(db, from, { again, onProgress: (n) => line.draw(`${n} items`) });
        if (data !== null) await restoreObjects(from, data);
        line.end(`${items} items from ${from}`);
      });
    } catch (error) {
      if (!(error instanceof CannotRestore)) throw error;
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
  },
};

/** Works on the table that the environment names, or else on a data folder, whose path `work` is given. */
async function onTable(
  dir: string,
  work: (
    db: import('../../dynamo.ts').Db,
    data: string | null,
    line: ReturnType<typeof import('../on-data.ts').progressLine>,
  ) => Promise<void>,
): Promise<number> {
  const { onData, progressLine } = await import('../on-data.ts');
  const { dbFromEnv } = await import('../../dynamo.ts');
  const { ENV } = await import('../../env.ts');
  const line = progressLine();
  if (process.env[ENV.table]) await work(dbFromEnv(), null, line);
  else await onData(dir, {}, () => work(dbFromEnv(), dir, line));
  return 0;
}
