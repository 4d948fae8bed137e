/** Applies rules from other devices through the firewall, where a looser one has to wait. */
import { rulesAfter, type RulesChange } from '../../../domain/devices/exchange-rules'
import type { Heard } from '../../../domain/devices/exchange-words'
import type { FirewallNow } from '../../../domain/firewall/firewall-state'
import { isFocus } from '../../../domain/firewall/focus'
import { newFocusRow } from '../../../domain/firewall/focus-row'
import type { StoredRule } from '../../../domain/firewall/rule'
import { ruleChange, visitsAfter, withRule } from '../../../domain/firewall/rule-writing'
import { beginFocus, lengthenFocusRow } from '../../../storage/firewall/focus-log'
import { endPasses, writeRules } from '../../../storage/firewall/limits'
import { pinStatus } from '../../../storage/firewall/pin'
import { allWords, keepWords } from '../../../storage/said/words'
import type { Guard } from '../firewall/guard'
import { spansFor } from '../firewall/spans-for'
import { report } from '../report'

type Change = RulesChange['rules'][number]

/** Stores a rule that was not here. */
async function add(guard: Guard, firewall: FirewallNow, stored: StoredRule): Promise<FirewallNow> {
  const view = { ...guard.viewOf(firewall), firewall }
  const { rule } = stored
  const spans = await spansFor(firewall, rule)
  const { bound } = rule
  if (isFocus(bound))
    await beginFocus(stored, newFocusRow({ ...rule, bound }, firewall.calendar.offsetAt(firewall.at)))
  else await writeRules([stored], [], firewall)
  await guard.keeper.remember({ visits: visitsAfter(view, rule, spans) })
  return withRule(view, stored, spans)
}

/** Stores a rule that changes here, or deletes it. */
async function change(
  guard: Guard,
  firewall: FirewallNow,
  before: StoredRule,
  after: StoredRule | null,
): Promise<FirewallNow> {
  const view = { ...guard.viewOf(firewall), firewall }
  const spans = after ? await spansFor(firewall, after.rule) : []
  const done = ruleChange(view, before, after, spans)
  if (done.endsPasses) await endPasses(firewall.at, before.id)
  const loosened = done.from === null ? null : { rule: before.id, from: done.from }
  if (after && isFocus(after.rule.bound)) await lengthenFocusRow(after)
  else await writeRules(after ? [after] : [], after ? [] : [before.id], firewall, loosened)
  if (after) await guard.keeper.remember({ visits: visitsAfter(view, after.rule, spans) })
  return done.firewall
}

const applied = (guard: Guard, firewall: FirewallNow, { before, after }: Change): Promise<FirewallNow> => {
  if (before) return change(guard, firewall, before, after)
  return after ? add(guard, firewall, after) : Promise.resolve(firewall)
}

/** Exchanges the words about rules. Returns whether rules changed here. */
export const exchangeRules = (guard: Guard, heard: Omit<Heard, 'kept'>): Promise<boolean> =>
  guard.use(async (firewall) => {
    const { at, calendar, currency } = firewall
    const { isSet: hasPin } = await pinStatus(at)
    const { put, gone, rules } = rulesAfter({ ...heard, kept: await allWords() }, firewall.rules, {
      at,
      calendar,
      currency,
      hasPin,
    })
    let now = firewall
    const failed = new Set<string>()
    for (const one of rules)
      try {
        now = await applied(guard, now, one)
      } catch (error) {
        // One rule that cannot be stored keeps back no other; its word is heard again.
        report(error)
        failed.add(`rule ${(one.before ?? one.after)?.id}`)
      }
    if (rules.length > 0) await guard.keeper.save(now)
    // Last: a rule that was applied and whose word was not kept is said anew, and changes nothing.
    await keepWords(
      put.filter(({ key }) => key === null || !failed.has(key)),
      gone,
    )
    return rules.length > 0
  })
