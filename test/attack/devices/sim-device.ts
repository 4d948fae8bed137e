/** A device with the product's own exchange and merging, over data in memory. */
import { randomBytes } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { type DevicesMark, joinedMark } from '../../../domain/devices/devices-mark'
import { rulesAfter } from '../../../domain/devices/exchange-rules'
import { type Heard, wordsAfter } from '../../../domain/devices/exchange-words'
import type { DayTime } from '../../../domain/devices/item'
import { changeBySaid, type SaidFacts, saidOf } from '../../../domain/devices/said'
import type { KeptWord } from '../../../domain/devices/word'
import { loosens } from '../../../domain/firewall/loosening'
import type { Calendar } from '../../../domain/firewall/ration'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import { changed, confirmed, settled, withoutNext } from '../../../domain/firewall/rule-changes'
import { newStoredRule } from '../../../domain/firewall/rule-writing'
import { addTo, emptyRow, usageKey, type UsageRow } from '../../../domain/firewall/usage-row'
import { NO_AMOUNT } from '../../../domain/firewall/used-amount'
import { DEFAULT_SETTINGS, type Settings } from '../../../domain/settings/settings'
import { changeOpinion, type Opinion, type OpinionChange } from '../../../domain/surface/opinion'
import { calendarDay, type Day, HOUR_MS } from '../../../domain/time/local-time'
import { DeviceExchange, type HeardUse } from '../../../entrypoints/background/devices/exchange'
import { Replica } from './engine'

const CALENDAR: Calendar = { dayStartHour: 4, weekStart: 0, offsetAt: () => 0 }

/** Everything that a profile keeps, and that a copy of it has. */
export interface Profile {
  id: string
  mark: DevicesMark
  opinions: Map<string, Opinion>
  settings: Settings
  rules: StoredRule[]
  usage: Map<string, UsageRow>
  words: Map<string, KeptWord>
  heard: Map<string, HeardUse>
  totals: Map<string, DayTime[]>
}

/** A copy of a profile. */
export interface Kept {
  profile: Profile
  area: Record<string, string>
}

let runs = 0

/** As long as an item of the product: compressed, and as long as if it were encrypted and encoded. */
const zipped = (text: string): string => Buffer.concat([gzipSync(text), randomBytes(28)]).toString('base64')

const unzipped = (sealed: string): string =>
  gunzipSync(Buffer.from(sealed, 'base64').subarray(0, -28)).toString()

export class SimDevice {
  profile: Profile
  /** Tells one start of the browser from all others. */
  run = ''
  /** How often it kept day totals of others. */
  totalsKept = 0
  /** What it measured, for the totals that it sends. */
  measured: readonly DayTime[] | null = null
  readonly replica = new Replica()
  readonly #exchange: DeviceExchange
  #ids = 0

