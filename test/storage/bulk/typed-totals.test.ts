import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { keyOfTotal } from '../../../domain/record/day-total'
import { db } from '../../../storage/base/db'
import { putTotals, removeTotal } from '../../../storage/bulk/typed-totals'
import { emptyDatabase } from '../../fixtures/database'
import { bring, keptChanges, putImport, undo } from '../../fixtures/import'
import { EMPTY, exported, fill } from '../../fixtures/export'
import { totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
})

const typed = totalOf({ minutes: 30 })

test('typing minutes again for the same day and site replaces them', async () => {
  await putTotals([typed, totalOf({ day: '2026-11-21', minutes: 5 })])
  await putTotals([{ ...typed, ms: 60_000 }])
  expect(await db.totals.toArray()).toEqual([
    { ...typed, ms: 60_000 },
    totalOf({ day: '2026-11-21', minutes: 5 }),
  ])
})

test('deleting a total deletes only that one, also from the backup of an import', async () => {
  const other = totalOf({ source: 'webtime', minutes: 5 })
  await putTotals([typed, other])
  const change = (after: typeof typed) => ({ key: keyOfTotal(after), before: undefined, after })
  await putImport({ type: 'rows', store: 'totals', rows: [typed, other].map(change) })
  await removeTotal(typed)
  expect(await db.totals.toArray()).toEqual([other])
  const [, kept] = await keptChanges()
  expect(kept?.rows).toEqual([change(other)])
})

test('undoing an import keeps what was typed and deleted since', async () => {
  const [a, b] = [
    totalOf({ surface: 'a.example', minutes: 10 }),
    totalOf({ surface: 'b.example', minutes: 10 }),
  ]
  await fill({ ...EMPTY, totals: [a, b] })
  const file = await exported()
  await emptyDatabase()
  await bring(file)
  await putTotals([{ ...a, ms: 1000 }])
  await removeTotal(b)
  await undo()
  expect(await db.totals.toArray()).toEqual([{ ...a, ms: 1000 }])
})
