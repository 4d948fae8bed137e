/** Limits → wall: after each look it counts use, judges what can be seen, and sees to being awake in time. */
import type { Observation } from '../../domain/attention'
import { type Coverage, coverage } from '../../domain/coverage'
import { observe, type OpenBook, standings, withCounts } from '../../domain/guard-book'
import { closingAt, isInTheWay, type Standing } from '../../domain/limits'
import { count, type MeterPolicy } from '../../domain/meter'
import type { Rule } from '../../domain/rule'
import { placeOf } from '../../domain/site'
import { usageKey } from '../../domain/usage-row'
import { countdown, nextWarningAt, type Warning, warningOf } from '../../domain/warnings'
import type { AttendedTab } from '../../platform/look'
import type { SeenTab } from '../../platform/tabs'
import { enter, isStopped, judge, observationOf } from './guard-judge'
import { GuardKeeper, type KeeperParts } from './guard-keeper'
import { type StoppedPage, WallTabs, type WallTabParts } from './wall-tabs'

/** What a look tells the guard. */
export interface GuardSight {
  seen: Pick<Observation, 'at' | 'presence'>
  attended: AttendedTab | null
  policy: MeterPolicy
}

export interface GuardParts extends KeeperParts, WallTabParts {
  now: () => number
  seenTabs: () => Promise<SeenTab[]>
  /** Sees to being awake at an instant. */
  wake: (nextAt: number) => Promise<void>
  tell: (warning: Warning) => Promise<unknown>
  report: (error: unknown) => void
}

interface PageInSight {
  tab: SeenTab
  surface: string
  isAttended: boolean
}

/** One look's worth of knowledge. */
interface Sight extends GuardSight {
  covering: Coverage
  tabs: readonly SeenTab[]
  pages: readonly PageInSight[]
  front: PageInSight | undefined
  /** The rules that are about the page in front. */
  about: readonly Rule[]
}

export class Guard {
  readonly #parts: GuardParts
  readonly keeper: GuardKeeper
  readonly walls: WallTabs
  #covering: { opinions: unknown; coverage: Coverage } | null = null

  /** What the icon counts down in place of its usual figure. */
  countdown: string | null = null

  constructor(parts: GuardParts) {
    this.#parts = parts
    this.keeper = new GuardKeeper(parts)
    this.walls = new WallTabs(parts, this.keeper)
  }

