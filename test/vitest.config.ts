import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Once, before files that run the program do so side by side.
    globalSetup: ['test/build-once.ts'],
    reporters: ['default', ['json', { outputFile: 'coverage/tests.json' }]],
    // Tests that run the program wait for a process; none waits for the clock.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
