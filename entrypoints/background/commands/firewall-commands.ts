/** The commands on rules. Every change of a rule from a page comes through here, so that a loosening has to wait. */
import type { FirewallNow } from '../../../domain/firewall/firewall-state'
import { isFocus } from '../../../domain/firewall/focus'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import { confirmed, withoutNext } from '../../../domain/firewall/rule-changes'
import {
  changedRule,
  firewallStatus,
  judgement,
  newStoredRule,
  ruleChange,
  rulePreview,
  visitsAfter,
  withRule,
} from '../../../domain/firewall/rule-writing'
import { ownError } from '../../../domain/own-error'
import type { Handlers } from '../../../platform/messages'
import { endPasses, writeRules } from '../../../storage/firewall/limits'
import { pinStatus } from '../../../storage/firewall/pin'
import type { Guard } from '../firewall/guard'
import { spansFor } from '../firewall/spans-for'
import { type FreshRules, freshRules } from './fresh-rules'
import { checkPin } from './pin-commands'

type Names = 'firewall' | 'previewRule' | 'putRule' | 'removeRule' | 'takeBackChange' | 'keepRule' | 'judge'

const find = (firewall: FirewallNow, id: string): StoredRule => {
  const stored = firewall.rules.find((rule) => rule.id === id)
  if (!stored) throw ownError('error_rule_gone')
  // It has commands of its own, none of which ends it.
  if (isFocus(stored.rule.bound)) throw ownError('error_focus_runs')
  return stored
}

/** Sets and changes rules. Reads everything it needs first, so that a failed read changes nothing. */
function ruleWriter(guard: Guard, look: () => Promise<void>, fresh: FreshRules) {
  /** Changes a stored rule. Returns when the change takes effect; null for at once. */
  const change = async (
    id: string,
    to: (stored: StoredRule, firewall: FirewallNow) => StoredRule | null,
  ): Promise<{ from: number | null }> => {
    const from = await guard.use(async (firewall) => {
      const view = guard.viewOf(firewall)
      const before = find(firewall, id)
      const after = to(before, firewall)
      const spans = after ? await spansFor(firewall, after.rule) : []
      const done = ruleChange(view, before, after, spans)
      if (done.endsPasses) await endPasses(firewall.at, id)
      const loosened = done.from === null ? null : { rule: id, from: done.from }
      await writeRules(after ? [after] : [], after ? [] : [id], firewall, loosened)
      await guard.keeper.save(done.firewall)
      if (after) await guard.keeper.remember({ visits: visitsAfter(view, after.rule, spans) })
      return done.from
    })
    await look()
    return { from }
  }

  const add = async (rule: Rule): Promise<{ from: null }> => {
    await guard.use(async (firewall) => {
      const view = guard.viewOf(firewall)
      const stored = newStoredRule(rule, crypto.randomUUID().slice(0, 8), firewall.at)
      const spans = await spansFor(firewall, stored.rule)
      const whole = withRule(view, stored, spans)
      await writeRules([stored], [], firewall)
      await guard.keeper.save(whole)
      await guard.keeper.remember({ visits: visitsAfter(view, stored.rule, spans) })
      fresh.hold(stored.id)
    })
    await look()
    return { from: null }
  }

  return { add, change }
}

export function firewallCommands(
  guard: Guard,
  look: () => Promise<void>,
  fresh = freshRules(),
): Pick<Handlers, Names> {
  const { add, change } = ruleWriter(guard, look, fresh)
  return {
    firewall: (inFront) =>
      guard.use(async (firewall) =>
        firewallStatus(
          firewall,
          guard.otherUse(firewall),
          fresh.ids,
          await pinStatus(firewall.at),
          (rule) => inFront !== null && guard.coverageOf(firewall).covers(rule, inFront.surface),
        ),
      ),
    previewRule: ({ rule }) =>
      guard.use(async (firewall) =>
        rulePreview(guard.viewOf(firewall), rule, await spansFor(firewall, rule)),
      ),
    putRule: async ({ rule, pin }) => {
      if (isFocus(rule.bound)) throw ownError('error_unexpected')
      if (rule.id === '') return add(rule)
      await checkPin(pin)
      return change(rule.id, (stored, firewall) => changedRule(stored, rule, firewall))
    },
    removeRule: async ({ id, pin }) => {
      await checkPin(pin)
      return change(id, (stored, firewall) =>
        fresh.ids.has(id) ? null : changedRule(stored, null, firewall),
      )
    },
    takeBackChange: async ({ id }) => {
      await change(id, withoutNext)
      return null
    },
    keepRule: async ({ id, pin }) => {
      await checkPin(pin)
      await change(id, confirmed)
      return null
    },
    judge: ({ address }) => guard.use(async (firewall) => judgement(guard.viewOf(firewall), address)),
  }
}
