import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that mostly wait, for real seconds, the longest wait first. */
const WAITING = [
  'storage-trouble',
  'presence',
  'popup',
  'visible',
  'restart',
  'wall-typing',
  'allowance',
  'wall-kinds',
]

/** Spreads the files that wait over the others, so that each waits beside one that works. */
class WaitingBesideWorking extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const waiting = WAITING.flatMap((name) =>
      sorted.filter(({ moduleId }) => moduleId.endsWith(`/test/e2e/${name}.test.ts`)),
    )
    const working = sorted.filter((file) => !waiting.includes(file))
    if (waiting.length === 0) return working
    const share = Math.ceil(working.length / waiting.length)
    return waiting.flatMap((file, index) => [file, ...working.slice(index * share, (index + 1) * share)])
  }
}

/** These files share a process, and each begins as if it had its own. It takes half the time of a process for each file. */
const AFRESH = {
  isolate: false,
  setupFiles: ['test/fixtures/afresh.ts'],
  // These keep what they were used for, so they are loaded again with our own modules.
  server: { deps: { inline: ['wxt', '@wxt-dev/browser', '@webext-core/fake-browser', 'dexie'] } },
}

/** Tests of pages run without a browser, and, if the environment says so, in both browsers like those of e2e. */
const PAGES_IN_BROWSERS = process.env['PAGES_IN'] === 'browsers'

export default defineConfig({
  test: {
    sequence: { sequencer: WaitingBesideWorking },
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
          exclude: ['test/domain/**', 'test/attack/**', 'test/e2e/**', 'test/pages/**', 'test/build/**'],
          maxWorkers: availableParallelism(),
          ...AFRESH,
          // Properties over databases take seconds, and longer on a busy machine.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'pages',
          include: PAGES_IN_BROWSERS ? [] : ['test/pages/**/*.test.ts'],
          maxWorkers: availableParallelism(),
          ...AFRESH,
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'attack',
          include: ['test/attack/**/*.test.ts'],
          maxWorkers: availableParallelism(),
          ...AFRESH,
          globalSetup: 'test/attack/tools/seeds.ts',
          // A world with a fault is made smaller first, and `npm run attack` tries many.
          testTimeout: 600_000,
        },
      },
      { test: { name: 'build', include: ['test/build/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', ...(PAGES_IN_BROWSERS ? ['test/pages/**/*.test.ts'] : [])],
          globalSetup: ['test/e2e/harness/run-directory.ts', 'test/e2e/harness/firefox-profile.ts'],
          // Browsers need both cores; a third file at a time makes the others late.
          maxWorkers: 2,
          // A worker keeps its browsers for its next files.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
