import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,cli,test}/**/*.test.ts', 'scripts/**/*.test.mjs'],
    globalSetup: ['test/cluster/say-if-not-built.ts'],
    setupFiles: ['test/support/cover-processes.ts'],
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'cli/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**'],
      // The floors are in scripts/coverage/floors.mjs: they count the processes that tests start, too.
      reporter: ['json'],
      reportOnFailure: true,
    },
  },
});
