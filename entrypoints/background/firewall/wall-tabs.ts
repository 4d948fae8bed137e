/** Knows which tabs show a wall, and moves tabs to the wall and back. */
import type { Decision } from '../../../domain/firewall/limits'
import type { Rule } from '../../../domain/firewall/rule'
import type { SeenTab } from '../../../domain/firewall/seen-pages'
import type { WallOfTab } from '../../../domain/firewall/guard-memory'
import type { GuardKeeper } from './guard-keeper'

export interface StoppedPage {
  tab: SeenTab
  surface: string
  decision: Decision
}

export interface WallTabParts {
  now: () => number
  leadToWall: (id: number) => Promise<boolean>
  openWallBeside: (tab: SeenTab) => Promise<number>
  leadToBlank: (id: number) => Promise<unknown>
  leadBack: (id: number, address: string) => Promise<unknown>
  /** Brings another tab to the front if the person keeps this one (pinned, in a group). Returns whether they do. */
  stepAside: (id: number) => Promise<boolean>
  /** Closes a tab. If `mustOpen` is set, opens a new tab first, which then comes to the front. */
  leave: (id: number, mustOpen?: boolean) => Promise<unknown>
  bringToFront: (id: number) => Promise<boolean>
  isAtWall: (id: number) => Promise<boolean>
  /** Mutes or unmutes a tab. Returns whether that changed anything. */
  setMuted: (id: number, isMuted: boolean) => Promise<boolean>
  /** The address of a tab; null if it is closed. */
  tabAddress: (id: number) => Promise<string | null>
  lookAgain: () => void
  /** Whether a private window can show our own pages. */
  canShowInPrivate: boolean
  /** Told which rules turn pages away. */
  turnedAway: (rules: readonly Rule[]) => void
  /** Names the rule in a notice if no wall can be shown. */
  tellOfRule: (rule: Rule) => Promise<unknown>
  report: (error: unknown) => void
}

export class WallTabs {
  readonly #parts: WallTabParts
  readonly #keeper: GuardKeeper
  /** Ids of tabs on their way to the wall. */
  readonly #moving = new Set<number>()
  /** Ids of tabs whose pages asked the person whether to leave, and stayed. */
  readonly #staying = new Set<number>()

  constructor(parts: WallTabParts, keeper: GuardKeeper) {
    this.#parts = parts
    this.#keeper = keeper
  }

