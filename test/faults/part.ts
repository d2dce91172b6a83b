import { startSystem } from '../../lambda/local/system.ts';
import { setClock } from './clock.ts';

/** The local system as a process of its own that a fault test drives and kills: at what time to run what. */
export interface Order {
  at: number;
  run: readonly ('poll' | 'sweep')[];
}

const [dir = ''] = process.argv.slice(2);
const system = await startSystem({ dir, port: 0, samples: false, feeds: true, schedules: false, say() {} });
process.on('message', async ({ at, run }: Order) => {
  setClock(at);
  let error: string | null = null;
  try {
    for (const name of run) await system.run(name);
  } catch (cause) {
    error = String(cause);
  }
  process.send?.({ done: at, error });
});
process.on('disconnect', () => process.exit(1));
process.send?.({ url: system.url });
