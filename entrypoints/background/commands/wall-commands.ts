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
import type { WallFacts } from '../../../domain/firewall/firewall-status'
import type { FirewallNow } from '../../../domain/firewall/firewall-state'
import { isHours } from '../../../domain/firewall/hours'
import { askedFor, isWaitedFor, notAskedFor } from '../../../domain/firewall/passes'
import { ownError } from '../../../domain/own-error'
import type { Commands, Handlers } from '../../../platform/messages'
import { addPasses } from '../../../storage/firewall/limits'
import type { Context } from '../context'
import type { Guard } from '../firewall/guard'
import { spansFor } from '../firewall/spans-for'
import type { FreshRules } from './fresh-rules'
import { isRecorded } from './is-recorded'

type Names = 'wall' | 'leave' | 'enter' | 'pass' | 'askForPass' | 'dropPass'

/** A pause may end slightly earlier by the page's clock than by the worker's. */
const PAUSE_GRACE_MS = 500

/** Returns the tab to its page unless another rule blocks it. */
async function leadBack(guard: Guard, firewall: FirewallNow, tabId: number): Promise<void> {
  if (standAt(guard.viewOf(firewall), tabId)?.isOpen) await guard.walls.free(tabId)
}

/** Takes a pass, if it is still offered, at the price that was shown. */
async function take(
  guard: Guard,
  at: AtWall,
  shown: Commands['pass']['input'],
  fresh: FreshRules,
): Promise<void> {
  const taken = passesTaken(at, shown)
  if (!taken) throw ownError('error_pass_gone')
  await addPasses(taken)
  fresh.passed(taken.map(({ rule }) => rule))
  const firewall = withPasses(at.view.firewall, taken)
  await guard.keeper.save(firewall)
  if (isWaitedFor(shown.type))
    await guard.keeper.remember({
      asked: notAskedFor(guard.keeper.memory.asked, shown.type, at.standing.rule.id),
    })
  await leadBack(guard, firewall, at.tabId)
}

/** What the page of a wall shows, whether or not the record can be read. */
async function factsOf(context: Pick<Context, 'facts'>, at: AtWall): Promise<WallFacts> {
  const { standing, view, wall } = at
  const { firewall } = view
  const { rule } = standing
  const countsVisits =
    rule.strictness === 'pause' &&
    !wall.isPrivate &&
    (await isRecorded(context, wall.surface, firewall.at).catch(() => false))
  const isNeeded = countsVisits || isHours(rule.bound)
  const spans = isNeeded ? await spansFor(firewall, ruleOfUse(rule)).catch(() => null) : null
  return wallFacts(at, spans ?? [], countsVisits && spans !== null)
}

export function wallCommands(
  context: Pick<Context, 'facts'>,
  guard: Guard,
  look: () => Promise<void>,
  fresh: FreshRules,
): Pick<Handlers, Names> {
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
        if (at) return factsOf(context, at)
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
    askForPass: async ({ type }, { tabId }) => {
      await atWall(tabId, async ({ standing: { rule }, view: { firewall, memory } }) => {
        await guard.keeper.remember({ asked: askedFor(memory.asked, type, rule.id, firewall.at) })
      })
      return null
    },
    dropPass: async ({ type }, { tabId }) => {
      await atWall(tabId, async ({ standing: { rule }, view: { memory } }) => {
        await guard.keeper.remember({ asked: notAskedFor(memory.asked, type, rule.id) })
      })
      return null
    },
    pass: async (shown, { tabId }) => {
      await atWall(tabId, (at) => take(guard, at, shown, fresh))
      await look()
      return null
    },
  }
}
