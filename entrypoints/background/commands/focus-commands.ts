/** The commands on the focus hour. It begins at once, can only be made longer, and ends by itself. */
import { flawOfWish, focusRule, isFocus, isLengthFit, runningFocus } from '../../../domain/firewall/focus'
import { newFocusRow } from '../../../domain/firewall/focus-row'
import type { StoredRule } from '../../../domain/firewall/rule'
import { newStoredRule, visitsAfter, withRule } from '../../../domain/firewall/rule-writing'
import { ownError } from '../../../domain/own-error'
import { MINUTE_MS } from '../../../domain/time/local-time'
import type { Handlers } from '../../../platform/messages'
import { beginFocus, lengthenFocusRow, takeBackFocusRow } from '../../../storage/firewall/focus-log'
import type { Guard } from '../firewall/guard'
import { spansFor } from '../firewall/spans-for'
import type { FreshRules } from './fresh-rules'

type Names = 'startFocus' | 'lengthenFocus' | 'takeBackFocus'

const lengthened = (stored: StoredRule, minutes: number): StoredRule => {
  const { rule } = stored
  if (!isFocus(rule.bound)) return stored
  const bound = { ...rule.bound, endsAt: rule.bound.endsAt + minutes * MINUTE_MS }
  return { ...stored, rule: { ...rule, bound } }
}

export const focusCommands = (
  guard: Guard,
  look: () => Promise<void>,
  fresh: FreshRules,
): Pick<Handlers, Names> => ({
  startFocus: async (wish) => {
    await guard.use(async (firewall) => {
      if (flawOfWish(wish, firewall.at)) throw ownError('error_unexpected')
      if (runningFocus(firewall.rules)) throw ownError('error_focus_runs')
      const rule = focusRule(wish, crypto.randomUUID().slice(0, 8), firewall.at)
      const view = guard.viewOf(firewall)
      const stored = newStoredRule(rule, rule.id, firewall.at)
      const spans = await spansFor(firewall, rule)
      await beginFocus(stored, newFocusRow(rule, firewall.calendar.offsetAt(firewall.at)))
      await guard.keeper.save(withRule(view, stored, spans))
      // Pages that are open already go to the wall, but nobody turned to them now.
      await guard.keeper.remember({ visits: visitsAfter(view, rule, spans) })
      // A lock is chosen because nothing opens it.
      if (rule.strictness === 'wall') fresh.hold(rule.id)
    })
    await look()
    return null
  },
  lengthenFocus: async ({ minutes }) => {
    await guard.use(async (firewall) => {
      const running = runningFocus(firewall.rules)
      if (!running) throw ownError('error_rule_gone')
      const longer = lengthened(running, minutes)
      if (minutes < 1 || !isLengthFit(longer.rule.bound)) throw ownError('error_unexpected')
      await lengthenFocusRow(longer)
      const rules = firewall.rules.map((stored) => (stored.id === running.id ? longer : stored))
      await guard.keeper.save({ ...firewall, rules })
    })
    await look()
    return null
  },
  takeBackFocus: async () => {
    await guard.use(async (firewall) => {
      const running = runningFocus(firewall.rules)
      if (!running || !fresh.ids.has(running.id)) throw ownError('error_focus_runs')
      await takeBackFocusRow(running.id)
      await guard.keeper.save({ ...firewall, rules: firewall.rules.filter(({ id }) => id !== running.id) })
    })
    await look()
    return null
  },
})
