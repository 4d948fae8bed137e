/** What the wall may ask. It says nothing of itself but that it asks: the worker knows what each tab stands at. */
import type { Pass } from '../../../domain/firewall/firewall'
import type { FirewallNow } from '../../../domain/firewall/firewall-state'
import { isInTheWay, type Standing } from '../../../domain/firewall/limits'
import { ownError } from '../../../domain/own-error'
import { passesOf } from '../../../domain/firewall/passes'
import type { Rule } from '../../../domain/firewall/rule'
import type { Commands, Handlers } from '../../../platform/messages'
import { addPasses } from '../../../storage/firewall/limits'
import { type AtWall, factsOf, pauseEnd, readyEmergency, standAt } from './at-wall'
import type { Guard } from '../firewall/guard'

type ShownPass = Commands['pass']['input']

type Names = 'wall' | 'leave' | 'enter' | 'pass' | 'askForEmergency'

/** A pause may be over a moment earlier by the page's clock than by the worker's. */
const PAUSE_GRACE_MS = 500

/** Leads back, if nothing else stands in the way. */
async function leadBack(guard: Guard, { firewall, tabId }: AtWall): Promise<void> {
  if (standAt(guard, firewall, tabId)?.isOpen) await guard.walls.free(tabId)
}

/** The pauses that stand before the page are sat through. */
async function letIn(guard: Guard, { firewall, wall }: AtWall): Promise<void> {
  const { covers } = guard.coverageOf(firewall)
  const isPause = (rule: Rule) => rule.isOn && rule.strictness === 'pause' && covers(rule, wall.surface)
  const through = guard.standings(firewall).filter((one) => isPause(one.rule) && isInTheWay(one))
  const entries = through.map(({ rule }) => [rule.id, firewall.at] as const)
  await guard.keeper.remember({ letIn: { ...guard.keeper.memory.letIn, ...Object.fromEntries(entries) } })
}

/** Takes a pass that is offered now; writes it down with the price that was shown. */
async function take(guard: Guard, at: AtWall, { type, priceMinor }: ShownPass): Promise<void> {
  const { firewall, standing } = at
  const { passes, terms, currency } = firewall
  const offers = [...passesOf(standing, passes, firewall.at, terms), readyEmergency(guard, at)]
  const offer = offers.find((one) => one?.type === type)
  if (!offer) throw ownError('error_pass_gone')
  // One price for one stretch of time: what is as strict before the same page lets it through as well.
  const { covers } = guard.coverageOf(firewall)
  const { id, strictness } = standing.rule
  const isHere = (one: Standing) =>
    one.rule.id !== id &&
    one.rule.strictness === strictness &&
    isInTheWay(one) &&
    covers(one.rule, at.wall.surface)
  const ids = [
    id,
    ...guard
      .standings(firewall)
      .filter(isHere)
      .map(({ rule }) => rule.id),
  ]
  const day = terms.ration.day
  const taken = ids.map((rule, index): Pass => {
    const price = index === 0 ? priceMinor : 0
    return { rule, type, day, at: firewall.at, until: offer.until, priceMinor: price, currency }
  })
  await addPasses(taken)
  const through: FirewallNow = { ...firewall, passes: [...passes, ...taken] }
  await guard.keeper.save(through)
  await leadBack(guard, { ...at, firewall: through })
}

export function wallCommands(guard: Guard, lookAnew: () => Promise<void>): Pick<Handlers, Names> {
  const atWall = (tabId: number | null, work: (at: AtWall) => Promise<void>): Promise<void> =>
    guard.use(async (firewall) => {
      const at = standAt(guard, firewall, tabId)
      if (!at) throw ownError('error_pass_gone')
      return work(at)
    })

  return {
    wall: (_input, { tabId }) =>
      guard.use(async (firewall) => {
        const at = standAt(guard, firewall, tabId)
        if (at) return factsOf(guard, at)
        // The rule is gone, and with it the wall.
        if (tabId !== null && guard.keeper.memory.walls[tabId]) await guard.walls.free(tabId)
        return null
      }),
    leave: async (_input, { tabId }) => {
      if (tabId !== null) await guard.use(() => guard.walls.leave(tabId))
      return null
    },
    enter: async (_input, { tabId }) => {
      await atWall(tabId, async (at) => {
        const endsAt = pauseEnd(at)
        if (!at.isOpen && endsAt !== null && at.firewall.at >= endsAt - PAUSE_GRACE_MS) await letIn(guard, at)
        await leadBack(guard, at)
      })
      return null
    },
    askForEmergency: async (_input, { tabId }) => {
      await atWall(tabId, async ({ standing: { rule }, firewall }) => {
        const { emergencies } = guard.keeper.memory
        await guard.keeper.remember({ emergencies: { ...emergencies, [rule.id]: firewall.at } })
      })
      return null
    },
    pass: async (shown, { tabId }) => {
      await atWall(tabId, (at) => take(guard, at, shown))
      await lookAnew()
      return null
    },
  }
}
