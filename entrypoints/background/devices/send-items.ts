/** Writes the items of a device into the area: those that have changed, at most once a minute. */
import { areaBytes, fitting, mayWrite, type SealedItem } from '../../../domain/devices/area'
import type { DevicesMark } from '../../../domain/devices/devices-mark'
import {
  type DayTime,
  type DeviceParts,
  itemNamed,
  type UsePart,
  useText,
} from '../../../domain/devices/item'
import { plusCounted, withoutCounted } from '../../../domain/devices/lineage'
import { type PlannedItem, plannedItems, wordsToSend } from '../../../domain/devices/to-send'
import { GONE_MS, type Words } from '../../../domain/devices/word'
import type { Session } from '../../../domain/firewall/session'
import type { UsageRow } from '../../../domain/firewall/usage-row'
import { DAY_MS, type Day, MINUTE_MS } from '../../../domain/time/local-time'

/** Everything in the browser's sync area. */
export type Area = Readonly<Record<string, unknown>>

export interface SendParts {
  now: () => number
  writeMark: (mark: DevicesMark) => Promise<unknown>
  /** Writes items and removes others. Rejects if the browser refuses. */
  writeArea: (
    items: Readonly<Record<string, string>>,
    gone: readonly string[],
    mark: DevicesMark,
  ) => Promise<unknown>
  seal: (key: string, text: string) => Promise<string>
  readWords: () => Promise<Words>
  ownUse: (today: Day) => Promise<{ rows: UsageRow[]; sessions: Record<string, Session> }>
  ownTotals: (today: Day, device: string) => Promise<DayTime[]>
  report: (error: unknown) => void
}

/** What is known during one exchange. */
export interface Round {
  now: number
  today: Day
  device: string
  mark: DevicesMark
  area: Area
  /** The texts of the items that could be opened, by key. */
  texts: ReadonlyMap<string, string>
  own: DeviceParts | null
  others: DeviceParts[]
}

/** How often day totals are sent while they grow. */
const TOTALS_EVERY_MS = 30 * MINUTE_MS
/** A device that has nothing to say is heard of once a day. */
const HEARD_EVERY_MS = DAY_MS
/** How often the time of the last exchange is kept if nothing was written. */
const NOTED_EVERY_MS = 5 * MINUTE_MS

const isApart = (one: number, other: number, ms: number): boolean => Math.abs(one - other) >= ms

const isQuota = (error: unknown): boolean => /quota|max_items|max_write/i.test(String(error))

interface Plan {
  use: UsePart
  items: PlannedItem[]
  totalsAt: number
}

/** The items as they are to be; with the number and the time of what was written last. */
async function plan(parts: SendParts, round: Round): Promise<Plan> {
  const { now, today, device, mark, own, others } = round
  const { rows, sessions } = await parts.ownUse(today)
  const counted = Object.values(mark.counted).reduce<UsageRow[]>(plusCounted, [])
  const isTotalsDue = isApart(now, mark.totalsAt, TOTALS_EVERY_MS)
  const use: UsePart = {
    name: mark.name,
    seq: own?.use?.seq ?? 0,
    at: own?.use?.at ?? 0,
    rows: withoutCounted(rows, counted, today),
    sessions,
  }
  const words = wordsToSend(await parts.readWords(), device, others)
  const totals: DayTime[] = isTotalsDue ? await parts.ownTotals(today, device) : (own?.totals ?? [])
  return {
    use,
    items: plannedItems({ device, use, words, totals }),
    totalsAt: isTotalsDue ? now : mark.totalsAt,
  }
}

/** Keys of items that this device has in the area and does not plan any more, and of devices that were erased long ago. */
function goneOf({ device, area, now }: Round, planned: readonly PlannedItem[]): string[] {
  const keys = new Set(planned.map(({ key }) => key))
  return Object.keys(area).filter((key) => {
    const named = itemNamed(key)
    if (named?.part === 'erased') return Number(area[key]) < now - GONE_MS
    return named?.device === device && !keys.has(key)
  })
}

async function sealed(parts: SendParts, { key, text }: PlannedItem, round: Round): Promise<SealedItem> {
  const isSame = round.texts.get(key) === text
  const value = isSame ? (round.area[key] as string) : await parts.seal(key, text)
  return { key, value, canWait: itemNamed(key)?.part.startsWith('days') === true }
}

const refuse = (parts: SendParts, mark: DevicesMark, type: 'full' | 'refused'): Promise<unknown> => {
  const at = parts.now()
  return parts.writeMark({ ...mark, triedAt: at, trouble: { type, at }, refused: mark.refused + 1 })
}

async function send(parts: SendParts, round: Round, { use, items, totalsAt }: Plan): Promise<void> {
  const { now, device, mark, area, others } = round
  const seq = Math.max(mark.sent?.seq ?? 0, use.seq) + 1
  const whole = items.map((item) =>
    itemNamed(item.key)?.part === 'use' ? { ...item, text: useText({ ...use, seq, at: now }) } : item,
  )
  const ready = await Promise.all(whole.map((item) => sealed(parts, item, round)))
  const foreign = Object.entries(area).filter(([key]) => itemNamed(key)?.device !== device)
  const fit = fitting(ready, {
    bytes: areaBytes(Object.fromEntries(foreign)),
    items: foreign.length,
    devices: others.filter((other) => other.use !== null).length,
  })
  if (fit === null) return void (await refuse(parts, mark, 'full'))
  const kept = new Set(fit.map(({ key }) => key))
  const dropped = ready.filter(({ key }) => !kept.has(key) && key in area).map(({ key }) => key)
  const changed = fit.filter(({ key, value }) => area[key] !== value)
  const after = { ...mark, sent: { seq, at: now, rows: use.rows }, totalsAt, triedAt: now }
  // First: an item that was written and is not remembered would look like another device's.
  await parts.writeMark(after)
  try {
    const written = Object.fromEntries(changed.map(({ key, value }) => [key, value]))
    await parts.writeArea(written, [...goneOf(round, items), ...dropped], after)
  } catch (error) {
    parts.report(error)
    return void (await refuse(parts, after, isQuota(error) ? 'full' : 'refused'))
  }
  await parts.writeMark({ ...after, lastAt: now, trouble: null, refused: 0 })
}

/** Writes what has changed, if it is time to or the person asked for it. */
export async function sendItems(parts: SendParts, round: Round, isAsked: boolean): Promise<void> {
  const { now, mark, own, texts } = round
  if (!isAsked && !mayWrite(mark.triedAt, mark.refused, now)) return
  const planned = await plan(parts, round)
  const isSame = planned.items.every(({ key, text }) => texts.get(key) === text)
  const isHeard = own?.use && !isApart(now, own.use.at, HEARD_EVERY_MS)
  if (!isHeard || !isSame || goneOf(round, planned.items).length > 0) return send(parts, round, planned)
  const isNoted = mark.lastAt !== null && !isApart(now, mark.lastAt, NOTED_EVERY_MS)
  if (!isNoted || mark.trouble || planned.totalsAt !== mark.totalsAt)
    await parts.writeMark({ ...mark, lastAt: now, totalsAt: planned.totalsAt, trouble: null, refused: 0 })
}
