/** Limits → wall: after each look, counts use, judges the visible pages and schedules the next wake-up. */
import type { Presence } from '../../../domain/record/attention'
import { type Coverage, coverage } from '../../../domain/firewall/coverage'
import { type PrivateUse, standings } from '../../../domain/firewall/rule-standings'
import {
  observe,
  type FirewallNow,
  withAttention,
  withCounts,
  withOpens,
} from '../../../domain/firewall/firewall-state'
import { closingAt, type Standing } from '../../../domain/firewall/limits'
import { type Count, count, type Meter, type MeterPolicy } from '../../../domain/firewall/meter'
import { nextLookAt } from '../../../domain/firewall/next-look'
import type { Rule } from '../../../domain/firewall/rule'
import { placeOf } from '../../../domain/surface/address'
import { byUsageKey } from '../../../domain/firewall/usage-row'
import { countdown, type Warning, warningOf } from '../../../domain/firewall/warnings'
import type { SeenTab } from '../../../platform/tabs'
import { enter, type GuardView, isStopped, judge, observationOf } from '../../../domain/firewall/judge-page'
import { GuardKeeper, type KeeperParts } from './guard-keeper'
import { type GuardSight, HeldSight } from './held-sight'
import { type StoppedPage, WallTabs, type WallTabParts } from './wall-tabs'

export interface GuardParts extends KeeperParts, WallTabParts {
  now: () => number
  presenceNow: (idleSeconds: number) => Promise<Presence>
  seenTabs: () => Promise<SeenTab[]>
  /** Schedules a wake-up at an instant. */
  wake: (nextAt: number) => Promise<void>
  tell: (warning: Warning) => Promise<unknown>
}

interface PageInSight {
  tab: SeenTab
  surface: string
  isAttended: boolean
}

/** Everything known during one look. */
interface Sight extends GuardSight {
  covering: Coverage
  tabs: readonly SeenTab[]
  pages: readonly PageInSight[]
  front: PageInSight | undefined
  /** The active rules that cover the front page. */
  about: readonly Rule[]
}

export class Guard {
  readonly #parts: GuardParts
  readonly keeper: GuardKeeper
  readonly walls: WallTabs
  readonly #held: HeldSight
  #covering: { opinions: unknown; coverage: Coverage } | null = null

  /** The countdown that the icon shows instead of its usual figure; null if none. */
  countdown: string | null = null
  /** Whether a rule covers the front page and the person is there, so that the worker must look and beat. */
  isCounting = false
  hasRules = false
  /** Whether the last look stopped the page in front. */
  isFrontStopped = false

  constructor(parts: GuardParts) {
    this.#parts = parts
    this.keeper = new GuardKeeper(parts)
    this.walls = new WallTabs(parts, this.keeper)
    this.#held = new HeldSight(parts.presenceNow)
  }

