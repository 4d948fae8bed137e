import { FRESH_MS } from '../../../domain/firewall/rule-writing'

/** The rules that are so new that they can be deleted freely. */
export interface FreshRules {
  ids: ReadonlySet<string>
  hold: (id: string) => void
}

/** Kept by timers in memory, so that no changed clock makes an old rule fresh. */
export function freshRules(): FreshRules {
  const ids = new Set<string>()
  return {
    ids,
    hold: (id) => {
      ids.add(id)
      setTimeout(() => ids.delete(id), FRESH_MS)
    },
  }
}
