/** What the wall may ask. It says nothing of itself but that it asks: the worker knows what each tab stands at. */
import type { WallFacts } from '../../domain/firewall'
import { inCurrency, type OpenBook } from '../../domain/guard-book'
import { isInTheWay, type Standing } from '../../domain/limits'
import { ownError } from '../../domain/own-error'
import { EMERGENCY_WAIT_MS, emergencyOf, isEmergencyReady, passesOf } from '../../domain/passes'
import type { Rule } from '../../domain/rule'
import type { Handlers } from '../../platform/messages'
import { addPass } from '../../storage/limits'
import type { WallOfTab } from '../../storage/guard-memory'
import type { Guard } from './guard'
import { isStopped, judge } from './guard-judge'

type Names = 'wall' | 'leave' | 'enter' | 'pass' | 'askForEmergency'

/** What stands before the page of a wall now. */
interface AtWall {
  book: OpenBook
  wall: WallOfTab
  tabId: number
  isOpen: boolean
  standing: Standing
}

/** A pause may be over a moment earlier by the page's clock than by the worker's. */
const PAUSE_GRACE_MS = 500

const pauseEnd = ({ wall, standing: { rule } }: AtWall): number | null =>
  rule.strictness === 'pause' ? wall.since + 1000 * rule.pauseSeconds : null

function factsOf(guard: Guard, at: AtWall): WallFacts {
  const { book, wall, standing, isOpen } = at
  const { rule, used, allowed, opensAt } = standing
  const offer = emergencyOf(standing, book.passes, book.at, book.terms)
  const askedAt = guard.keeper.memory.emergencies[rule.id]
  const isAsked = askedAt !== undefined && book.at < askedAt + 2 * EMERGENCY_WAIT_MS
  const readyAt = isAsked || isEmergencyReady(askedAt, book.at) ? (askedAt ?? 0) + EMERGENCY_WAIT_MS : null
  return {
    rule: inCurrency(rule, book.currency),
    surface: wall.surface,
    ...{ used, allowed, opensAt, isOpen },
    currency: book.currency,
    passes: passesOf(standing, book.passes, book.at, book.terms),
    emergency: offer && { offer, readyAt },
    pauseEndsAt: isOpen ? null : pauseEnd(at),
  }
}

export function wallCommands(guard: Guard, lookAnew: () => Promise<void>): Pick<Handlers, Names> {
  /** Null where the tab stands at no wall of this run of the browser, or its rule is gone. */
  const stand = (book: OpenBook, tabId: number | null): AtWall | null => {
    const wall = tabId === null ? undefined : guard.keeper.memory.walls[tabId]
    if (tabId === null || !wall) return null
    const all = guard.standings(book)
    const page = { surface: wall.surface, isAttended: true }
    const decision = judge(book, guard.keeper.memory, all, guard.coverageOf(book), page)
    const id = decision.rule?.id ?? wall.rule
    const standing = all.find(({ rule }) => rule.id === id)
    return standing ? { book, wall, tabId, standing, isOpen: !isStopped(decision, true) } : null
  }
  const atWall = <Result>(tabId: number | null, work: (at: AtWall) => Promise<Result>): Promise<Result> =>
    guard.use(async (book) => {
      const at = stand(book, tabId)
      if (!at) throw ownError('error_pass_gone')
      return work(at)
    })

  /** Leads back, if nothing else stands in the way. */
  const leadBack = async ({ book, tabId }: AtWall): Promise<void> => {
    if (stand(book, tabId)?.isOpen) await guard.walls.free(tabId)
  }

  /** The pauses that stand before the page are sat through. */
  const letIn = async ({ book, wall }: AtWall): Promise<void> => {
    const { covers } = guard.coverageOf(book)
    const isPause = (rule: Rule) => rule.isOn && rule.strictness === 'pause' && covers(rule, wall.surface)
    const through = guard.standings(book).filter((one) => isPause(one.rule) && isInTheWay(one))
    const entries = through.map(({ rule }) => [rule.id, book.at] as const)
    const before = guard.keeper.memory.letIn
    await guard.keeper.remember({ letIn: { ...before, ...Object.fromEntries(entries) } })
  }

  return {
    wall: (_input, { tabId }) =>
      guard.use(async (book) => {
        const at = stand(book, tabId)
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
        if (!at.isOpen && endsAt !== null && at.book.at >= endsAt - PAUSE_GRACE_MS) await letIn(at)
        await leadBack(at)
      })
      return null
    },
    askForEmergency: async (_input, { tabId }) => {
      await atWall(tabId, async ({ standing: { rule }, book }) => {
        const { emergencies } = guard.keeper.memory
        await guard.keeper.remember({ emergencies: { ...emergencies, [rule.id]: book.at } })
      })
      return null
    },
    pass: async ({ type }, { tabId }) => {
      await atWall(tabId, async (at) => {
        const { book, standing } = at
        const { passes, terms, currency } = book
        const askedAt = guard.keeper.memory.emergencies[standing.rule.id]
        const emergency = isEmergencyReady(askedAt, book.at)
          ? emergencyOf(standing, passes, book.at, terms)
          : null
        const offers = [...passesOf(standing, passes, book.at, terms), ...(emergency ? [emergency] : [])]
        const offer = offers.find((one) => one.type === type)
        if (!offer) throw ownError('error_pass_gone')
        const pass = { ...offer, rule: standing.rule.id, day: terms.ration.day, at: book.at, currency }
        await addPass(pass)
        const taken = { ...book, passes: [...passes, pass] }
        await guard.keeper.save(taken)
        await leadBack({ ...at, book: taken })
      })
      await lookAnew()
      return null
    },
  }
}
