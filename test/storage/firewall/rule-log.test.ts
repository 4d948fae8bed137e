/** How rules changed: from the change of a rule to the export, through deletions and back. */
import { Dexie } from 'dexie'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { isRuleRow, namelessRow, type RuleEntry } from '../../../domain/firewall/rule-history'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import { weakeningsIn } from '../../../domain/insight/integrity-events'
import { HOUR_MS, personDay, startOfDay } from '../../../domain/time/local-time'
import { localOffset } from '../../../platform/local-offset'
import { database, db } from '../../../storage/base/db'
import { deleteRange, eraseEverything } from '../../../storage/bulk/erase'
import { deleteHistoryOf, forgetSite } from '../../../storage/bulk/forget'
import { writeRules } from '../../../storage/firewall/limits'
import { emptyDatabase } from '../../fixtures/database'
import { failWrites } from '../../fixtures/failing-store'
import { exported, NOW } from '../../fixtures/export'
import { bring, undo } from '../../fixtures/import'
import { focusRule } from '../../../domain/firewall/focus'
import { wishFor } from '../../fixtures/focus'
import { minutes, ruleOf } from '../../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const EARLY = NOW - 100 * HOUR_MS

const ofMinutes = (count: number, more: Partial<Rule> = {}): Rule =>
  ruleOf({ id: 'r', bound: minutes(count), ...more })

const stored = (rule: Rule, more: Partial<StoredRule> = {}): StoredRule => ({
  id: rule.id,
  createdAt: EARLY,
  rule,
  next: null,
  heals: null,
  ...more,
})

const row = (at: number, rule: Rule | null, id = 'r'): RuleEntry => ({ at, type: 'rule', id, rule })

const rows = async () => (await db.log.orderBy('at').toArray()).filter(isRuleRow)

const CALENDAR = { dayStartHour: 4, weekStart: 0, offsetAt: localOffset, week: null }
/** Writes rules now. */
const write = (rules: StoredRule[], gone: string[], calendar = CALENDAR) =>
  writeRules(rules, gone, { at: Date.now(), calendar })

/** The rows without their days. */
const history = async () =>
  (await rows()).map(({ day: _day, isWhole: _isWhole, since: _since, ...one }) => one)

const unnamed = (at: number, rule: Rule | null, id = 'r'): RuleEntry => namelessRow(row(at, rule, id))

const isNamed = async (site = 'gone.example') => {
  const written = JSON.stringify(await rows())
  return written.includes(site) || (await exported()).includes(site)
}

const onSites = (...sites: string[]): Partial<Rule> => ({
  targets: sites.map((site) => ({ type: 'site' as const, site })),
})

/** On two sites. */
const both = (count: number): Rule => ofMinutes(count, onSites('gone.example', 'kept.example'))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  vi.spyOn(Date, 'now').mockReturnValue(NOW)
})

describe('each change of a rule', () => {
  test('is logged with the rule, once, and a change that waits is not', async () => {
    const made = stored(ofMinutes(30), { createdAt: NOW - 5 })
    await write([made], [])
    await write([{ ...made, next: { value: ofMinutes(60), from: NOW + HOUR_MS } }], [])
    await write([stored(ofMinutes(20))], [])
    await write([stored(ofMinutes(20))], [])
    await write([stored(ofMinutes(20), { next: { value: null, from: NOW + 5 } })], [])
    vi.spyOn(Date, 'now').mockReturnValue(NOW + HOUR_MS)
    await write([], ['r'])
    await write([], ['r'])
    expect(await history()).toEqual([
      row(NOW - 5, ofMinutes(30)),
      row(NOW, ofMinutes(20)),
      row(NOW + 5, null),
    ])
  })

  test('has the day of the limits, and a rule that was there before, when it was made', async () => {
    const calendar = { ...CALENDAR, dayStartHour: 9 }
    await db.limits.put(stored(ofMinutes(30)))
    const from = startOfDay('2026-11-20', 9, localOffset)
    vi.spyOn(Date, 'now').mockReturnValue(from)
    await write([stored(ofMinutes(20))], [], calendar)
    expect(await rows()).toEqual([
      { ...row(from - 1, ofMinutes(30)), since: EARLY },
      { ...row(from, ofMinutes(20)), day: '2026-11-20', isWhole: true },
    ])
    expect(personDay(from - 1, localOffset(from), calendar.dayStartHour)).toBe('2026-11-19')
  })

  test('takes the place of what was logged while the clock was ahead', async () => {
    await write([stored(ofMinutes(30), { createdAt: NOW - 5 })], [])
    vi.spyOn(Date, 'now').mockReturnValue(NOW + 1000 * HOUR_MS)
    await write([stored(ofMinutes(25))], [])
    vi.spyOn(Date, 'now').mockReturnValue(NOW + HOUR_MS)
    await write([stored(ofMinutes(20))], [])
    expect(await history()).toEqual([row(NOW - 5, ofMinutes(30)), row(NOW + HOUR_MS, ofMinutes(20))])
  })

  test('is not logged if the rule is not written', async () => {
    const goOn = failWrites('put', 'limits', new Error('the disk is full'))
    await expect(write([stored(ofMinutes(30))], [])).rejects.toThrow('the disk is full')
    goOn()
    expect(await history()).toEqual([])
  })

  test('is not logged for a focus hour', async () => {
    const focus = focusRule(wishFor(), 'a', NOW)
    await write([stored(focus)], [])
    await write([], [focus.id])
    expect(await history()).toEqual([])
  })

  test('leaves nothing of a rule that was deleted at once', async () => {
    await write([stored(ofMinutes(30), { createdAt: NOW })], [])
    await write([], ['r'])
    expect(await history()).toEqual([])
  })
})

