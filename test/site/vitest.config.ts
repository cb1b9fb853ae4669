import { defineConfig } from 'vitest/config';

/** Tries what the docs show in copies of the repository, and their site in Chromium. */
export default defineConfig({
  test: {
    include: ['test/site/**/*.test.ts'],
    env: { NODE_ENV: 'production' }, // what the site is built with otherwise
    passWithNoTests: false,
    testTimeout: 600_000, // a page is followed from top to bottom, with every command
    hookTimeout: 300_000, // it builds the site
    fileParallelism: false,
    execArgv: ['--import', 'tsx'], // VitePress leaves what its config imports by name, like #constructs, to Node
  },
});
