import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/bundles.setup.ts'],
    // Two cores: more workers than that only fight over them.
    maxWorkers: 2,
    // Files share a worker and its modules, which takes a third less; a test leaves the environment as it found it.
    isolate: false,
    // Tests that run the command start dozens of processes; each would strip and compile the same sources anew.
    env: { NODE_COMPILE_CACHE: path.join(import.meta.dirname, 'node_modules/.cache/node-compile') },
    // Generous: a slow machine is no failure.
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
