import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { totalsOfRows } from '../../../domain/file/foreign/foreign-rows'
import { settledTotals } from '../../../domain/record/settled-totals'
import { type DayTotal, keyOfTotal, TOTAL_BROWSERS } from '../../../domain/record/day-total'
import { siteOf } from '../../../domain/surface/surface'
import { addDays } from '../../../domain/time/local-time'
import { db } from '../../../storage/base/db'
import { deleteRange, eraseEverything } from '../../../storage/bulk/erase'
import { deleteHistoryOf, forgetSite } from '../../../storage/bulk/forget'
import { importForeign } from '../../../storage/bulk/import-foreign'
import { undoImport } from '../../../storage/bulk/undo-import'
import { minutesADay, newRule } from '../../../domain/firewall/rule'
import { newStoredRule } from '../../../domain/firewall/rule-writing'
import { readBackup } from '../../../storage/bulk/backup'
import { readLoss, writeLoss } from '../../../storage/said/loss'
import { emptyDatabase } from '../../fixtures/database'
import { EMPTY, exported, fill, NOW, recordedArbitrary } from '../../fixtures/export'
import { broughtBy, foreignText } from '../../fixtures/foreign-files'
import { bring, kept, undo, WISH } from '../../fixtures/import'
import { totalOf, totalsArbitrary } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
})

vi.setConfig({ testTimeout: 60_000 })
const RUNS = { numRuns: 60 }

const SOURCE = 'watt'
const LOSS = { at: NOW, of: 'record', hasLimits: false } as const
/** Day totals of one tool. */
const broughtArbitrary = fc
  .tuple(totalsArbitrary(12), fc.constantFrom(...TOTAL_BROWSERS))
  .map(([totals, browser]) => {
    const all = totals.map((total) => ({ ...total, source: SOURCE, batch: NOW, browser }) as DayTotal)
    return [...new Map(all.map((total) => [keyOfTotal(total).join(' '), total])).values()]
  })

/** Ms by day and site. */
function timesBySiteDay(totals: readonly DayTotal[]): Record<string, number> {
  const times: Record<string, number> = {}
  for (const { day, surface, ms } of totals) {
    const siteDay = `${day} ${siteOf(surface)}`
    times[siteDay] = (times[siteDay] ?? 0) + ms
  }
  return times
}

const NOTHING = { totals: [], limits: [], kinds: [], days: [], browser: 'unsure' } as const
const bringing = (totals: readonly DayTotal[]) => ({ ...NOTHING, totals })
const come = (totals: readonly DayTotal[]) => importForeign(bringing(totals), WISH)

test('bringing totals and undoing it leaves every record as it was', async () => {
  await fc.assert(
    fc.asyncProperty(recordedArbitrary, broughtArbitrary, async (recorded, brought) => {
      await fill(recorded)
      const before = await kept()
      await come(brought)
      await undo()
      expect(await kept()).toEqual(before)
      expect(await db.table('backup').toArray()).toEqual([])
    }),
    RUNS,
  )
})

test('the same totals again change nothing, and leave nothing to undo', async () => {
  await fc.assert(
    fc.asyncProperty(broughtArbitrary, async (brought) => {
      await emptyDatabase()
      await come(brought)
      const before = await db.totals.toArray()
      await db.table('backup').clear()
      await come(brought.map((total) => ({ ...total, batch: NOW + 1 })))
      expect(await db.totals.toArray()).toEqual(before)
      expect(await readBackup(NOW)).toBeNull()
    }),
    RUNS,
  )
})

test('the order in which files are brought does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(broughtArbitrary, broughtArbitrary, async (one, other) => {
      const same = other.map((total) => ({ ...total, browser: one[0]?.browser ?? total.browser }))
      const times = async () => timesBySiteDay(await db.totals.toArray())
      await emptyDatabase()
      await come(one)
      await come(same)
      const before = await times()
      await emptyDatabase()
      await come(same)
      await come(one)
      expect(await times()).toEqual(before)
    }),
    RUNS,
  )
})

test('two tools of one browser never add: for each day and site the larger counts', async () => {
  await fc.assert(
    fc.asyncProperty(broughtArbitrary, broughtArbitrary, async (one, other) => {
      const here = one.map((total) => ({ ...total, browser: 'this' as const }))
      const webtime = other.map((total) => ({
        ...total,
        source: 'webtime' as const,
        browser: 'this' as const,
      }))
      await emptyDatabase()
      await come(here)
      await come(webtime)
      const settled = settledTotals(await db.totals.toArray(), { sealed: [], recent: [] }, null)
      const [ofHere, ofWebtime] = [timesBySiteDay(here), timesBySiteDay(webtime)]
      const larger = Object.keys({ ...ofHere, ...ofWebtime }).map((siteDay) => [
        siteDay,
        Math.max(ofHere[siteDay] ?? 0, ofWebtime[siteDay] ?? 0),
      ])
      expect(timesBySiteDay(settled)).toEqual(Object.fromEntries(larger))
    }),
    RUNS,
  )
})

