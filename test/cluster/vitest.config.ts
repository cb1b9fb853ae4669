import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    globalSetup: ['harness/build.ts'],
    // Each file starts clusters of its own: one after the other, or two cores do not suffice.
    fileParallelism: false,
    // Ends what hangs. Whoever waits for something has a deadline of its own that says what for.
    testTimeout: 600_000,
    hookTimeout: 1_800_000, // to bring up the whole platform on a busy machine
  },
});
