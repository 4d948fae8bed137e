/** A computer with a browser: windows, tabs, sound, a clock. Keeps a log of what was true in each second. */
import { type Act, type Address, type Deed, type Life, PAGES } from './deed'

interface Tab {
  id: number
  url: Address
  audible: boolean
  muted: boolean
}

interface Window {
  id: number
  incognito: boolean
  fullscreen: boolean
  tabs: Tab[]
  active: number
}

/** What the log says from a second on. */
export interface Moment {
  from: number
  /** The surface that the person looks at and that may be recorded. */
  surface: string | null
  /** Whether it needs no input: it is heard, or a film, game or course fills the screen. */
  needsNoInput: boolean
}

/** Sunday, 2026-11-22, 21:30 UTC. */
export const BEGIN = Date.UTC(2026, 10, 22, 21, 30)

export class World {
  /** By how much the computer's clock is wrong, ms. */
  clockOff = 0
  zone = 60
  lastInput = 0
  /** Since when the computer counts the time without input. */
  idleSince = 0
  isLocked = false
  isPaused = false
  isAsleep = false
  isPopupOpen = false
  readonly excluded = new Set<string>()
  readonly log: Moment[] = []
  readonly inputs = new Set<number>([0])
  /** The seconds in which the screen was locked. */
  readonly locks: number[] = []
  #windows: Window[] = [
    {
      id: 1,
      incognito: false,
      fullscreen: false,
      active: 1,
      tabs: [{ id: 1, url: 'https://github.com/a/b', audible: false, muted: false }],
    },
  ]
  #front: number | null = 1
  /** The window to which the person comes back from another program. */
  #last = 1
  #next = 2
  readonly #life: Life

  constructor(life: Life) {
    this.#life = life
    this.note()
  }

  /** Seconds since the beginning, by a clock that nobody sets. */
  get second(): number {
    return Math.floor((Date.now() - this.clockOff - BEGIN) / 1000)
  }

  /** What the computer's clock shows in a second. */
  timeAt = (second: number): number => BEGIN + 1000 * second + this.clockOff

  /** The zone at an instant of the computer's clock; summer time begins once. */
  offsetAt = (at: number): number => this.zone + (at >= BEGIN + 1000 * this.#life.summerTime ? 60 : 0)

  get presence(): 'active' | 'idle' | 'locked' {
    if (this.isLocked) return 'locked'
    return this.second - this.idleSince >= this.#life.idleSeconds ? 'idle' : 'active'
  }

  input(): void {
    this.inputs.add(this.second)
    this.lastInput = this.second
    this.idleSince = this.second
  }

  /** Input in every second up to one that comes. */
  inputUntil(second: number): void {
    for (let one = this.second + 1; one <= second; one += 1) this.inputs.add(one)
    this.lastInput = second
    this.idleSince = second
  }

  /** The computer has slept for so long. */
  hasSlept(seconds: number): void {
    if (this.#life.idleClockStops) this.idleSince += seconds
  }

  /** Applies a deed that only changes what the browser shows. */
  apply(deed: Deed): void {
    const shown = this.#windows.find(({ id }) => id === this.#last)
    const tab = shown?.tabs.find(({ id }) => id === shown.active)
    if (deed.does === 'window') this.#openWindow(deed.isPrivate, deed.to)
    else if (deed.does === 'brings') this.#bring(this.#windows[deed.window % this.#windows.length])
    else if (deed.does === 'other program') this.#front = null
    else if (deed.does === 'comes back') this.#bring(shown)
    else if (deed.does === 'popup') this.isPopupOpen = deed.on && this.#front !== null
    else if (deed.does === 'pause') this.isPaused = deed.on
    else if (deed.does === 'excludes') this.#exclude(deed.page)
    else if (deed.does === 'lock') this.#lock(deed.on)
    else if (deed.does === 'zone') this.zone = deed.minutes
    else if (shown) this.#inWindow(deed, shown, tab)
    if (this.#front === null) this.isPopupOpen = false
    this.note()
  }

  #inWindow(deed: Deed, shown: Window, tab: Tab | undefined): void {
    if (deed.does === 'open') {
      shown.tabs.push({ id: this.#next, url: deed.to, audible: false, muted: false })
      shown.active = this.#next++
    } else if (deed.does === 'switches') shown.active = shown.tabs[deed.tab % shown.tabs.length]!.id
    else if (deed.does === 'closes') this.#closeTab(shown, shown.tabs[deed.tab % shown.tabs.length]!)
    else if (deed.does === 'fullscreen') shown.fullscreen = deed.on
    else if (tab && deed.does === 'goes') Object.assign(tab, { url: deed.to, audible: false })
    else if (tab && deed.does === 'sound') tab.audible = deed.on && tab.url !== 'about:blank'
    else if (tab && deed.does === 'mute') tab.muted = deed.on
  }

  #openWindow(incognito: boolean, url: Address): void {
    const id = this.#next++
    const tab = { id: this.#next++, url, audible: false, muted: false }
    const window = { id, incognito, fullscreen: false, active: tab.id, tabs: [tab] }
    this.#windows.push(window)
    this.#bring(window)
  }

  #closeTab(window: Window, tab: Tab): void {
    window.tabs = window.tabs.filter((other) => other !== tab)
    if (window.active === tab.id && window.tabs[0]) window.active = window.tabs[0].id
    if (window.tabs.length > 0) return
    this.#windows = this.#windows.filter((other) => other !== window)
    if (this.#windows.length === 0) this.#openWindow(false, 'about:blank')
    this.#bring(this.#windows[0])
  }

  #bring(window: Window | undefined): void {
    if (!window) return
    this.#front = window.id
    this.#last = window.id
  }

  #exclude(page: Address): void {
    const { surface } = PAGES[page]
    if (surface) this.excluded.add(surface)
  }

  #lock(on: boolean): void {
    if (on && !this.isLocked) this.locks.push(this.second)
    if (!on && this.isLocked) this.input()
    this.isLocked = on
  }

  /** Writes into the log what is true from this second on. */
  note(): void {
    const window = this.#windows.find(({ id }) => id === this.#last)
    const tab = window?.tabs.find(({ id }) => id === window.active)
    const page = tab ? PAGES[tab.url] : null
    const isHeard = Boolean(tab?.audible && !tab.muted)
    const isSeen = this.#front !== null || (this.#life.secondScreen && isHeard)
    const isNever = this.isLocked || this.isAsleep || this.isPaused || window?.incognito
    const surface = !isSeen || isNever ? null : (page?.surface ?? null)
    this.log.push({
      from: this.second,
      surface: surface && this.excluded.has(surface) ? null : surface,
      needsNoInput: isHeard || Boolean(window?.fullscreen && page?.isImmersive),
    })
  }

  get isInFront(): boolean {
    return this.#front !== null && !this.isPopupOpen
  }

  /** The parts of the browser's interface that a look uses. */
  readonly api = {
    idle: { queryState: async () => this.presence },
    runtime: { getContexts: async () => (this.isPopupOpen ? [{}] : []) },
    windows: {
      getLastFocused: async () => {
        const window = this.#windows.find(({ id }) => id === this.#last)
        if (!window) throw new Error('there is no window')
        const { id, incognito, fullscreen } = window
        return {
          id,
          incognito,
          focused: this.isInFront,
          state: fullscreen ? 'fullscreen' : 'normal',
          type: 'normal',
        }
      },
    },
    tabs: {
      query: async ({ windowId }: { windowId: number }) => {
        const window = this.#windows.find(({ id }) => id === windowId)
        const tab = window?.tabs.find(({ id }) => id === window.active)
        if (!window || !tab) return []
        return [{ ...tab, active: true, incognito: window.incognito, mutedInfo: { muted: tab.muted } }]
      },
    },
  }
}

/** Whether the browser tells the extension of a deed. */
export const isTold = (deed: Deed, { tellsOfFocus }: Life): boolean =>
  deed.does === 'other program' || deed.does === 'comes back'
    ? tellsOfFocus
    : !['input', 'clock', 'zone', 'disk', 'sleep', 'worker killed'].includes(deed.does)

/** Carries out a life second by second: `pass` lets so many seconds pass, `act` carries out a deed. */
export async function live(
  life: Life,
  pass: (seconds: number) => Promise<void>,
  act: (act: Act) => Promise<void>,
): Promise<void> {
  for (const one of life.acts) {
    await pass(one.after)
    await act(one)
  }
  await pass(life.rest)
}
