import { type System, startSystem } from './system.ts';

/**
 * Starts the product on a data folder without schedules, does some work, and stops it again, however the work ends.
 * What a person should read goes to standard error, so that standard output is the work's own.
 */
export async function onData<T>(
  dir: string,
  options: { samples?: boolean; feeds?: boolean },
  work: (system: System) => Promise<T>,
): Promise<T> {
  const system = await startSystem({
    dir,
    port: 0,
    samples: options.samples ?? false,
    feeds: options.feeds ?? false,
    schedules: false,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    return await work(system);
  } finally {
    await system.stop();
  }
}

/** One line on standard error that is drawn over again; where that is no terminal, nothing until `end`. */
export function progressLine(): { draw(line: string): void; end(line: string): void } {
  const terminal = process.stderr.isTTY === true;
  let drawn = 0;
  return {
    draw(line) {
      // Ten times a second is as fast as anybody reads.
      if (!terminal || Date.now() - drawn < 100) return;
      drawn = Date.now();
      process.stderr.write(`\r\u001b[K${line}`);
    },
    end(line) {
      process.stderr.write(`${terminal ? '\r\u001b[K' : ''}${line}\n`);
    },
  };
}
