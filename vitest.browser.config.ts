import { defineConfig } from 'vitest/config';

/** Tests that need Chromium, Debian's package `chromium`, or another one that the variable CHROMIUM names. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    passWithNoTests: false,
    testTimeout: 60_000,
    hookTimeout: 120_000, // it makes a page of 1,000 apps
    fileParallelism: false,
  },
});