  /** Never rejects: what goes wrong here is reported, and recording goes on. */
  look(sight: GuardSight): Promise<void> {
    return this.keeper.inTurn(() => this.#look(sight)).catch(this.#parts.report)
  }

  /** Between looks: the worker is awake, so what is in front has been there all the while. */
  beat(at: number, policy: MeterPolicy): Promise<void> {
    return this.keeper.inTurn(async () => this.keeper.beat(at, policy))
  }

  /** Works on the book as it stands now. */
  use<Result>(work: (book: OpenBook) => Promise<Result>): Promise<Result> {
    return this.keeper.inTurn(async () => work(await this.keeper.open(this.#parts.now())))
  }

  coverageOf(book: OpenBook): Coverage {
    const { opinions } = book.held
    if (this.#covering?.opinions !== opinions) this.#covering = { opinions, coverage: coverage(opinions) }
    return this.#covering.coverage
  }

  standings(book: OpenBook): Standing[] {
    return standings(book, this.keeper.memory.privateUse)
  }

  async #look(given: GuardSight): Promise<void> {
    const opened = await this.keeper.open(given.seen.at)
    const hasWork = opened.rules.length > 0 || this.walls.areThere
    if (!hasWork) {
      this.countdown = null
      return this.keeper.save(opened)
    }
    const sight = await this.#see(given, opened)
    await this.walls.prune(sight.tabs)
    const counted = await this.#count(sight, opened)
    const judged = sight.pages.map((page) => ({ ...page, decision: this.#judge(counted, sight, page) }))
    const book = await this.#enter(sight, counted, judged)
    await this.walls.stop(judged.filter(({ decision, isAttended }) => isStopped(decision, isAttended)))
    const freeAt = await this.#leadBack(sight, book)
    await this.#warn(sight, book)
    await this.keeper.save(book)
    await this.#stayAwake(sight, book, [...judged.map(({ decision }) => decision.nextAt), ...freeAt])
  }

  async #see(given: GuardSight, book: OpenBook): Promise<Sight> {
    const covering = this.coverageOf(book)
    const tabs = await this.#parts.seenTabs()
    const pages = tabs.flatMap((tab) => {
      const place = tab.isWall ? null : placeOf(tab.address, covering.splits)
      return place ? [{ tab, surface: place.surface, isAttended: tab.id === given.attended?.id }] : []
    })
    const front = pages.find(({ isAttended }) => isAttended)
    const isAbout = (rule: Rule) => rule.isOn && front !== undefined && covering.covers(rule, front.surface)
    const about = book.rules.map(({ rule }) => rule).filter(isAbout)
    return { ...given, covering, tabs, pages, front, about }
  }

  #judge(book: OpenBook, { covering }: Sight, page: Pick<PageInSight, 'surface' | 'isAttended'>) {
    return judge(book, this.keeper.memory, this.standings(book), covering, page)
  }

  /** Use of private windows is counted in memory, all other in the book. */
  async #count(sight: Sight, book: OpenBook): Promise<OpenBook> {
    const { seen, about, front, attended, covering, policy } = sight
    const { privateMeter, privateUse } = this.keeper.memory
    const isPrivate = front?.tab.incognito ?? false
    const watch = (isCounted: boolean) =>
      observationOf(seen, isCounted ? about : [], front?.surface ?? null, attended, covering)
    if (isPrivate || privateMeter.attention) {
      const { meter, counts } = count(privateMeter, watch(isPrivate), policy)
      const before = new Map(privateUse.map((row) => [usageKey(row), row]))
      const rows = [...withCounts(before, counts, book).values()]
      await this.keeper.remember({ privateMeter: meter, privateUse: rows })
    }
    return observe(book, watch(!isPrivate), policy)
  }

  /** Nobody visits a page that nobody attends to. */
  async #enter({ front, about }: Sight, book: OpenBook, judged: readonly StoppedPage[]): Promise<OpenBook> {
    const decision = judged.find(({ tab }) => tab === front?.tab)?.decision
    const { attention } = front?.tab.incognito ? this.keeper.memory.privateMeter : book.state.meter
    if (!front || !decision || !attention?.open || isStopped(decision, true)) return book
    const entered = enter(book, this.keeper.memory, about, front.surface)
    await this.keeper.remember(entered.memory)
    return entered.book
  }

  /** Leads the wall in front of the person back where its way is free again; returns when others may be. */
  async #leadBack(sight: Sight, book: OpenBook): Promise<number[]> {
    const { walls } = this.keeper.memory
    const standing = sight.tabs.filter(({ id, isWall }) => isWall && walls[id])
    const nextAt: number[] = []
    for (const { id } of standing) {
      const { surface } = walls[id]!
      const decision = this.#judge(book, sight, { surface, isAttended: true })
      const isInFront = id === sight.attended?.id && sight.seen.presence === 'active'
      if (!isStopped(decision, true) && isInFront) await this.walls.free(id)
      nextAt.push(decision.nextAt)
    }
    return nextAt
  }

  /** The rules about the page in front, as they stand; private windows are not spoken of. */
  #standingsInFront({ about, front }: Sight, book: OpenBook): Standing[] {
    if (front?.tab.incognito) return []
    return this.standings(book).filter(({ rule }) => about.some(({ id }) => id === rule.id))
  }

  async #warn(sight: Sight, book: OpenBook): Promise<void> {
    const inFront = this.#standingsInFront(sight, book)
    const closings = inFront.flatMap((standing) => closingAt(standing, book.at) ?? [])
    this.countdown = countdown(closings, book.at)
    if (sight.seen.presence !== 'active') return
    const { warned } = this.keeper.memory
    const news = inFront
      .flatMap((standing) => warningOf(standing, book.at) ?? [])
      .filter(({ key }) => !warned.includes(key))
    for (const warning of news) await this.#parts.tell(warning)
    if (news.length > 0)
      await this.keeper.remember({ warned: [...warned, ...news.map(({ key }) => key)].slice(-99) })
  }

  async #stayAwake(sight: Sight, book: OpenBook, nextAt: readonly number[]): Promise<void> {
    const warnings = this.#standingsInFront(sight, book)
      .filter((standing) => !isInTheWay(standing))
      .map((standing) => nextWarningAt(standing, book.at))
    const changes = [
      book.state.terms?.next?.from ?? Infinity,
      ...book.rules.flatMap(({ next, heals }) => [next?.from ?? Infinity, heals?.at ?? Infinity]),
    ]
    const isAnything = nextAt.some((instant) => instant !== Infinity)
    await this.#parts.wake(Math.min(Infinity, ...nextAt, ...warnings, ...(isAnything ? changes : [])))
  }
}