test('a database of version 6 knows its rules from the upgrade on, once', async () => {
  const old = new Dexie('without-history')
  old.version(6).stores({ limits: 'id', log: '++, at', state: '', usage: '[rule+day], day', guard: '' })
  await old.open()
  await old.table('limits').bulkPut([stored(ofMinutes(30)), stored(focusRule(wishFor(), 'a', NOW))])
  await old.table('log').add({ at: 1, type: 'resume' })
  // From a file, unchecked.
  await old.table('log').add({ at: 2, type: 'rule', id: 'r', rule: { id: 'r' } })
  old.close()
  for (const _ of ['first', 'again']) {
    const upgraded = database('without-history')
    expect(await upgraded.log.toArray()).toEqual([
      { at: 1, type: 'resume' },
      { ...row(NOW, ofMinutes(30)), since: EARLY },
    ])
    upgraded.close()
  }
  await Dexie.delete('without-history')
})

describe('in a file', () => {
  const here = [row(NOW - 50, ofMinutes(30)), row(NOW - 20, ofMinutes(20))]

  test('the history comes back, and a second time nothing changes', async () => {
    await db.limits.put(stored(ofMinutes(20)))
    await db.log.bulkAdd([
      ...here,
      row(NOW - 40, ofMinutes(5, { id: 'gone' }), 'gone'),
      row(NOW - 30, null, 'gone'),
    ])
    const [before, file] = [await history(), await exported()]
    await emptyDatabase()
    for (const mode of ['merge', 'replace', 'merge'] as const) {
      await bring(file, mode)
      expect(await history()).toEqual(before)
    }
  })

  test.each(['merge', 'replace'] as const)(
    'only what was before anything is known here is added (%s)',
    async (mode) => {
      await db.log.bulkAdd([row(NOW - 60, ofMinutes(90)), row(NOW - 30, ofMinutes(600)), row(NOW + 9, null)])
      await db.limits.put(stored(ofMinutes(600)))
      const file = await exported()
      await emptyDatabase()
      await db.limits.put(stored(ofMinutes(20)))
      await db.log.bulkAdd(here)
      await bring(file, mode)
      expect(await history()).toEqual([row(NOW - 60, ofMinutes(90)), ...here])
    },
  )

  test('nothing of the future is added', async () => {
    await db.limits.put(stored(ofMinutes(30)))
    await db.log.bulkAdd([row(NOW - 9, ofMinutes(30)), row(NOW + 9, ofMinutes(60)), row(NOW + 10, null)])
    const file = await exported()
    await emptyDatabase()
    await bring(file)
    expect(await history()).toEqual([row(NOW - 9, ofMinutes(30))])
  })

  test('a rule without a history is known from the import on', async () => {
    await db.limits.put(stored(ofMinutes(30)))
    const file = await exported()
    await emptyDatabase()
    await bring(file)
    await bring(file)
    expect(await history()).toEqual([row(NOW, ofMinutes(30))])
  })

  test('undoing the import takes the history back, and it begins with the next change', async () => {
    await db.limits.put(stored(ofMinutes(20)))
    await db.log.bulkAdd(here)
    const file = await exported()
    await emptyDatabase()
    await bring(file)
    await undo()
    expect(await history()).toEqual([])
    await write([stored(ofMinutes(10))], [])
    expect(await history()).toEqual([row(NOW - 1, ofMinutes(20)), row(NOW, ofMinutes(10))])
  })

  test('a deleted rule that a backup brings back is there again from then on', async () => {
    const before = [row(NOW - 90, ofMinutes(30)), row(NOW - 40, null)]
    await db.limits.put(stored(ofMinutes(30)))
    await db.log.bulkAdd(before.slice(0, 1))
    const file = await exported()
    await db.limits.clear()
    await db.log.bulkAdd(before.slice(1))
    await bring(file)
    expect(await history()).toEqual([...before, row(NOW, ofMinutes(30))])
  })

  test.each([[null], [ofMinutes(60)]])(
    'whose last row is another version, a rule here without a history is what it is: %j',
    async (last) => {
      await db.limits.put(stored(ofMinutes(60)))
      await db.log.bulkAdd([row(NOW - 9, ofMinutes(90)), row(NOW - 5, last)])
      const file = await exported()
      await emptyDatabase()
      await db.limits.put(stored(ofMinutes(10)))
      await bring(file)
      expect((await history()).slice(1)).toEqual([row(NOW - 5, last), row(NOW, ofMinutes(10))])
    },
  )
})

