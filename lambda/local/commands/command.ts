import type { ParseArgsConfig } from 'node:util';

/** One sub-command of `tagih`: what it is called with and what it does. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What follows the name, for the usage line. */
  usage: string;
  /** Further lines of its help: what it reads, prints, and how it exits. */
  details?: string;
  options?: NonNullable<ParseArgsConfig['options']>;
  /** A word on each option, for the help. */
  optionHelp?: Record<string, string>;
  /** How many arguments besides options it takes, at least and at most. */
  positionals?: [number, number];
  /** Runs it; the number is the exit status. Its modules are loaded only here, so that `--help` is instant. */
  run(values: Record<string, string | boolean | string[] | undefined>, positionals: string[]): Promise<number>;
}

/** A wrong call: printed with the right usage, exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
