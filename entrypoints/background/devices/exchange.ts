/** One exchange after another: reads the area, merges what others sent, applies it, and writes what is new here. */
import type { DevicesMark } from '../../../domain/devices/devices-mark'
import type { DevicesTrouble } from '../../../domain/devices/devices-status'
import type { Heard } from '../../../domain/devices/exchange-words'
import { type DeviceParts, devicesIn, itemNamed, type UsePart } from '../../../domain/devices/item'
import { devicesToMerge, isOutdated } from '../../../domain/devices/from-file'
import { sharedUse, withoutCounted } from '../../../domain/devices/lineage'
import type { Word } from '../../../domain/devices/word'
import type { UsageRow } from '../../../domain/firewall/usage-row'
import { ownError } from '../../../domain/own-error'
import type { Day } from '../../../domain/time/local-time'
import { type Area, type Round, sendItems, type SendParts } from './send-items'

/** What another device has used, and when it said so. */
export interface HeardUse {
  id: string
  use: UsePart
  rows: UsageRow[]
}

export interface ExchangeParts extends SendParts {
  today: (now: number) => Day
  readMark: () => Promise<DevicesMark | null>
  deviceId: () => Promise<string>
  /** Tells this start of the browser from all others, also from those of copies of the profile. */
  run: () => Promise<string>
  /** Gives this installation a new id. */
  renewDeviceId: () => Promise<string>
  readArea: () => Promise<Area>
  /** Rejects if the item was sealed with another key, or changed since. */
  open: (key: string, sealed: string) => Promise<string>
  /** What keeps this device from opening the items of the area; null if nothing does. */
  checkKey: (area: Area, mark: DevicesMark) => Promise<DevicesTrouble | null>
  /** Keeps and applies what words change, but for rules. */
  exchangeWords: (heard: Omit<Heard, 'kept'>) => Promise<unknown>
  /** The same for rules, in the firewall. */
  exchangeRules: (heard: Omit<Heard, 'kept'>) => Promise<unknown>
  /** The numbers of what other devices are known to have written last, by their ids. */
  knownSeqs: () => Promise<ReadonlyMap<string, number>>
  /** Keeps what others have used, and their day totals. */
  keepUse: (use: readonly HeardUse[]) => Promise<unknown>
  keepTotals: (heard: Pick<DeviceParts, 'id' | 'weeks' | 'totals' | 'isErased'>) => Promise<unknown>
}

export class DeviceExchange {
  readonly #parts: ExchangeParts
  #running: Promise<void> = Promise.resolve()
  /** The texts of items that were opened before, by key: their sealed form and their text. */
  #opened = new Map<string, { sealed: string; text: string }>()
  /** The texts of the day totals that were kept, by device: half a year is kept again only if it changed. */
  #keptTotals = new Map<string, string>()

  constructor(parts: ExchangeParts) {
    this.#parts = parts
  }

