import { browser } from 'wxt/browser'
import { boundText, targetsText } from '../../components/rule/rule-sentence'
import { targetName } from '../../components/rule/target-name'
import { wakeUp } from '../../domain/limits'
import type { Rule } from '../../domain/rule'
import { surfaceBook } from '../../domain/surface-book'
import { opinionsForLimits, type StoredTerms } from '../../domain/terms'
import type { Warning } from '../../domain/warnings'
import { weekStartOf } from '../../domain/week'
import { t } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { notify } from '../../platform/notices'
import * as tabs from '../../platform/tabs'
import { readGuardMemory, writeGuardMemory } from '../../storage/guard-memory'
import { readGuard, writeGuard } from '../../storage/guard-state'
import { endPasses, writeRules } from '../../storage/limits'
import { inTime } from '../../storage/in-time'
import { allRates } from '../../storage/rates'
import type { Context, Facts } from './context'
import type { GuardParts } from './guard'
import { report } from './report'
import { ALARM } from './tracker-parts'

export function guardParts(context: Context, lookAgain: () => void): GuardParts {
  let known: { facts: Facts; terms: StoredTerms } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let alarmAt: number | null | undefined

  async function wantedTerms(): Promise<StoredTerms | null> {
    const facts = await context.facts()
    if (facts.trouble) return null
    if (known?.facts === facts) return known.terms
    const { dayStartHour, weekStart, currency } = facts.settings
    const terms: StoredTerms = {
      dayStartHour,
      weekStart: weekStart ?? weekStartOf(navigator.language),
      currency,
      rates: await inTime(allRates),
      opinions: opinionsForLimits(facts.opinions),
    }
    known = { facts, terms }
    return terms
  }

  /** An alarm outlives the worker; a timer holds what is too near for one. */
  async function wake(nextAt: number): Promise<void> {
    const plan = wakeUp(nextAt, Date.now())
    clearTimeout(timer)
    if (plan.timerMs !== null) timer = setTimeout(lookAgain, plan.timerMs)
    if (plan.alarmAt === alarmAt) return
    if (plan.alarmAt === null) await browser.alarms.clear(ALARM.guard)
    else await browser.alarms.create(ALARM.guard, { when: plan.alarmAt })
    alarmAt = plan.alarmAt
  }

  const namesOf = async (): Promise<Parameters<typeof targetsText>[1]> => {
    const { opinions } = await context.facts()
    const profileOf = surfaceBook([...opinions])
    return (target) => targetName(target, profileOf)
  }

  return {
    now: Date.now,
    offsetAt: localOffset,
    wantedTerms,
    readGuard,
    writeGuard,
    writeRules,
    endPasses,
    readMemory: readGuardMemory,
    writeMemory: writeGuardMemory,
    ...tabs,
    canShowInPrivate: import.meta.env.FIREFOX,
    wake,
    lookAgain,
    tell: async ({ standing: { rule }, key, minutesLeft }: Warning) => {
      const names = await namesOf()
      const title = minutesLeft === 0 ? t('notice_spent') : t('notice_left', minutesLeft)
      return notify(key, title, t('notice_rule', targetsText(rule, names), boundText(rule.bound, null)))
    },
    tellOfRule: async (rule: Rule) => {
      const names = await namesOf()
      return notify(
        rule.id,
        t('notice_private'),
        t('notice_rule', targetsText(rule, names), boundText(rule.bound, null)),
      )
    },
    report,
  }
}
