import { defineConfig } from 'vitest/config';

// Unit tests run from source, so that coverage is real; system tests run what was built.
const conditions = ['source', 'module', 'node', 'default'];

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'unit',
          include: ['{packages,apps}/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          // To evaluate every module anew for every file takes longer than the tests.
          isolate: false,
          // Simulations that take a second take many on a machine that is busy.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/**/*.test.ts'],
          // They start processes that use every core, but wait for them half of the time.
          maxWorkers: 2,
          // After the unit tests, which have as many workers as there are cores.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
