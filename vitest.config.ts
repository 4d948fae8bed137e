import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          include: ['test/domain/**/*.test.ts'],
          maxWorkers: availableParallelism(),
          // Pure functions leave nothing behind: one module graph for all files takes a third of the time.
          isolate: false,
          // Properties take seconds on a busy machine.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/domain/**', 'test/e2e/**', 'test/build/**'],
          maxWorkers: availableParallelism(),
          setupFiles: ['fake-indexeddb/auto'],
          // Properties over databases take seconds, and longer on a busy machine.
          testTimeout: 20_000,
        },
      },
      { test: { name: 'build', include: ['test/build/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // Each file has a screen, a server and a browser of its own; a third at a time makes the others late.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
