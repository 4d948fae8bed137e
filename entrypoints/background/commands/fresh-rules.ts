import { isFocus } from '../../../domain/firewall/focus'
import type { Rule } from '../../../domain/firewall/rule'
import { FRESH_MS } from '../../../domain/firewall/rule-writing'

/** The rules that are so new that they can be deleted freely, and have done nothing yet. */
export interface FreshRules {
  ids: ReadonlySet<string>
  hold: (id: string) => void
  /** A pass of these rules was taken. */
  passed: (ids: readonly string[]) => void
  /** These rules turned a page away. A focus hour does so as soon as it begins, and can still be taken back. */
  turnedAway: (rules: readonly Rule[]) => void
}

/** Kept by timers in memory, so that no changed clock makes an old rule fresh. */
export function freshRules(): FreshRules {
  const ids = new Set<string>()
  const passed = (used: readonly string[]): void => {
    for (const id of used) ids.delete(id)
  }
  return {
    ids,
    hold: (id) => {
      ids.add(id)
      setTimeout(() => ids.delete(id), FRESH_MS)
    },
    passed,
    turnedAway: (rules) => passed(rules.filter(({ bound }) => !isFocus(bound)).map(({ id }) => id)),
  }
}