describe('totals that were brought', () => {
  const total = (facts: Partial<DayTotal>) => ({
    ...totalOf({ source: SOURCE, minutes: 10, browser: 'this' }),
    ...facts,
  })

  test('are replaced by larger ones of the same tool, never by smaller ones', async () => {
    await come([total({}), total({ surface: 'b.example' })])
    await come([total({ ms: 700_000, opens: 9, batch: 2 }), total({ surface: 'b.example', ms: 5, batch: 2 })])
    expect(await db.totals.toArray()).toEqual([
      total({ surface: 'b.example' }),
      total({ ms: 700_000, opens: 9, batch: 2 }),
    ])
  })

  test('get another answer about the browser if the file is brought with it', async () => {
    await come([total({ browser: 'unsure' })])
    await come([total({ browser: 'this', batch: 2 })])
    expect(await db.totals.toArray()).toEqual([total({ browser: 'this', batch: 2 })])
    await undo()
    expect(await db.totals.toArray()).toEqual([total({ browser: 'unsure' })])
  })

  test('never count twice where the part of a site was answered differently before', async () => {
    const rows = (surface: string, batch: number) => [
      total({ surface, batch }),
      total({ surface: 'youtube.com/music', ms: 5, batch }),
    ]
    await come(rows('youtube.com/watch', 1))
    await come(rows('youtube.com/?', 2))
    expect(await db.totals.toArray()).toEqual(rows('youtube.com/?', 2))
    await undo()
    expect(await db.totals.toArray()).toEqual(rows('youtube.com/watch', 1).toReversed())
  })

  test('are exported and imported with everything else', async () => {
    await fill(EMPTY)
    await come([total({ surface: 'youtube.com/?' })])
    const file = await exported()
    await emptyDatabase()
    await bring(file)
    expect(await db.totals.toArray()).toEqual([total({ surface: 'youtube.com/?' })])
  })

  test('go when their days are deleted, their site is forgotten or everything is erased, and undoing brings none back', async () => {
    const all = [
      total({ day: '2026-11-01' }),
      total({ day: '2026-11-02', surface: 'youtube.com/?' }),
      total({ day: '2026-11-03', surface: 'c.example' }),
      total({ day: '2026-11-04', surface: 'd.example' }),
    ]
    await come(all)
    await deleteRange('2026-11-01', '2026-11-01', 4)
    await forgetSite('youtube.com')
    await deleteHistoryOf('d.example') // as after excluding it
    expect(await db.totals.toArray()).toEqual([all[2]])
    expect(JSON.stringify(await db.table('backup').toArray())).not.toMatch(/youtube|d\.example|2026-11-01/)
    await eraseEverything()
    expect(await db.totals.count()).toBe(0)
    expect(await undo()).toBe(false)
  })

  test('beyond what an export can hold are refused as a whole', async () => {
    const count = vi.spyOn(db.totals, 'count').mockResolvedValueOnce(199_999).mockResolvedValueOnce(200_000)
    await come([total({})])
    await expect(come([total({ surface: 'b.example' })])).rejects.toThrow('error_too_many_totals')
    count.mockRestore()
    expect(await db.totals.toArray()).toEqual([total({})])
  })

  test('leave a notice about a lost database where it is', async () => {
    await writeLoss(LOSS)
    await come([total({})])
    expect(await readLoss()).toEqual(LOSS)
  })
})

test('a cancelled import leaves nothing', async () => {
  const stop = new AbortController()
  const { rows } = broughtBy(foreignText('time-tracker/timer_backup_20261122_112453.json'))
  const many = totalsOfRows(
    [0, 1, 2].flatMap((year) => rows.map((row) => ({ ...row, day: addDays(row.day, -365 * year) }))),
    { source: 'time-tracker', batch: NOW, browser: 'unsure' },
  )
  const seen: number[] = []
  const onProgress = (done: number) => {
    seen.push(done)
    stop.abort()
  }
  await expect(importForeign(bringing(many), { ...WISH, onProgress, signal: stop.signal })).rejects.toThrow(
    'abort',
  )
  expect(seen[0]).toBeLessThan(1)
  expect(await db.totals.count()).toBe(0)
})

