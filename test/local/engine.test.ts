import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dynoxideBinary } from '../../lambda/local/engine.ts';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test.skipIf(dynoxideBinary() === null)(
  'the embedded database ends with the process that started it, even killed',
  async () => {
    const engine = path.resolve(import.meta.dirname, '../../lambda/local/engine.ts');
    const script = `const e = await (await import(${JSON.stringify(engine)})).startEngine({ dir: null, engine: 'dynoxide' });
    console.log(e.pid); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(said.toString());
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    // The signal travels through a pipe and a shell: moments, not seconds.
    for (let i = 0; i < 500 && isRunning(pid); i++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isRunning(pid)).toBe(false);
  },
);
