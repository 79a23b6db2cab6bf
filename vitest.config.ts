import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,cli,test}/**/*.test.ts', 'scripts/**/*.test.mjs'],
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'cli/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**'],
      reportOnFailure: true,
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