  /** Exchanges once, after those that run. `isPressed` writes even if the last write was just now. */
  async run(isPressed = false): Promise<void> {
    await this.inTurn(() => this.#round(isPressed))
  }

  /** Forgets what was opened and kept, because something here was deleted: it may have to be kept again. */
  forget(): void {
    this.#opened = new Map()
    this.#keptTotals.clear()
  }

  /** Does other work on what exchanges go by, between two of them. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#running.then(work)
    this.#running = done.then(
      () => undefined,
      () => undefined,
    )
    return done
  }

  /**
   * Exchanges once with what a file holds of devices, too: texts by their keys. The file is not written into the area.
   * Rejects with `error_not_connected` if this device does not exchange.
   */
  take(texts: ReadonlyMap<string, string>): Promise<void> {
    return this.inTurn(async () => {
      if (!(await this.#round(true, [...devicesIn(texts).values()]))) throw ownError('error_not_connected')
    })
  }

  /** Resolves to whether this device exchanges at all. */
  async #round(isPressed: boolean, inFile: readonly DeviceParts[] = []): Promise<boolean> {
    const { now, today, readMark, readArea, checkKey } = this.#parts
    const mark = await readMark()
    if (!mark?.isOn) return false
    const area = await readArea()
    const wrong = await checkKey(area, mark)
    if (wrong) {
      await this.#trouble(mark, wrong)
      return false
    }
    const texts = await this.#open(area)
    const devices = devicesIn(texts)
    const round = await this.#asOwn({ mark, area, texts, devices, at: now(), today: today(now()) })
    await this.#merge(round, inFile)
    await sendItems(this.#parts, { ...round, mark: await this.#asKnown(round.mark) }, isPressed)
    return true
  }

  /** The mark once all that held here is kept in words. */
  async #asKnown(mark: DevicesMark): Promise<DevicesMark> {
    if (!mark.isNew) return mark
    const known = { ...mark, isNew: false }
    await this.#parts.writeMark(known)
    return known
  }

  async #trouble(mark: DevicesMark, type: DevicesTrouble): Promise<void> {
    if (mark.trouble?.type !== type)
      await this.#parts.writeMark({ ...mark, trouble: { type, at: this.#parts.now() } })
  }

  /** The texts of all items. One that cannot be opened is as if it were not there. */
  async #open(area: Area): Promise<Map<string, string>> {
    const opened = new Map<string, { sealed: string; text: string }>()
    for (const [key, sealed] of Object.entries(area)) {
      if (typeof sealed !== 'string' || !itemNamed(key)) continue
      const known = this.#opened.get(key)
      if (known?.sealed === sealed) opened.set(key, known)
      else {
        const text = await this.#parts.open(key, sealed).catch(() => null)
        if (text !== null) opened.set(key, { sealed, text })
      }
    }
    this.#opened = opened
    return new Map([...opened].map(([key, { text }]) => [key, text]))
  }

  /** The round of this device. If its items are another one's, it takes a new id. */
  async #asOwn(found: {
    mark: DevicesMark
    area: Area
    texts: Map<string, string>
    devices: Map<string, DeviceParts>
    at: number
    today: Day
  }): Promise<Round> {
    const { devices, area, texts, at, today } = found
    let { mark } = found
    let device = await this.#parts.deviceId()
    // Eight characters tell runs apart, and an item names many.
    const run = (await this.#parts.run()).slice(0, 8)
    const shared = sharedUse(devices.get(device)?.use ?? null, run, mark)
    if (shared) {
      const counted = { ...mark.counted, [device]: shared }
      mark = { ...mark, counted, sent: null, earlier: [], totalsAt: 0 }
      await this.#parts.writeMark(mark)
    }
    // Also if the browser ended before the new id was kept.
    if (Object.hasOwn(mark.counted, device)) device = await this.#parts.renewDeviceId()
    const own = devices.get(device) ?? null
    const others = [...devices.values()].filter(({ id }) => id !== device)
    return { now: at, today, device, run, mark, area, texts, own, others }
  }

  async #merge(
    { now, today, device, mark, own, others: inArea }: Round,
    inFile: readonly DeviceParts[],
  ): Promise<void> {
    const { exchangeWords, exchangeRules, knownSeqs, keepUse, keepTotals } = this.#parts
    const known = await knownSeqs()
    const others = [...inArea, ...devicesToMerge(inFile, inArea, device, known)]
    const heard: Word[] = [...others, ...(own ? [own] : [])].flatMap(({ words }) => words)
    const { isNew: isFirst } = mark
    await exchangeWords({ heard, device, now, isFirst, today })
    await exchangeRules({ heard, device, now, isFirst, today })
    await keepUse(
      others.flatMap(({ id, use }) =>
        use ? [{ id, use, rows: withoutCounted(use.rows, mark.counted[id] ?? [], today) }] : [],
      ),
    )
    for (const other of others) {
      if (isOutdated(other, known)) continue
      const said = JSON.stringify([other.weeks, other.totals, other.isErased])
      if (this.#keptTotals.get(other.id) === said) continue
      await keepTotals(other)
      this.#keptTotals.set(other.id, said)
    }
  }
}
