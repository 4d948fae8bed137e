/** The list of passes has those of rules that are gone, by the names that these had. */
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Pass, PassesTaken } from '../../../domain/firewall/pass'
import type { Rule, StoredRule, Target } from '../../../domain/firewall/rule'
import { newStoredRule } from '../../../domain/firewall/rule-writing'
import { DAY_MS, HOUR_MS } from '../../../domain/time/local-time'
import { db } from '../../../storage/base/db'
import { forgetSite } from '../../../storage/bulk/forget'
import { writeRules } from '../../../storage/firewall/limits'
import { livePassesTaken } from '../../../storage/firewall/passes-taken'
import { emptyDatabase } from '../../fixtures/database'
import { NOW } from '../../fixtures/export'
import { ruleOf } from '../../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const onSite = (id: string, site: string): Rule => ruleOf({ id, targets: [{ type: 'site', site }] })
const pass = (rule: string, at = NOW): Pass => ({
  rule,
  type: 'quarter',
  day: '2026-11-20',
  at,
  until: at,
  priceMinor: 200,
  currency: 'EUR',
})

/** The rules of the listed passes: what each is about, null if that is not known. */
async function listed(): Promise<[rule: string, about: readonly Target[] | null][]> {
  const { passes, rules } = await new Promise<PassesTaken>((resolve, reject) => {
    livePassesTaken().subscribe({ next: resolve, error: reject })
  })
  return passes.map(({ rule }) => [rule, rules.find(({ id }) => id === rule)?.targets ?? null])
}

const write = (rules: StoredRule[], gone: string[]) =>
  writeRules(rules, gone, {
    at: NOW,
    calendar: { dayStartHour: 4, weekStart: 0, offsetAt: () => 0, week: null },
  })

/** A rule that was changed and deleted, after its wait. */
async function deleted(rule: Rule): Promise<void> {
  await write([newStoredRule({ ...rule, isOn: false }, rule.id, NOW - HOUR_MS)], [])
  await write([{ ...newStoredRule(rule, rule.id, NOW), next: { value: null, from: NOW } }], [])
  await write([], [rule.id])
}

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  vi.spyOn(Date, 'now').mockReturnValue(NOW)
  await write([newStoredRule(onSite('here', 'here.example'), 'here', NOW)], [])
  await deleted(onSite('gone', 'gone.example'))
  await db.overrides.bulkAdd([
    pass('here'),
    pass('gone'),
    pass('never known'),
    pass('here', NOW - 16 * DAY_MS),
  ])
})

test('passes of a deleted rule are listed as it last was, those of long ago are not', async () => {
  expect(await listed()).toEqual([
    ['here', [{ type: 'site', site: 'here.example' }]],
    ['gone', [{ type: 'site', site: 'gone.example' }]],
    ['never known', null],
  ])
})

test('a site that was forgotten is not named', async () => {
  await forgetSite('gone.example')
  expect((await listed())[1]).toEqual(['gone', null])
})