describe('forgetting a site', () => {
  beforeEach(async () => {
    const gone = (at: number) => row(at, { ...ofMinutes(5, onSites('gone.example')), id: 'old' }, 'old')
    await write([stored(both(30))], [])
    await db.log.bulkAdd([gone(NOW - 9), row(NOW - 8, null, 'old')])
    await forgetSite('gone.example')
  })

  test('takes all names out of the rows, and those of a gone rule about it alone go', async () => {
    expect(await history()).toEqual([row(NOW - 8, null, 'old'), unnamed(NOW, both(30))])
  })

  test('leaves the rule, of which later rows name no site, also when it is deleted; tightening it is no loosening', async () => {
    await write([stored(both(20))], [])
    await write([stored(both(20), { next: { value: null, from: NOW + 5 } })], [])
    expect(weakeningsIn(await rows(), 4)).toEqual([])
    vi.spyOn(Date, 'now').mockReturnValue(NOW + 9)
    await write([], ['r'])
    expect((await history()).slice(1)).toEqual([
      unnamed(NOW, both(30)),
      unnamed(NOW + 1, both(20)),
      unnamed(NOW + 5, null),
    ])
    expect(await isNamed()).toBe(false)
  })
})

/** Tightens a rule and deletes it. */
async function endOf(rule: Rule): Promise<void> {
  await write([stored(rule)], [])
  vi.spyOn(Date, 'now').mockReturnValue(NOW + 100)
  await write([stored(rule, { next: { value: null, from: NOW + 50 } })], [])
  await write([], ['r'])
}

describe('a forgotten site is named nowhere', () => {
  const on = (count: number) => ofMinutes(count, onSites('gone.example'))

  test('after everything was erased, and the rule is tightened and deleted', async () => {
    await write([stored(on(30))], [])
    await eraseEverything()
    expect(await history()).toEqual([unnamed(NOW, on(30))])
    await forgetSite('gone.example')
    await endOf(on(20))
    expect(await isNamed()).toBe(false)
    expect(await history()).toHaveLength(3)
  })

  test.each([
    ['before', true],
    ['after', false],
  ])('if it is forgotten %s the import of its rule is undone', async (_when, isFirst) => {
    await db.limits.put(stored(on(30)))
    const file = await exported()
    await emptyDatabase()
    await bring(file)
    if (isFirst) await forgetSite('gone.example')
    await undo()
    if (!isFirst) await forgetSite('gone.example')
    expect(await history()).toEqual([unnamed(NOW, on(30))])
    await endOf(on(20))
    expect(await isNamed()).toBe(false)
  })

  test('if an import withdrew the deletion of its rule', async () => {
    await db.limits.put(stored(on(30)))
    const file = await exported()
    await db.limits.put(stored(on(30), { next: { value: null, from: NOW + 50 } }))
    await bring(file)
    await forgetSite('gone.example')
    expect(JSON.stringify(await db.table('backup').toArray())).not.toContain('gone.example')
    await undo()
    expect((await db.limits.get('r'))?.next).toBeNull()
  })

  test('if a weakened rule returns to it', async () => {
    await write([stored(both(30))], [])
    const heals = { value: both(30), at: NOW + 10, since: NOW }
    const kept = ofMinutes(30, onSites('kept.example'))
    await write([stored(kept, { heals })], [])
    await forgetSite('gone.example')
    vi.spyOn(Date, 'now').mockReturnValue(NOW + 20)
    await write([stored(both(30))], [])
    await endOf(both(20))
    expect(await isNamed()).toBe(false)
  })

  test('if a change that waits is about it', async () => {
    const now = ofMinutes(30)
    const later = ofMinutes(30, { except: [{ type: 'site', site: 'gone.example' }] })
    await write([stored(now)], [])
    await write([stored(now, { next: { value: later, from: NOW + 10 } })], [])
    await forgetSite('gone.example')
    vi.spyOn(Date, 'now').mockReturnValue(NOW + 20)
    await write([stored(later, { heals: { value: now, at: NOW + HOUR_MS, since: NOW + 10 } })], [])
    await endOf({ ...later, bound: minutes(20) })
    expect(await isNamed()).toBe(false)
  })

  test('if a file brings rows from before back', async () => {
    await write([stored(both(30), { createdAt: NOW - 50 })], [])
    const file = await exported()
    await eraseEverything()
    await forgetSite('gone.example')
    await bring(file)
    expect(JSON.stringify(await rows())).not.toContain('.example')
  })
})

test('deleting a day or the history of a site keeps how rules changed', async () => {
  await write([stored(ofMinutes(30, onSites('kept.example')))], [])
  const before = await history()
  await deleteHistoryOf('kept.example')
  await deleteRange('2026-11-01', '2026-11-30', 4)
  expect(await history()).toEqual(before)
})

test('erasing everything erases how rules changed; it begins anew', async () => {
  await write([stored(ofMinutes(30), { createdAt: NOW - 9 })], [])
  await write([stored(ofMinutes(20))], [])
  await eraseEverything()
  expect(await history()).toEqual([unnamed(NOW, ofMinutes(20))])
})