  constructor(
    readonly number: number,
    readonly clock: { now: number },
    /** How much the clock of this device is ahead. */
    public skewMs: number,
    /** Whether items are as long as those of the product; it takes longer. */
    isZipped = false,
  ) {
    this.profile = {
      id: `${number}`.padStart(8, '0'),
      mark: joinedMark(`Device ${number}`, { version: 1, salt: '', check: '' }),
      opinions: new Map(),
      settings: DEFAULT_SETTINGS,
      rules: [],
      usage: new Map(),
      words: new Map(),
      heard: new Map(),
      totals: new Map(),
    }
    this.restart()
    this.#exchange = new DeviceExchange({
      now: () => this.now,
      today: (now) => calendarDay(now, 0),
      report: () => undefined,
      readMark: async () => this.profile.mark,
      writeMark: async (mark) => (this.profile.mark = mark),
      deviceId: async () => this.profile.id,
      run: async () => this.run,
      renewDeviceId: async () => {
        this.#ids += 1
        return (this.profile.id = `${this.number}${this.#ids}`.padStart(8, 'a'))
      },
      readArea: async () => ({ ...this.replica.area }),
      writeArea: async (items, gone) => this.replica.write(items, gone),
      open: async (_key, sealed) => (isZipped ? unzipped(sealed) : sealed),
      seal: async (_key, text) => (isZipped ? zipped(text) : text),
      checkKey: async () => null,
      readWords: async () => this.profile.words,
      exchangeWords: async (heard) => this.#exchangeWords({ ...heard, kept: this.profile.words }),
      exchangeRules: async (heard) => this.#exchangeRules({ ...heard, kept: this.profile.words }),
      ownUse: async () => ({ rows: [...this.profile.usage.values()], sessions: {} }),
      ownTotals: async (today) =>
        this.measured?.slice() ?? [
          { day: today, surface: `own${this.number}.example`, ms: 60_000, opens: 1 },
        ],
      knownSeqs: async () => new Map([...this.profile.heard].map(([id, { use }]) => [id, use.seq])),
      keepUse: async (use) => {
        for (const one of use)
          if ((this.profile.heard.get(one.id)?.use.seq ?? 0) <= one.use.seq)
            this.profile.heard.set(one.id, one)
      },
      keepTotals: async ({ id, totals }) => {
        this.totalsKept += 1
        this.profile.totals.set(id, [...totals])
      },
    })
  }

  /** The browser is started. */
  restart(): void {
    runs += 1
    this.run = runs.toString(16).padStart(8, '0')
  }

  /** The profile and the area are as they were: another device's, or its own of an earlier time. */
  become({ profile, area }: Kept): void {
    this.profile = structuredClone(profile)
    this.replica.area = { ...area }
    this.replica.pending = []
    this.replica.inbox = []
    this.restart()
  }

  /** What a copy of the profile holds now. */
  copied(): Kept {
    return structuredClone({ profile: this.profile, area: this.replica.area })
  }

  get now(): number {
    return this.clock.now + this.skewMs
  }

  /** Time passes for the rules. */
  settle(): void {
    this.profile.rules = this.profile.rules.flatMap((stored) => settled(stored, this.now, CALENDAR) ?? [])
  }

  async exchange(isPressed = false): Promise<void> {
    this.settle()
    await this.#exchange.run(isPressed)
  }

  /** A file, with everything in the area as it is now. */
  file(): ReadonlyMap<string, string> {
    return new Map(Object.entries(this.replica.area))
  }

  async take(file: ReadonlyMap<string, string>): Promise<void> {
    this.settle()
    await this.#exchange.take(file)
  }

  get facts(): SaidFacts {
    const { opinions, settings } = this.profile
    return { opinions: [...opinions.values()], rates: [], settings, promises: [] }
  }

  #exchangeWords(heard: Heard): void {
    const { put, gone, changes } = wordsAfter(heard, saidOf(this.facts, heard.kept, heard.today))
    const { opinions, settings } = changeBySaid(this.facts, changes)
    for (const opinion of opinions.put) this.profile.opinions.set(opinion.surface, opinion)
    for (const surface of opinions.gone) this.profile.opinions.delete(surface)
    this.profile.settings = { ...this.profile.settings, ...settings }
    this.#keep(put, gone)
  }

  #keep(put: readonly KeptWord[], gone: readonly string[]): void {
    const words = new Map([...this.profile.words, ...put.map((word) => [word.id, word] as const)])
    for (const id of gone) words.delete(id)
    this.profile.words = words
  }

  #exchangeRules(heard: Heard): void {
    const terms = { at: this.now, calendar: CALENDAR, currency: 'EUR', hasPin: false }
    const { put, gone, rules } = rulesAfter(heard, this.profile.rules, terms)
    for (const { before, after } of rules) this.#checkNotLooser(before, after)
    const changedIds = new Set(rules.map(({ before, after }) => (before ?? after)?.id))
    this.profile.rules = [
      ...this.profile.rules.filter(({ id }) => !changedIds.has(id)),
      ...rules.flatMap(({ after }) => after ?? []),
    ]
    this.#keep(put, gone)
  }

  /** Nothing that arrives loosens a rule at once, or lets it wait less than twelve hours. */
  #checkNotLooser(before: StoredRule | null, after: StoredRule | null): void {
    if (before === null) return
    const isLooser = loosens(before.rule, after?.rule ?? null, CALENDAR.dayStartHour)
    expect(isLooser, `looser at once: ${JSON.stringify([before, after])}`).toBe(false)
    const isNew = after?.next && JSON.stringify(after.next) !== JSON.stringify(before.next)
    if (isNew) expect(after.next!.from - this.now).toBeGreaterThanOrEqual(12 * HOUR_MS)
  }

  say(surface: string, change: OpinionChange): void {
    const opinion = changeOpinion(this.profile.opinions.get(surface) ?? { surface }, change)
    if (opinion) this.profile.opinions.set(surface, opinion)
    else this.profile.opinions.delete(surface)
  }

  set(settings: Partial<Settings>): void {
    this.profile.settings = { ...this.profile.settings, ...settings }
  }

  addRule(rule: Rule): void {
    this.settle()
    if (this.profile.rules.some(({ id }) => id === rule.id)) return
    this.profile.rules.push(newStoredRule(rule, rule.id, this.now))
  }

  #change(id: string, to: (stored: StoredRule) => StoredRule | null): void {
    this.settle()
    this.profile.rules = this.profile.rules.flatMap((stored) =>
      stored.id === id ? (to(stored) ?? []) : [stored],
    )
  }

  wish(id: string, wanted: (rule: Rule) => Rule | null): void {
    this.#change(id, (stored) => changed(stored, wanted(stored.rule), this.now, CALENDAR))
  }

  takeBack(id: string): void {
    this.#change(id, withoutNext)
  }

  keepWeaker(id: string): void {
    this.#change(id, confirmed)
  }

  use(rule: string, day: Day, ms: number): void {
    const row = this.profile.usage.get(usageKey({ rule, day })) ?? emptyRow(rule, day)
    this.profile.usage.set(usageKey(row), addTo(row, ms, NO_AMOUNT, 1))
  }

  /** Use of a rule on a day, here and elsewhere. */
  usedOn(rule: string, day: Day): number {
    const elsewhere = [...this.profile.heard.values()]
      .filter(({ id }) => id !== this.profile.id)
      .flatMap(({ rows }) => rows)
    return [...this.profile.usage.values(), ...elsewhere]
      .filter((row) => row.rule === rule && row.day === day)
      .reduce((sum, { ms }) => sum + ms, 0)
  }

  /** What holds here, to be compared with other devices. */
  state(): unknown {
    const { opinions, settings, rules } = this.profile
    return {
      opinions: [...opinions.values()].toSorted((a, b) => (a.surface < b.surface ? -1 : 1)),
      settings,
      rules: rules
        .map(({ rule, next, heals }) => ({ rule, next: next && next.value, heals: heals?.value ?? null }))
        .toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
    }
  }
}
