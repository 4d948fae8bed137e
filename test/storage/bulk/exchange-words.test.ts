import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { nextStamp } from '../../../domain/devices/stamp'
import type { Word } from '../../../domain/devices/word'
import { db } from '../../../storage/base/db'
import { dropForgotten, keepDeviceTotals, ownTimes } from '../../../storage/bulk/device-totals'
import { deleteRange } from '../../../storage/bulk/erase'
import { exchangeWords } from '../../../storage/bulk/exchange-words'
import { forgetSite } from '../../../storage/bulk/forget'
import { putSampling, readSampling } from '../../../storage/said/ratings'
import { changeSettings, loadSettings } from '../../../storage/said/settings'
import { removeItems, tellErased, writeArea } from '../../../storage/said/sync-area'
import { promiseOf } from '../../fixtures/commitments'
import { emptyDatabase, record } from '../../fixtures/database'
import { connect, wordOf } from '../../fixtures/devices'
import { failWrites } from '../../fixtures/failing-store'
import { spanOf } from '../../fixtures/spans'
import { DESK, LAPTOP, totalFrom } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const NOW = Date.parse('2026-11-23T12:00:00Z')
const TODAY = '2026-11-23'

const hear = (...heard: Word[]) =>
  exchangeWords({ heard, device: LAPTOP, now: NOW, isFirst: false, today: TODAY })
const later = (count = 0) => nextStamp('', NOW + 1000 * (count + 1), DESK)

const keys = async () => (await db.words.toArray()).map(({ key }) => key)

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  fakeBrowser.reset()
  await emptyDatabase()
  await db.surfaces.put({ surface: 'reddit.com', kind: 'feed', iconHost: 'old.reddit.com' })
  await db.rates.put({ from: '1970-01-01', amountMinor: 1000, currency: 'EUR', hourTypes: null })
  await changeSettings({ currency: 'EUR', badge: 'none' })
  await connect(LAPTOP, NOW, TODAY)
})

test('what was said here becomes words; what belongs to this browser does not', async () => {
  await db.commitments.bulkPut([promiseOf({ week: '2026-11-23' }), promiseOf({ week: '2020-01-06' })])
  await hear()
  expect((await keys()).toSorted()).toEqual([
    'opinion reddit.com kind',
    `promise ${promiseOf({ week: '2026-11-23' }).id}`,
    'rate 1970-01-01',
    'setting currency',
  ])
})

describe('what another device said', () => {
  test('is applied field by field, and leaves what only this one knows', async () => {
    const done = await hear(
      wordOf('opinion reddit.com worthQuarters', 0, later()),
      wordOf('opinion reddit.com kind', 'news', later()),
      wordOf('rate 2026-01-01', { amountMinor: 2000, currency: 'EUR', hourTypes: null }, later()),
      wordOf('rate 1970-01-01', null, later()),
      wordOf('setting bedtime', { is: 1380 }, later()),
    )
    expect(done).toEqual({ hasChanged: true, excluded: [] })
    expect(await db.surfaces.toArray()).toEqual([
      { surface: 'reddit.com', kind: 'news', worthQuarters: 0, iconHost: 'old.reddit.com' },
    ])
    expect((await db.rates.toArray()).map(({ from }) => from)).toEqual(['2026-01-01'])
    expect(await loadSettings()).toMatchObject({ bedtime: 1380, currency: 'EUR', badge: 'none' })
  })

  test('changes nothing the second time', async () => {
    const words = [wordOf('opinion reddit.com kind', 'news', later())]
    await hear(...words)
    expect(await hear(...words)).toEqual({ hasChanged: false, excluded: [] })
  })

  test('and excludes a site takes back the question about it', async () => {
    const question = { surface: 'reddit.com', start: 1, end: 2, utcOffsetMinutes: 0, ms: 1 }
    await putSampling({ day: TODAY, asked: [0], question })
    expect(await hear(wordOf('opinion reddit.com excluded', NOW, later()))).toMatchObject({
      excluded: ['reddit.com'],
    })
    expect((await readSampling())?.question).toBeNull()
  })

  test('about a setting holds even if the browser ends before the words are kept', async () => {
    const goOn = failWrites('put', 'words', new Error('ended'))
    const word = wordOf('setting currency', { is: 'CHF' }, later())
    await expect(hear(word)).rejects.toThrow('ended')
    goOn()
    await hear(word)
    expect(await loadSettings()).toMatchObject({ currency: 'CHF' })
    expect((await db.words.toArray()).find(({ key }) => key === 'setting currency')).toMatchObject({
      value: { is: 'CHF' },
    })
  })

  test('is all undone if it cannot all be written', async () => {
    const goOn = failWrites('put', 'surfaces', new Error('full'))
    await expect(hear(wordOf('opinion reddit.com kind', 'news', later()))).rejects.toThrow('full')
    goOn()
    expect(await db.surfaces.get('reddit.com')).toMatchObject({ kind: 'feed' })
    expect((await db.words.toArray()).map(({ value }) => value)).not.toContain('news')
  })
})

