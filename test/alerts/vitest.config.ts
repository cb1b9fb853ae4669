import { defineConfig } from 'vitest/config';

/** Has Prometheus' own promtool and Alertmanager's own amtool judge the alerts. */
export default defineConfig({
  test: {
    include: ['test/alerts/**/*.test.ts'],
    passWithNoTests: false,
    testTimeout: 120_000, // starts a program for each alert
  },
});
