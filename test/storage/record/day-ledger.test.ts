import { beforeEach, describe, expect, test, vi } from 'vitest'
import { HOUR_MS } from '../../../domain/time/local-time'
import { db } from '../../../storage/base/db'
import { readDayLedger } from '../../../storage/record/day-ledger'
import { sealOldestDay } from '../../../storage/record/ledger'
import { putRate } from '../../../storage/said/rates'
import { attention, emptyDatabase, record } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const span = (surface: string, start: string) => spanOf({ surface, start, ms: HOUR_MS })

const sunday = span('sunday.example', '2026-11-22T10:00:00Z')
const monday = span('monday.example', '2026-11-23T10:00:00Z')
const nightAfter = span('night.example', '2026-11-24T01:00:00Z')
const wednesday = span('wednesday.example', '2026-11-25T10:00:00Z')

beforeEach(async () => {
  await emptyDatabase()
  await record(sunday, monday, nightAfter, wednesday)
})

describe('the ledger of a day', () => {
  test('holds the spans of its two calendar days in order of time', async () => {
    expect((await readDayLedger('2026-11-23')).spans).toEqual([monday, nightAfter])
  })

  test('is the same once the days are sealed', async () => {
    const before = await readDayLedger('2026-11-23')
    await sealOldestDay('2026-11-23')
    await sealOldestDay('2026-11-23')
    expect(await readDayLedger('2026-11-23')).toEqual(before)
  })

  test('counts a span once if it is written again after its day was sealed', async () => {
    await sealOldestDay('2026-11-23')
    await sealOldestDay('2026-11-23')
    await record(monday)
    expect((await readDayLedger('2026-11-23')).spans).toEqual([monday, nightAfter])
  })

  test('holds opinions only on its surfaces and the current one', async () => {
    await db.surfaces.bulkPut([
      { surface: 'monday.example', kind: 'work' },
      { surface: 'sunday.example', kind: 'feed' },
      { surface: 'current.example', kind: 'news' },
    ])
    expect((await readDayLedger('2026-11-23')).opinions).toEqual([
      { surface: 'monday.example', kind: 'work' },
    ])
    const open = span('current.example', '2026-11-23T12:00:00Z')
    await db.state.put(attention({ open }), 'now')
    const ledger = await readDayLedger('2026-11-23')
    expect(ledger.open).toEqual(open)
    expect(ledger.opinions).toEqual([
      { surface: 'monday.example', kind: 'work' },
      { surface: 'current.example', kind: 'news' },
    ])
  })

  test('follows chains of joins to the end, even circular ones', async () => {
    await db.surfaces.bulkPut([
      { surface: 'monday.example', joined: 'b.example' },
      { surface: 'b.example', joined: 'c.example' },
      { surface: 'c.example', kind: 'news' },
      { surface: 'night.example', joined: 'd.example' },
      { surface: 'd.example', joined: 'night.example' },
    ])
    const { opinions } = await readDayLedger('2026-11-23')
    expect(opinions.map(({ surface }) => surface).toSorted()).toEqual([
      'b.example',
      'c.example',
      'd.example',
      'monday.example',
      'night.example',
    ])
  })

  test('holds the ratings of its surfaces and of the surfaces they are joined to', async () => {
    await db.surfaces.put({ surface: 'monday.example', joined: 'head.example' })
    await db.ratings.bulkAdd([
      { surface: 'monday.example', at: 1, worthQuarters: 2 },
      { surface: 'head.example', at: 2, worthQuarters: 4 },
      { surface: 'head.example', at: 3, worthQuarters: 8 },
      { surface: 'sunday.example', at: 4, worthQuarters: 0 },
    ])
    expect((await readDayLedger('2026-11-23')).ratings).toEqual(
      new Map([
        ['head.example', [4, 8]],
        ['monday.example', [2]],
      ]),
    )
  })

  test('holds every rate, earliest first', async () => {
    const rate = { amountMinor: 2500, currency: 'EUR', hourTypes: null }
    await putRate({ ...rate, from: '2026-11-23' }, null)
    await putRate({ ...rate, from: '1970-01-01' }, null)
    const { rates } = await readDayLedger('2026-11-23')
    expect(rates.map(({ from }) => from)).toEqual(['1970-01-01', '2026-11-23'])
  })
})
