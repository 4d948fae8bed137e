/** Limits → wall: after each look, counts use, judges the visible pages and schedules the next wake-up. */
import type { Presence } from '../../../domain/record/attention'
import { type Coverage, coverage } from '../../../domain/firewall/coverage'
import { type OtherUse, standings } from '../../../domain/firewall/rule-standings'
import { observe, type FirewallNow, withOpens } from '../../../domain/firewall/firewall-state'
import { elsewhereNow } from '../../../domain/firewall/elsewhere'
import { type FocusBound, runningFocus } from '../../../domain/firewall/focus'
import { closingAt, type Standing } from '../../../domain/firewall/limits'
import { count, type MeterPolicy } from '../../../domain/firewall/meter'
import { nextLookAt } from '../../../domain/firewall/next-look'
import type { Rule } from '../../../domain/firewall/rule'
import { countedPrivately } from '../../../domain/firewall/private-use'
import { byUsageKey } from '../../../domain/firewall/usage-row'
import { turnedAway } from '../../../domain/firewall/turned-away'
import { nextClosing } from '../../../domain/firewall/warnings'
import { orderAfter } from '../../../domain/firewall/hidden-windows'
import { enter, type GuardView, isStopped, judge } from '../../../domain/firewall/judge-page'
import { observationsOf, pagesInUse, rulesAbout, withStandings } from '../../../domain/firewall/pages-in-use'
import { type PageInSight, seenPages, type SeenTab, type SeenTabs } from '../../../domain/firewall/seen-pages'
import { GuardKeeper, type KeeperParts } from './guard-keeper'
import { type GuardSight, HeldSight } from './held-sight'
import { type StoppedPage, WallTabs, type WallTabParts } from './wall-tabs'
import { warn, type WarnParts } from './warn'

export interface GuardParts extends KeeperParts, WallTabParts, WarnParts {
  now: () => number
  presenceNow: (idleSeconds: number) => Promise<Presence>
  seenTabs: () => Promise<SeenTabs>
  /** Schedules a wake-up at an instant. */
  wake: (nextAt: number) => Promise<void>
}

/** Everything known during one look. */
interface Sight extends GuardSight {
  covering: Coverage
  tabs: readonly SeenTab[]
  pages: readonly PageInSight[]
  front: PageInSight | undefined
  /** The pages whose time counts for rules. */
  inUse: readonly PageInSight[]
  rules: readonly Rule[]
}

export class Guard {
  readonly #parts: GuardParts
  readonly keeper: GuardKeeper
  readonly walls: WallTabs
  readonly #held: HeldSight
  #covering: { opinions: unknown; coverage: Coverage } | null = null

