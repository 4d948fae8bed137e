/** The commands of the wall. It names no tab and no rule, because the worker knows the wall of each tab. */
import {
  type AtWall,
  letInAfterPause,
  ruleOfUse,
  standAt,
  waitEndsAt,
  wallFacts,
} from '../../../domain/firewall/at-wall'
import { passesTaken, withPasses } from '../../../domain/firewall/take-pass'
import type { FirewallNow } from '../../../domain/firewall/firewall-state'
import { isHours } from '../../../domain/firewall/hours'
import { ownError } from '../../../domain/own-error'
import type { Commands, Handlers } from '../../../platform/messages'
import { addPasses } from '../../../storage/firewall/limits'
import type { Guard } from '../firewall/guard'
import { spansFor } from '../firewall/spans-for'

type Names = 'wall' | 'leave' | 'enter' | 'pass' | 'askForEmergency'

/** A pause may end slightly earlier by the page's clock than by the worker's. */
const PAUSE_GRACE_MS = 500

/** Returns the tab to its page unless another rule blocks it. */
async function leadBack(guard: Guard, firewall: FirewallNow, tabId: number): Promise<void> {
  if (standAt(guard.viewOf(firewall), tabId)?.isOpen) await guard.walls.free(tabId)
}

/** Takes a pass, if it is still offered, at the price that was shown. */
async function take(guard: Guard, at: AtWall, shown: Commands['pass']['input']): Promise<void> {
  const taken = passesTaken(at, shown)
  if (!taken) throw ownError('error_pass_gone')
  await addPasses(taken)
  const firewall = withPasses(at.view.firewall, taken)
  await guard.keeper.save(firewall)
  await leadBack(guard, firewall, at.tabId)
}

export function wallCommands(guard: Guard, look: () => Promise<void>): Pick<Handlers, Names> {
  const atWall = (tabId: number | null, work: (at: AtWall) => Promise<void>): Promise<void> =>
    guard.use(async (firewall) => {
      const at = standAt(guard.viewOf(firewall), tabId)
      if (!at) throw ownError('error_pass_gone')
      return work(at)
    })

  return {
    wall: (_input, { tabId }) =>
      guard.use(async (firewall) => {
        const at = standAt(guard.viewOf(firewall), tabId)
        if (at) {
          const { rule } = at.standing
          return wallFacts(at, isHours(rule.bound) ? await spansFor(firewall, ruleOfUse(rule)) : [])
        }
        // The rule no longer exists, so the wall goes too.
        if (tabId !== null && guard.keeper.memory.walls[tabId]) await guard.walls.free(tabId)
        return null
      }),
    leave: async (_input, { tabId }) => {
      if (tabId !== null) await guard.use(() => guard.walls.leave(tabId))
      return null
    },
    enter: async (_input, { tabId }) => {
      await atWall(tabId, async (at) => {
        const { firewall } = at.view
        const endsAt = waitEndsAt(at)
        const isOver = !at.isOpen && endsAt !== null && firewall.at >= endsAt - PAUSE_GRACE_MS
        if (isOver) await guard.keeper.remember({ letIn: letInAfterPause(at) })
        await leadBack(guard, firewall, at.tabId)
      })
      return null
    },
    askForEmergency: async (_input, { tabId }) => {
      await atWall(tabId, async ({ standing: { rule }, view: { firewall, memory } }) => {
        await guard.keeper.remember({ emergencies: { ...memory.emergencies, [rule.id]: firewall.at } })
      })
      return null
    },
    pass: async (shown, { tabId }) => {
      await atWall(tabId, (at) => take(guard, at, shown))
      await look()
      return null
    },
  }
}