describe('day totals between devices', () => {
  const sent = (...surfaces: string[]) => ({
    id: DESK,
    weeks: ['2026-11-23'],
    totals: surfaces.map((surface) => ({ day: TODAY, surface, ms: 60_000, opens: 2 })),
    isErased: false,
  })

  test('a week takes the place of what its device sent of it before, and only of that', async () => {
    await db.totals.put(totalFrom(DESK, { day: '2026-11-22', minutes: 1 }))
    expect(await keepDeviceTotals(sent('a.example', 'b.example'))).toBe(true)
    expect(await keepDeviceTotals(sent('a.example', 'b.example'))).toBe(false)
    expect(await keepDeviceTotals(sent('b.example'))).toBe(true)
    const rows = await db.totals.toArray()
    expect(rows.map(({ day, surface }) => `${day} ${surface}`)).toEqual([
      `2026-11-22 ${totalFrom(DESK, { minutes: 1 }).surface}`,
      `${TODAY} b.example`,
    ])
    expect(rows[1]).toMatchObject({ source: `device:${DESK}`, opens: 2, batch: null, browser: 'other' })
  })

  test('of a device that was erased, all go', async () => {
    await keepDeviceTotals(sent('a.example'))
    await keepDeviceTotals({ id: DESK, weeks: [], totals: [], isErased: true })
    expect(await db.totals.count()).toBe(0)
  })

  test('what is sent is the time of this device alone, with its visits', async () => {
    await record(
      spanOf({ surface: 'a.example', start: `${TODAY}T08:00:00Z`, ms: 60_000, device: LAPTOP }),
      spanOf({ surface: 'a.example', start: `${TODAY}T08:02:00Z`, ms: 60_000, device: LAPTOP }),
      spanOf({ surface: 'a.example', start: `${TODAY}T09:00:00Z`, ms: 60_000, device: LAPTOP }),
      spanOf({ surface: 'a.example', start: `${TODAY}T10:00:00Z`, ms: 60_000, device: DESK }),
    )
    expect(await ownTimes(TODAY, LAPTOP)).toEqual([
      { day: TODAY, surface: 'a.example', ms: 180_000, opens: 2 },
    ])
  })
})

describe('what is forgotten', () => {
  test('a site goes from the totals of other devices, does not come back from them, and is sent no more', async () => {
    const total = { day: TODAY, surface: 'reddit.com/popular', ms: 60_000, opens: 1 }
    const week = { id: DESK, weeks: ['2026-11-23'], totals: [total], isErased: false }
    await keepDeviceTotals(week)
    await forgetSite('reddit.com')
    expect(await db.totals.count()).toBe(0)
    await keepDeviceTotals(week)
    expect(await db.totals.count()).toBe(0)
    expect(JSON.stringify(await db.words.toArray())).not.toContain('reddit')
    await keepDeviceTotals({ ...week, totals: [{ ...total, day: '2026-11-24' }] })
    expect(await db.totals.count()).toBe(1)
  })

  test('elsewhere takes the totals of others, and leaves what was recorded here but is not sent', async () => {
    await record(spanOf({ surface: 'reddit.com', start: `${TODAY}T08:00:00Z`, ms: 60_000, device: LAPTOP }))
    await db.totals.bulkPut([totalFrom(DESK, { surface: 'reddit.com', day: TODAY, minutes: 1 })])
    await forgetSite('other.example')
    const told = (await db.words.toArray()).find(({ key }) => key?.startsWith('forgotten'))!
    await emptyDatabase()
    await db.totals.bulkPut([totalFrom(DESK, { surface: 'other.example', day: TODAY, minutes: 1 })])
    await record(
      spanOf({ surface: 'other.example', start: `${TODAY}T08:00:00Z`, ms: 60_000, device: LAPTOP }),
    )
    await hear(told)
    expect(await db.totals.count()).toBe(0)
    expect(await ownTimes(TODAY, LAPTOP)).toEqual([])
    expect(await db.spans.count()).toBe(1)
  })

  test('some days go in the same way, of all sites', async () => {
    await deleteRange('2026-11-20', '2026-11-21', 0)
    const totals = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map((day) => ({
      day,
      surface: 'a.example',
      ms: 60_000,
      opens: 1,
    }))
    await keepDeviceTotals({ id: DESK, weeks: ['2026-11-16'], totals, isErased: false })
    expect((await db.totals.toArray()).map(({ day }) => day)).toEqual(['2026-11-19', '2026-11-22'])
  })

  test('nothing is told while no device ever met another', async () => {
    await fakeBrowser.storage.local.remove('devices')
    await db.words.clear()
    await forgetSite('reddit.com')
    expect(await db.words.count()).toBe(0)
  })

  test('everything: the items of this device go from the area, and others are told', async () => {
    const head = { version: 1, salt: '', check: '' } as const
    await writeArea({ [`zeitwert.${LAPTOP}.use`]: 'x', [`zeitwert.${DESK}.use`]: 'y' }, [], head)
    await tellErased(LAPTOP, 'sealed')
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({
      zeitwert: head,
      [`zeitwert.${DESK}.use`]: 'y',
      [`zeitwert.${LAPTOP}.erased`]: 'sealed',
    })
    await removeItems(DESK)
    await tellErased(LAPTOP, 'sealed')
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({})
  })

  test('drops only totals of devices', async () => {
    await db.totals.put(totalFrom(DESK, { minutes: 1 }))
    expect(await dropForgotten(() => false, db)).toBe(0)
    expect(await dropForgotten(() => true, db)).toBe(1)
  })
})