  /** When the rules about the pages in use close one if they stay in sight, epoch ms; null if none does. */
  endsAt: number | null = null
  /** Whether a rule covers a page in use and the person is there, so that the worker must look and beat. */
  isCounting = false
  hasRules = false
  /** The running focus hour, as of the last look; null if there is none. */
  focus: FocusBound | null = null
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
    return standings(firewall, this.otherUse(firewall))
  }

  /** Everything that a judgement of pages depends on. */
  viewOf(firewall: FirewallNow): GuardView {
    const others = this.otherUse(firewall)
    return {
      firewall,
      memory: this.keeper.memory,
      standings: standings(firewall, others),
      others,
      coverage: this.coverageOf(firewall),
    }
  }

  otherUse(firewall: FirewallNow): OtherUse {
    const { privateUse, privateSessions } = this.keeper.memory
    const elsewhere = elsewhereNow(this.keeper.elsewhere.latest, firewall)
    return { rows: privateUse, sessions: privateSessions, elsewhere }
  }

  /** Reads use on other devices again with the next look, because an exchange has written some. */
  elsewhereChanged(): Promise<void> {
    return this.keeper.inTurn(async () => this.keeper.elsewhere.changed())
  }

  async #look(given: GuardSight): Promise<void> {
    // Use the current time: the time of a look that waited in the queue would look like a clock set back.
    const opened = await this.keeper.open(this.#parts.now())
    this.hasRules = opened.rules.some(({ rule }) => rule.isOn)
    this.focus = runningFocus(opened.rules)?.rule.bound ?? null
    this.isFrontStopped = false
    const hasWork = opened.rules.length > 0 || this.walls.hasAny
    if (!hasWork) {
      this.endsAt = null
      this.isCounting = false
      return this.keeper.save(opened)
    }
    const sight = await this.#see(await this.#held.of(given, opened.held, opened.at), opened)
    const counted = await this.#count(sight, opened)
    const view = this.viewOf(counted)
    const isCounted = (page: PageInSight) => this.isCounting && sight.inUse.includes(page)
    const judged = sight.pages.map((page) => ({
      ...page,
      decision: judge(view, { surface: page.surface, isCounted: isCounted(page) }),
    }))
    const entered = await this.#enter(sight, counted, judged)
    // If no wall can be shown, a pause cannot be waited out.
    const canWait = ({ tab }: StoppedPage) => !tab.incognito || this.#parts.canShowInPrivate
    const stopped = judged.filter(
      (page) =>
        isStopped(page.decision, page.isAttended) && (page.decision.state !== 'pause' || canWait(page)),
    )
    this.isFrontStopped = stopped.some(({ tab }) => tab === sight.front?.tab)
    const firewall = await this.#turnAway(stopped, sight, entered)
    await this.walls.stop(stopped)
    await this.walls.letBeHeard(sight.tabs.filter((tab) => !stopped.some((page) => page.tab === tab)))
    const after = this.viewOf(firewall)
    const freeAt = await this.#leadBack(sight, after)
    const inUse = this.#standingsInUse(sight, after)
    const closings = inUse.flatMap((standing) => closingAt(standing, firewall.at) ?? [])
    this.endsAt = nextClosing(closings, firewall.at)
    if (sight.seen.presence === 'active') await warn(this.#parts, this.keeper, inUse, firewall.at)
    await this.keeper.save(firewall)
    const decisionsAt = [...judged.map(({ decision }) => decision.nextAt), ...freeAt]
    const surfaces = sight.pages.map(({ surface }) => surface)
    await this.#parts.wake(Math.min(this.#held.awayAt, nextLookAt(after, decisionsAt, inUse, surfaces)))
  }

  async #see(given: GuardSight, firewall: FirewallNow): Promise<Sight> {
    const covering = this.coverageOf(firewall)
    const seen = await this.#parts.seenTabs()
    await this.walls.prune(seen.tabs)
    const windowOrder = orderAfter(this.keeper.memory.windowOrder, given.frontWindow, seen.windows)
    await this.keeper.remember({ windowOrder })
    const pages = seenPages(seen, windowOrder, given.attended?.id ?? null, covering.splits)
    const front = pages.find(({ isAttended }) => isAttended)
    // A page beside on its way to the wall no longer counts, however slowly it leaves.
    const goOn = pages.filter(({ tab, isAttended }) => isAttended || !this.keeper.memory.walls[tab.id])
    const inUse = pagesInUse(goOn, given.frontWindow !== null, given.seen.presence, covering)
    const rules = firewall.rules.map(({ rule }) => rule)
    return { ...given, covering, tabs: seen.tabs, pages, front, inUse, rules }
  }

  /** Counts use in private windows in memory, all other use in the firewall state. */
  async #count({ seen, inUse, rules, covering, policy }: Sight, firewall: FirewallNow): Promise<FirewallNow> {
    const { privateMeter } = this.keeper.memory
    const observed = observationsOf(inUse, rules, seen, covering)
    const privately =
      observed.privately.page || privateMeter.attention
        ? count(privateMeter, observed.privately, policy)
        : null
    const { elsewhere } = this.otherUse(firewall)
    if (privately) {
      const use = countedPrivately(this.keeper.memory, privately.counts, firewall, elsewhere)
      await this.keeper.remember({ privateMeter: privately.meter, ...use })
    }
    const counted = observe(firewall, observed.openly, policy, elsewhere)
    this.isCounting = Boolean(counted.state.meter.attention?.open ?? privately?.meter.attention?.open)
    return counted
  }

  /** Begins or continues visits to visible pages that are not blocked, if the person is there. */
  async #enter(sight: Sight, firewall: FirewallNow, judged: readonly StoppedPage[]): Promise<FirewallNow> {
    if (!this.isCounting) return firewall
    const free = sight.inUse.filter(({ tab, isAttended, isVisible }) => {
      const decision = judged.find((page) => page.tab === tab)?.decision
      return (isAttended || isVisible) && decision !== undefined && !isStopped(decision, true)
    })
    const entered = withStandings(free, this.standings(firewall), sight.covering)
    const { opened, openedPrivately, ...memory } = enter(this.keeper.memory, entered, firewall.at)
    const rows = withOpens(byUsageKey(this.keeper.memory.privateUse), openedPrivately, firewall)
    await this.keeper.remember({ ...memory, privateUse: [...rows.values()] })
    return { ...firewall, usage: withOpens(firewall.usage, opened, firewall) }
  }

  /** Counts the visits that a focus hour turns away. */
  async #turnAway(
    stopped: readonly PageInSight[],
    { covering }: Sight,
    firewall: FirewallNow,
  ): Promise<FirewallNow> {
    if (!this.focus) return firewall
    const pages = withStandings(stopped, this.standings(firewall), covering)
    const { rules, visits } = turnedAway(this.keeper.memory.visits, pages, firewall.at)
    await this.keeper.remember({ visits })
    return { ...firewall, usage: withOpens(firewall.usage, rules, firewall) }
  }

  /** Returns the front wall to its page if no rule blocks it. Returns when each wall's decision next changes. */
  async #leadBack(sight: Sight, view: GuardView): Promise<number[]> {
    const { walls } = this.keeper.memory
    const standing = sight.tabs.filter(({ id, isWall }) => isWall && walls[id])
    const nextAt: number[] = []
    for (const { id } of standing) {
      const { surface } = walls[id]!
      const decision = judge(view, { surface, isCounted: true })
      const isInFront = id === sight.attended?.id && sight.seen.presence === 'active'
      if (!isStopped(decision, true) && isInFront) await this.walls.free(id)
      nextAt.push(decision.nextAt)
    }
    return nextAt
  }

  /** The state of the rules that pages in use use up; without private windows, which get no warnings. */
  #standingsInUse({ inUse, rules, covering }: Sight, view: GuardView): Standing[] {
    const open = this.isCounting ? inUse.filter(({ isPrivate }) => !isPrivate) : []
    const about = rulesAbout(open, rules, covering)
    return view.standings.filter(({ rule }) => about.some(({ id }) => id === rule.id))
  }
}
