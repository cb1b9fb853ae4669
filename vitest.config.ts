import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/alerts/**', 'test/browser/**', 'test/cluster/**', 'test/site/**'],
    passWithNoTests: false,
    testTimeout: 120_000, // some start the command itself, which takes its time on a busy machine
  },
});