  get hasAny(): boolean {
    return Object.keys(this.#keeper.memory.walls).length > 0
  }

  /** Takes pages to the wall. Does not wait, because a page may ask the person whether to leave. */
  async stop(pages: readonly StoppedPage[]): Promise<void> {
    const toMove = pages.filter(({ tab }) => !this.#moving.has(tab.id) && this.#mayTry(tab))
    this.#parts.turnedAway(toMove.flatMap(({ decision }) => decision.rule ?? []))
    const canShowWall = toMove.filter(({ tab }) => !tab.incognito || this.#parts.canShowInPrivate)
    if (canShowWall.length > 0)
      await this.#note(canShowWall.map((page) => [page.tab.id, this.#wallOf(page, null)]))
    for (const page of toMove) {
      this.#moving.add(page.tab.id)
      const stopMoving = () => this.#moving.delete(page.tab.id)
      this.#take(page, stopMoving).catch(this.#parts.report).finally(stopMoving)
    }
  }

  /** Returns a tab to its page. If the page stayed in its own tab, shows that tab and closes the wall. */
  async free(id: number): Promise<void> {
    const wall = this.#keeper.memory.walls[id]
    if (!wall) return
    await this.forget(id)
    const { address, besides: ownTab } = wall
    if (ownTab === null) return void (await this.#parts.leadBack(id, address))
    this.#staying.delete(ownTab)
    await this.forget(ownTab)
    if (!(await this.#parts.bringToFront(ownTab))) return void (await this.#parts.leadBack(id, address))
    // The page may have unloaded late, so that its own tab shows a wall too.
    if (await this.#parts.isAtWall(ownTab)) await this.#parts.leadBack(ownTab, address)
    await this.#parts.leave(id)
  }

  /** Returns the tabs to their pages whose walls are of other rules. */
  async freeAllBut(rules: readonly string[]): Promise<void> {
    const ids = Object.entries(this.#keeper.memory.walls).filter(([, { rule }]) => !rules.includes(rule))
    for (const [id] of ids) await this.free(Number(id))
  }

  /** Unmutes those of the tabs that were muted for a wall. */
  async letBeHeard(tabs: readonly SeenTab[]): Promise<void> {
    const { muted } = this.#keeper.memory
    const free = tabs.filter(({ id }) => muted.includes(id) && !this.#moving.has(id))
    for (const { id } of free) await this.#parts.setMuted(id, false)
    await this.#keeper.remember({ muted: muted.filter((id) => !free.some((tab) => tab.id === id)) })
  }

  /**
   * Closes a wall; in a tab that the person keeps, it stays, and another tab comes to the front. If the blocked page is
   * still open in another tab, that tab must not come to the front.
   */
  async leave(id: number): Promise<void> {
    const wall = this.#keeper.memory.walls[id]
    const isBeside = wall !== undefined && wall.besides !== null
    if (!isBeside && (await this.#parts.stepAside(id))) return
    await this.forget(id)
    // The page that stays remains muted, because it is still blocked.
    await this.#parts.leave(id, isBeside)
  }

  /** Forgets the wall of a tab that has navigated away, and closes the extra wall of a page that unloaded late. */
  async prune(tabs: readonly SeenTab[]): Promise<void> {
    for (const { id, isWall } of tabs)
      if (isWall) await this.#closeWallBeside(id)
      else if (!this.#moving.has(id) && !this.#staying.has(id) && this.#keeper.memory.walls[id])
        await this.forget(id)
  }

  /** Closes the wall beside a tab that now shows a wall itself. */
  async #closeWallBeside(id: number): Promise<void> {
    const beside = this.#besideOf(id)
    if (beside === undefined) return
    this.#staying.delete(id)
    await this.forget(beside)
    await this.#parts.leave(beside)
  }

  /** The tab with the wall that was opened beside this tab. */
  #besideOf(id: number): number | undefined {
    const { walls } = this.#keeper.memory
    return Object.keys(walls)
      .map(Number)
      .find((one) => walls[one]?.besides === id)
  }

  /** Moves everything known of a tab to another id; null forgets it, for a closed tab. */
  async replace(id: number, by: number | null): Promise<void> {
    for (const tabs of [this.#staying, this.#moving]) if (tabs.delete(id) && by !== null) tabs.add(by)
    const named = Object.entries(this.#keeper.memory.walls).map(([tab, wall]) => [
      Number(tab) === id ? by : Number(tab),
      by !== null && wall.besides === id ? { ...wall, besides: by } : wall,
    ])
    const walls = Object.fromEntries(named.filter(([tab]) => tab !== null)) as Record<number, WallOfTab>
    const muted = this.#keeper.memory.muted.map((one) => (by !== null && one === id ? by : one))
    await this.#keeper.remember({ walls, muted })
  }

  forget(id: number): Promise<void> {
    return this.replace(id, null)
  }

  /** A page that stayed is tried again only when its window shows it. */
  #mayTry({ id, isShown }: SeenTab): boolean {
    return isShown || !this.#staying.has(id)
  }

  #wallOf({ tab, surface, decision }: StoppedPage, besides: number | null): WallOfTab {
    const address = /^https?:/i.test(tab.address) ? tab.address : ''
    const rule = decision.rule?.id ?? ''
    const { incognito: isPrivate } = tab
    return { rule, surface, address, since: this.#parts.now(), isPrivate, isAnswered: false, besides }
  }

  #note(walls: readonly (readonly [number, WallOfTab])[]): Promise<void> {
    return this.#keeper.remember({
      walls: { ...this.#keeper.memory.walls, ...Object.fromEntries(walls) },
    })
  }

  async #take(page: StoppedPage, stopMoving: () => void): Promise<void> {
    const { tab, decision } = page
    if (tab.incognito && !this.#parts.canShowInPrivate) {
      await this.#parts.leadToBlank(tab.id)
      if (decision.rule) await this.#parts.tellOfRule(decision.rule)
      return
    }
    const hasLeft = await this.#parts.leadToWall(tab.id)
    if (hasLeft) this.#staying.delete(tab.id)
    else if ((await this.#parts.tabAddress(tab.id)) === tab.address)
      await this.#keeper.inTurn(() => this.#openWallBeside(page))
    else {
      stopMoving()
      this.#parts.lookAgain()
    }
  }

  /** Leaves the page open with its typed text, mutes it, and opens the wall in a new tab in front of it. */
  async #openWallBeside(page: StoppedPage): Promise<void> {
    const { tab } = page
    this.#staying.add(tab.id)
    // A blocked page must not be heard.
    if (await this.#parts.setMuted(tab.id, true))
      await this.#keeper.remember({ muted: [...this.#keeper.memory.muted, tab.id] })
    if (!tab.isShown) return
    const known = this.#besideOf(tab.id)
    if (known !== undefined && (await this.#parts.bringToFront(known))) return
    const beside = await this.#parts.openWallBeside(tab)
    await this.#note([[beside, this.#wallOf(page, tab.id)]])
  }
}
