import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/bundles.setup.ts'],
    // Two cores: more workers than that only fight over them.
    maxWorkers: 2,
    // Generous: a slow machine is no failure.
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
