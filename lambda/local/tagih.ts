#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { backfillCommand } from './commands/backfill.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { extractCommand, feedCommand, followCommand, readCommand } from './commands/batch.ts';
import { type Command, UsageError } from './commands/command.ts';
import { crawlCommand } from './commands/crawl.ts';
import { deployCheckCommand } from './commands/deploy-check.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { redriveCommand } from './commands/redrive.ts';
import { reextractCommand } from './commands/reextract.ts';
import { replayCommand } from './commands/replay.ts';
import { startCommand } from './commands/start.ts';
import { tokenCommand } from './commands/token.ts';

/** Every command, in the order of the help. */
export const COMMANDS: Command[] = [
  startCommand,
  crawlCommand,
  backfillCommand,
  reextractCommand,
  explainCommand,
  extractCommand,
  readCommand,
  feedCommand,
  followCommand,
  exportCommand,
  replayCommand,
  tokenCommand,
  backupCommand,
  restoreCommand,
  redriveCommand,
  deployCheckCommand,
];

const overview = () => `tagih: reads Indonesian news and keeps the tally of what was promised, and by when.

usage: tagih COMMAND [options]      tagih COMMAND --help

${COMMANDS.map((c) => `  ${c.name.padEnd(12)} ${c.summary}`).join('\n')}
`;

const usageLine = (c: Command) => `usage: tagih ${c.name}${c.usage ? ` ${c.usage}` : ''}`;

function help(c: Command): string {
  const options = Object.entries(c.optionHelp ?? {}).map(([name, text]) => `  --${name.padEnd(14)} ${text}`);
  return [
    `tagih ${c.name}: ${c.summary}`,
    '',
    usageLine(c),
    ...(c.details ? ['', c.details] : []),
    ...(options.length > 0 ? ['', ...options] : []),
    '',
  ].join('\n');
}

/** Runs the command that the arguments name. @returns the exit status: 2 for a wrong call. */
export async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((c) => c.name === name);
  if (!command) {
    process.stderr.write(`tagih: there is no command "${name}"\n\n${overview()}`);
    return 2;
  }
  try {
    const { values, positionals } = parse(command, rest);
    if (values.help) {
      process.stdout.write(help(command));
      return 0;
    }
    const [least, most] = command.positionals ?? [0, 0];
    if (positionals.length < least) throw new UsageError('an argument is missing');
    if (positionals.length > most) throw new UsageError(`"${positionals[most]}" is one argument too many`);
    return await command.run(values, positionals);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`tagih ${command.name}: ${error.message}\n${usageLine(command)}\n`);
      return 2;
    }
    process.stderr.write(`tagih ${command.name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function parse(command: Command, args: string[]) {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
if (process.argv[1] && import.meta.filename === (await import('node:fs')).realpathSync(process.argv[1])) {
  process.exitCode = await main(process.argv.slice(2));
}
