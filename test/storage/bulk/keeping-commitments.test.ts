import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { ImportMode } from '../../../domain/file/row-merge'
import { committedInterval } from '../../../domain/statement/commitment'
import { HOUR_MS } from '../../../domain/time/local-time'
import { db } from '../../../storage/base/db'
import { deleteRange, eraseEverything } from '../../../storage/bulk/erase'
import { deleteHistoryOf, forgetSite } from '../../../storage/bulk/forget'
import { settleDue } from '../../../storage/record/commitments'
import { promiseOf } from '../../fixtures/commitments'
import { emptyDatabase, record } from '../../fixtures/database'
import { exported } from '../../fixtures/export'
import { bring, undo } from '../../fixtures/import'
import { spanOf } from '../../fixtures/spans'
import { totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const most = promiseOf()
const AFTER = committedInterval(most, () => 60).until + 24 * HOUR_MS

const feed = (start: string, hours: number) => spanOf({ surface: 'reddit.com', start, ms: hours * HOUR_MS })

/** 11 h of feeds: 8 h, 2 h and a day total of 1 h. */
beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  await fakeBrowser.storage.local.set({ device: 'desk' })
  await db.commitments.put(most)
  await record(feed('2026-11-23T10:00:00Z', 8), feed('2026-11-24T10:00:00Z', 2))
  await db.totals.put(totalOf({ surface: 'reddit.com', day: '2026-11-24', minutes: 60 }))
})

/** How much counts once the week is over, hours. */
async function counted(): Promise<number | undefined> {
  await settleDue(AFTER, 0, () => 60, null)
  return ((await db.commitments.get(most.id))?.settled?.actualMs ?? NaN) / HOUR_MS
}

describe('what counts for a running promise stays', () => {
  test('when days are deleted, and more is recorded since', async () => {
    await deleteRange('2026-11-23', '2026-11-23', 4)
    expect(await db.commitments.get(most.id)).toMatchObject({ deletedMs: 8 * HOUR_MS })
    await deleteRange('2026-11-24', '2026-11-24', 4)
    await record(feed('2026-11-25T10:00:00Z', 1))
    expect(await counted()).toBe(12)
  })

  test('when the history of a site is deleted', async () => {
    await deleteHistoryOf('reddit.com')
    expect(await counted()).toBe(11)
  })

  test('when a site is forgotten, and its kind with it', async () => {
    await db.surfaces.put({ surface: 'example.com', kind: 'feed' })
    await record(spanOf({ surface: 'example.com', start: '2026-11-26T10:00:00Z', ms: HOUR_MS }))
    await forgetSite('example.com')
    expect(await counted()).toBe(12)
  })

  test.each<ImportMode>(['merge', 'replace'])(
    'when a file is imported and the import is undone (%s)',
    async (mode) => {
      const rows = await db.commitments.toArray()
      await emptyDatabase()
      const file = await exported()
      await db.commitments.bulkPut(rows)
      await record(feed('2026-11-23T10:00:00Z', 8), feed('2026-11-24T10:00:00Z', 3))
      await bring(file, mode)
      expect(await db.commitments.get(most.id)).toEqual({
        ...most,
        deletedMs: mode === 'replace' ? 8 * HOUR_MS : 0,
      })
      await undo()
      expect(await db.commitments.toArray()).toEqual([most])
      expect(await counted()).toBe(11)
    },
  )
})

test('a file adds promises that are missing here, and changes none', async () => {
  const settled = promiseOf({ week: '2026-11-16' })
  await db.commitments.put(settled)
  const file = await exported()
  await db.commitments.bulkPut([{ ...most, minutes: 60 }])
  await db.commitments.delete(settled.id)
  await bring(file, 'replace')
  expect(await db.commitments.toArray()).toEqual([settled, { ...most, minutes: 60 }])
  await undo()
  expect(await db.commitments.toArray()).toEqual([settled, { ...most, minutes: 60 }])
})

test('erasing everything erases promises', async () => {
  await eraseEverything()
  expect(await db.commitments.count()).toBe(0)
})
