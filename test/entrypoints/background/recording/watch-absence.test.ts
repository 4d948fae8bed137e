import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Presence } from '../../../../domain/record/attention'
import { DAY_MS, HOUR_MS } from '../../../../domain/time/local-time'
import { createAbsenceWatcher } from '../../../../entrypoints/background/recording/watch-absence'
import { readAbsenceWatch, writeAbsenceWatch } from '../../../../storage/said/absence-watch'
import { emptyDatabase, record } from '../../../fixtures/database'
import { spanOf } from '../../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
vi.mock('../../../../platform/local-offset', () => ({ localOffset: () => 0 }))

const START = Date.parse('2026-11-10T09:00:00Z')
const writes = vi.spyOn(fakeBrowser.storage.local, 'set')

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  writes.mockClear()
})

const device = spanOf({ surface: 'a.com', start: START, ms: 1 }).device

/** Days of four hours each, with a look at every hour; on some days the person is away for one of them. */
async function live(days: number, awayOn: readonly number[] = [], awayAs: Presence = 'idle'): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    const start = START + day * DAY_MS
    // The worker sleeps at night.
    const look = createAbsenceWatcher()
    for (let hour = 0; hour < 4; hour += 1) {
      await look(awayOn.includes(day) && hour === 2 ? awayAs : 'active', start + hour * HOUR_MS, device)
      await record(spanOf({ surface: 'a.com', start: start + hour * HOUR_MS, ms: HOUR_MS }))
    }
  }
}

test('five long days without an absence are told on the day after', async () => {
  await live(6)
  expect((await readAbsenceWatch())?.state).toBe('watching')
  await live(7)
  expect((await readAbsenceWatch())?.state).toBe('due')
})

test.each<Presence>(['idle', 'locked'])('one absence (%s) starts the count again', async (awayAs) => {
  await live(8, [3], awayAs)
  expect((await readAbsenceWatch())?.state).toBe('watching')
})

test('a look that fails is no absence', async () => {
  await live(7, [3], 'unknown')
  expect((await readAbsenceWatch())?.state).toBe('due')
})

test('what was read is told no more', async () => {
  await writeAbsenceWatch({ since: '2026-11-01', state: 'done' })
  await live(9)
  expect((await readAbsenceWatch())?.state).toBe('done')
})

test('nothing is written but once for a day with an absence', async () => {
  await live(3, [0, 1, 2])
  // The first day begins to watch.
  expect(writes.mock.calls.length).toBe(3)
})