describe('limits that were brought', () => {
  const LEECHBLOCK = 'leechblock/LeechBlockOptions-2026-11-22T10-18-34.txt'
  const { limits } = broughtBy(foreignText(LEECHBLOCK))
  const kinds = [{ surface: 'a.example', kind: 'news' as const }]
  const comeWith = (more: object = {}) => importForeign({ ...NOTHING, limits, kinds, ...more }, WISH)

  test('are off, and gone once that is undone, with every row about them', async () => {
    await fc.assert(
      fc.asyncProperty(recordedArbitrary, async (recorded) => {
        await fill(recorded)
        const here = new Set((await db.limits.toArray()).map(({ id }) => id))
        const before = await kept()
        await comeWith()
        const rules = (await db.limits.toArray()).filter(({ id }) => !here.has(id))
        expect(rules.length).toBe(6)
        expect(rules.filter(({ rule }) => rule.isOn)).toEqual([])
        await undo()
        expect(await kept()).toEqual(before)
      }),
      { numRuns: 15 },
    )
  })

  test('are not brought again, whether they were switched on or not', async () => {
    await comeWith()
    await db.limits
      .filter(({ rule }) => rule.bound.type === 'time')
      .replace((stored) => ({ ...stored, rule: { ...stored.rule, isOn: true } }))
    const before = await db.limits.toArray()
    await db.table('backup').clear()
    await comeWith()
    expect(await db.limits.toArray()).toEqual(before)
    expect(await readBackup(NOW)).toBeNull()
  })

  test('are the same from two tools, in whichever order these are brought and name their sites', async () => {
    const options = (sites: string) =>
      broughtBy(`setName1=A\nsites1=${sites}\nlimitMins1=45\nlimitPeriod1=86400\ndays1=127\n`).limits
    const backup = (cond: string[]) =>
      broughtBy(JSON.stringify({ __stat__: [], __limit__: [{ name: 'B', cond, time: 2700 }] })).limits
    const one = options('a.example b.example +c.b.example')
    const other = backup(['b.example', '+c.b.example', 'a.example'])
    const more = backup(['b.example'])
    const rulesAfter = async (...files: (typeof limits)[]) => {
      await emptyDatabase()
      for (const file of files) await comeWith({ limits: file, kinds: [] })
      return (await db.limits.toArray()).map(({ rule }) => rule.targets.length).toSorted()
    }
    expect(await rulesAfter(one, other, more, one)).toEqual([1, 2])
    expect(await rulesAfter(more, other, one, other)).toEqual([1, 2])
  })

  test('stay when that is undone if they were switched on or changed since, and are counted', async () => {
    await comeWith()
    const [one, two, three] = await db.limits.toArray()
    await db.limits.put({ ...one!, rule: { ...one!.rule, isOn: true } })
    await db.limits.put({ ...two!, rule: { ...two!.rule, strictness: 'lock' } })
    await db.limits.delete(three!.id)
    const last = await readBackup(NOW)
    expect(await undoImport({ ...last!, at: NOW }, WISH.saveSettings, WISH.onProgress)).toEqual({
      staying: 2,
    })
    expect((await db.limits.toArray()).map(({ id }) => id).toSorted()).toEqual([one!.id, two!.id].toSorted())
    expect(await db.surfaces.toArray()).toEqual([])
  })

  test('that were on for a while keep that in what is known of them, and are gone from then on', async () => {
    await comeWith()
    const [one] = await db.limits.toArray()
    await db.log.add({ at: NOW + 1, type: 'rule', id: one!.id, rule: { ...one!.rule, isOn: true } })
    await undo()
    const rows = (await db.log.toArray()).filter((row) => 'id' in row && row.id === one!.id)
    expect(rows.map((row) => 'rule' in row && typeof row.rule === 'object' && row.rule?.isOn)).toEqual([
      false,
      true,
      undefined,
    ])
    expect(await db.limits.count()).toBe(0)
  })

  test('never touch those that are here', async () => {
    const own = newStoredRule(newRule([{ type: 'site', site: 'twitch.tv' }], minutesADay(5)), 'own', NOW)
    await db.limits.add(own)
    await comeWith()
    await undo()
    expect(await db.limits.toArray()).toEqual([own])
  })

  test('stay after their site was forgotten, and the backup of their import no longer names it', async () => {
    await comeWith()
    await forgetSite('twitch.tv')
    expect(JSON.stringify(await db.table('backup').toArray())).not.toContain('twitch.tv')
    await undo()
    expect((await db.limits.toArray()).map(({ rule }) => rule.targets)).toEqual([
      [{ type: 'site', site: 'twitch.tv' }],
    ])
  })

  test('beyond what a file can hold are refused as a whole', async () => {
    const rule = newRule([{ type: 'site', site: 'x.example' }], minutesADay(5))
    await db.limits.bulkAdd(Array.from({ length: 95 }, (_, id) => newStoredRule(rule, `r${id}`, NOW)))
    await expect(comeWith()).rejects.toThrow('error_too_many_rules')
    expect(await db.limits.count()).toBe(95)
    expect(await db.surfaces.count()).toBe(0)
  })
})