  /** Never rejects. Errors are reported, and recording goes on. */
  look(sight: GuardSight): Promise<void> {
    return this.keeper.inTurn(() => this.#look(sight)).catch(this.#parts.report)
  }

  /** Called between looks: while the worker is awake, the front page has not changed. */
  beat(at: number, policy: MeterPolicy): Promise<void> {
    return this.keeper.inTurn(async () => this.keeper.beat(at, policy))
  }

  /** Runs work in the queue with the current firewall state. */
  use<Result>(work: (firewall: FirewallNow) => Promise<Result>): Promise<Result> {
    return this.keeper.inTurn(async () => work(await this.keeper.open(this.#parts.now())))
  }

  /** Leads the walls of rules that no longer exist back to their pages, so that nothing is kept of them. */
  freeWalls(): Promise<void> {
    return this.use(async ({ rules }) => this.walls.freeAllBut(rules.map(({ id }) => id)))
  }

  coverageOf(firewall: FirewallNow): Coverage {
    const { opinions } = firewall.held
    if (this.#covering?.opinions !== opinions) this.#covering = { opinions, coverage: coverage(opinions) }
    return this.#covering.coverage
  }

  standings(firewall: FirewallNow): Standing[] {
    return standings(firewall, this.privateUse)
  }

  /** Everything that a judgement of pages depends on. */
  viewOf(firewall: FirewallNow): GuardView {
    return {
      firewall,
      memory: this.keeper.memory,
      standings: this.standings(firewall),
      coverage: this.coverageOf(firewall),
    }
  }

  get privateUse(): PrivateUse {
    const { privateUse, privateSessions } = this.keeper.memory
    return { rows: privateUse, sessions: privateSessions }
  }

  async #look(given: GuardSight): Promise<void> {
    // Use the current time: the time of a look that waited in the queue would look like a clock set back.
    const opened = await this.keeper.open(this.#parts.now())
    this.hasRules = opened.rules.some(({ rule }) => rule.isOn)
    this.isFrontStopped = false
    const hasWork = opened.rules.length > 0 || this.walls.hasAny
    if (!hasWork) {
      this.countdown = null
      this.isCounting = false
      return this.keeper.save(opened)
    }
    const sight = await this.#see(await this.#held.of(given, opened.held, opened.at), opened)
    await this.walls.prune(sight.tabs)
    const counted = await this.#count(sight, opened)
    const view = this.viewOf(counted)
    const judged = sight.pages.map((page) => ({ ...page, decision: judge(view, page) }))
    const firewall = await this.#enter(sight, counted, judged)
    // If no wall can be shown, a pause cannot be waited out.
    const canWait = ({ tab }: StoppedPage) => !tab.incognito || this.#parts.canShowInPrivate
    const stopped = judged.filter(
      (page) =>
        isStopped(page.decision, page.isAttended) && (page.decision.state !== 'pause' || canWait(page)),
    )
    this.isFrontStopped = stopped.some(({ tab }) => tab === sight.front?.tab)
    await this.walls.stop(stopped)
    await this.walls.letBeHeard(sight.tabs.filter((tab) => !stopped.some((page) => page.tab === tab)))
    const after = this.viewOf(firewall)
    const freeAt = await this.#leadBack(sight, after)
    const inFront = this.#standingsInFront(sight, after)
    await this.#warn(sight, inFront, firewall.at)
    await this.keeper.save(firewall)
    const decisionsAt = [...judged.map(({ decision }) => decision.nextAt), ...freeAt]
    const surfaces = sight.pages.map(({ surface }) => surface)
    await this.#parts.wake(Math.min(this.#held.awayAt, nextLookAt(after, decisionsAt, inFront, surfaces)))
  }

  async #see(given: GuardSight, firewall: FirewallNow): Promise<Sight> {
    const covering = this.coverageOf(firewall)
    const tabs = await this.#parts.seenTabs()
    const pages = tabs.flatMap((tab) => {
      const place = tab.isWall ? null : placeOf(tab.address, covering.splits)
      return place ? [{ tab, surface: place.surface, isAttended: tab.id === given.attended?.id }] : []
    })
    const front = pages.find(({ isAttended }) => isAttended)
    const isAbout = (rule: Rule) => rule.isOn && front !== undefined && covering.covers(rule, front.surface)
    const about = firewall.rules.map(({ rule }) => rule).filter(isAbout)
    return { ...given, covering, tabs, pages, front, about }
  }

  /** Counts use in private windows in memory, all other use in the firewall state. */
  async #count(sight: Sight, firewall: FirewallNow): Promise<FirewallNow> {
    const { seen, about, front, attended, covering, policy } = sight
    const { privateMeter } = this.keeper.memory
    const isPrivate = front?.tab.incognito ?? false
    const watch = (isCounted: boolean) =>
      observationOf(seen, isCounted ? about : [], front?.surface ?? null, attended, covering)
    const privately =
      isPrivate || privateMeter.attention ? count(privateMeter, watch(isPrivate), policy) : null
    if (privately) await this.#countPrivately(privately.counts, privately.meter, firewall)
    const counted = observe(firewall, watch(!isPrivate), policy)
    this.isCounting = Boolean(counted.state.meter.attention?.open ?? privately?.meter.attention?.open)
    return counted
  }

  async #countPrivately(counts: readonly Count[], meter: Meter, firewall: FirewallNow): Promise<void> {
    const { privateUse, privateSessions } = this.keeper.memory
    const rows = withCounts(byUsageKey(privateUse), counts, firewall)
    const touched = new Set(counts.map(({ rule }) => rule))
    const sessions = withAttention({ ...firewall.state.sessions, ...privateSessions }, counts, firewall)
    const own = Object.entries(sessions).filter(([id]) => touched.has(id) || privateSessions[id])
    await this.keeper.remember({
      privateMeter: meter,
      privateUse: [...rows.values()],
      privateSessions: Object.fromEntries(own),
    })
  }

  /** Begins or continues visits if the front page is not blocked and has the person's attention. */
  async #enter(
    { front, about }: Sight,
    firewall: FirewallNow,
    judged: readonly StoppedPage[],
  ): Promise<FirewallNow> {
    const decision = judged.find(({ tab }) => tab === front?.tab)?.decision
    const isPrivate = front?.tab.incognito ?? false
    const { attention } = isPrivate ? this.keeper.memory.privateMeter : firewall.state.meter
    if (!front || !decision || !attention?.open || isStopped(decision, true)) return firewall
    const standing = this.standings(firewall).filter(({ rule }) => about.some(({ id }) => id === rule.id))
    const { opened, ...memory } = enter(this.keeper.memory, standing, front.surface, firewall.at)
    await this.keeper.remember(memory)
    if (!isPrivate) return { ...firewall, usage: withOpens(firewall.usage, opened, firewall) }
    const rows = withOpens(byUsageKey(this.keeper.memory.privateUse), opened, firewall)
    await this.keeper.remember({ privateUse: [...rows.values()] })
    return firewall
  }

  /** Returns the front wall to its page if no rule blocks it. Returns when each wall's decision next changes. */
  async #leadBack(sight: Sight, view: GuardView): Promise<number[]> {
    const { walls } = this.keeper.memory
    const standing = sight.tabs.filter(({ id, isWall }) => isWall && walls[id])
    const nextAt: number[] = []
    for (const { id } of standing) {
      const { surface } = walls[id]!
      const decision = judge(view, { surface, isAttended: true })
      const isInFront = id === sight.attended?.id && sight.seen.presence === 'active'
      if (!isStopped(decision, true) && isInFront) await this.walls.free(id)
      nextAt.push(decision.nextAt)
    }
    return nextAt
  }

  /** The state of the rules that cover the front page; empty in private windows, which get no warnings. */
  #standingsInFront({ about, front }: Sight, view: GuardView): Standing[] {
    if (front?.tab.incognito) return []
    return view.standings.filter(({ rule }) => about.some(({ id }) => id === rule.id))
  }

  async #warn(sight: Sight, inFront: readonly Standing[], at: number): Promise<void> {
    const closings = inFront.flatMap((standing) => closingAt(standing, at) ?? [])
    this.countdown = countdown(closings, at)
    if (sight.seen.presence !== 'active') return
    const { warned } = this.keeper.memory
    const news = inFront
      .flatMap((standing) => warningOf(standing, at) ?? [])
      .filter(({ key }) => !warned.includes(key))
    for (const warning of news) await this.#parts.tell(warning).catch(this.#parts.report)
    if (news.length > 0)
      await this.keeper.remember({ warned: [...warned, ...news.map(({ key }) => key)].slice(-99) })
  }
}
