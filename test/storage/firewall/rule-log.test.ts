/** How rules changed: from the change of a rule to the export, through deletions and back. */
import { Dexie } from 'dexie'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { RuleEntry } from '../../../domain/firewall/rule-history'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import { HOUR_MS } from '../../../domain/time/local-time'
import { Database, db } from '../../../storage/base/db'
import { deleteRange, eraseEverything } from '../../../storage/bulk/erase'
import { deleteHistoryOf, forgetSite } from '../../../storage/bulk/forget'
import { writeRules } from '../../../storage/firewall/limits'
import { emptyDatabase } from '../../fixtures/database'
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

const history = async () => (await db.log.orderBy('at').toArray()).filter(({ type }) => type === 'rule')

const deleted = (rule: Rule): StoredRule => stored(rule, { next: { value: null, from: NOW - HOUR_MS } })

const onSites = (...sites: string[]): Partial<Rule> => ({
  targets: sites.map((site) => ({ type: 'site' as const, site })),
})

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  vi.spyOn(Date, 'now').mockReturnValue(NOW)
})

describe('each change of a rule', () => {
  test('is logged with the rule, once, and a change that waits is not', async () => {
    const made = stored(ofMinutes(30), { createdAt: NOW - 5 })
    await writeRules([made], [])
    await writeRules([{ ...made, next: { value: ofMinutes(60), from: NOW + HOUR_MS } }], [])
    await writeRules([stored(ofMinutes(20))], [])
    await writeRules([stored(ofMinutes(20))], [])
    await writeRules([deleted(ofMinutes(20))], [])
    await writeRules([], ['r'])
    await writeRules([], ['r'])
    expect(await history()).toEqual([
      row(NOW - HOUR_MS, null),
      row(NOW - 5, ofMinutes(30)),
      row(NOW, ofMinutes(20)),
    ])
  })

  test('is not logged if the rule is not written', async () => {
    vi.spyOn(db.limits, 'bulkPut').mockRejectedValueOnce(new Error('the disk is full'))
    await expect(writeRules([stored(ofMinutes(30))], [])).rejects.toThrow('the disk is full')
    expect(await history()).toEqual([])
  })

  test('is not logged for a focus hour', async () => {
    const focus = focusRule(wishFor(), 'a', NOW)
    await writeRules([stored(focus)], [])
    await writeRules([], [focus.id])
    expect(await history()).toEqual([])
  })

  test('leaves nothing of a rule that was deleted at once', async () => {
    await writeRules([stored(ofMinutes(30), { createdAt: NOW })], [])
    await writeRules([], ['r'])
    expect(await history()).toEqual([])
  })
})

test('a database of version 6 knows its rules from the upgrade on, once', async () => {
  const old = new Dexie('without-history')
  old.version(6).stores({ limits: 'id', log: '++, at', state: '', usage: '[rule+day], day', guard: '' })
  await old.open()
  await old.table('limits').bulkPut([stored(ofMinutes(30)), stored(focusRule(wishFor(), 'a', NOW))])
  await old.table('log').add({ at: 1, type: 'resume' })
  old.close()
  for (const _ of ['first', 'again']) {
    const upgraded = new Database('without-history')
    expect(await upgraded.log.toArray()).toEqual([{ at: 1, type: 'resume' }, row(NOW, ofMinutes(30))])
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
    await writeRules([stored(ofMinutes(10))], [])
    expect(await history()).toEqual([row(NOW, ofMinutes(10))])
  })
})

describe('forgetting a site', () => {
  beforeEach(async () => {
    const both = ofMinutes(30, onSites('gone.example', 'kept.example'))
    const gone = (at: number) => row(at, { ...ofMinutes(5, onSites('gone.example')), id: 'old' }, 'old')
    await writeRules([stored(both)], [])
    await db.log.bulkAdd([gone(NOW - 9), row(NOW - 8, null, 'old')])
    await forgetSite('gone.example')
  })

  test('takes it out of the rows, and those of a gone rule about it alone', async () => {
    expect(await history()).toEqual([
      row(NOW - 8, null, 'old'),
      row(NOW, ofMinutes(30, onSites('kept.example'))),
    ])
  })

  test('leaves the rule, of which later rows name no site and nothing stays when it is deleted', async () => {
    const now = ofMinutes(20, onSites('gone.example', 'kept.example'))
    await writeRules([stored(now)], [])
    const last = row(NOW + 1, ofMinutes(20, { targets: [] }))
    expect((await history()).at(-1)).toEqual(last)
    await writeRules([deleted(now)], [])
    await writeRules([], ['r'])
    expect(await history()).toEqual([row(NOW - 8, null, 'old')])
  })
})

test('deleting a day or the history of a site keeps how rules changed', async () => {
  await writeRules([stored(ofMinutes(30, onSites('kept.example')))], [])
  const before = await history()
  await deleteHistoryOf('kept.example')
  await deleteRange('2026-11-01', '2026-11-30', 4)
  expect(await history()).toEqual(before)
})

test('erasing everything erases how rules changed; it begins anew with the next change', async () => {
  await writeRules([stored(ofMinutes(30))], [])
  await eraseEverything()
  expect(await db.log.toArray()).toEqual([])
  await writeRules([stored(ofMinutes(20))], [])
  expect(await history()).toEqual([row(NOW, ofMinutes(20))])
})
