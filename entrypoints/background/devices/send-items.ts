/** Writes the items of a device into the area: those that have changed, at most once a minute. */
import {
  AREA,
  areaBytes,
  fitting,
  isQuotaError,
  itemBytes,
  mayWrite,
  type SealedItem,
} from '../../../domain/devices/area'
import type { DevicesMark } from '../../../domain/devices/devices-mark'
import {
  type DayTime,
  type DeviceParts,
  isOfTotals,
  itemKey,
  itemNamed,
  type UsePart,
  useText,
} from '../../../domain/devices/item'
import { plusCounted, runsOf, withoutCounted, withSent } from '../../../domain/devices/lineage'
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
  run: string
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

interface Plan {
  use: UsePart
  items: PlannedItem[]
  totalsAt: number
}

/**
 * Use that its item holds: with very many rules, without their earliest days. Its number and its time may still grow by
 * some digits.
 */
async function useThatFits(parts: SendParts, round: Round, use: UsePart): Promise<UsePart> {
  const item = await sealed(parts, { key: itemKey(round.device, 'use'), text: useText(use) }, round)
  const [first] = use.rows.map(({ day }) => day).toSorted()
  if (first === undefined || itemBytes(item.key, item.value) + 64 <= AREA.bytesOfItem) return use
  return useThatFits(parts, round, { ...use, rows: use.rows.filter(({ day }) => day > first) })
}

/** The items as they are to be; with the number and the time of what was written last. */
async function plan(parts: SendParts, round: Round): Promise<Plan> {
  const { now, today, device, mark, own, others } = round
  const { rows, sessions } = await parts.ownUse(today)
  const counted = Object.values(mark.counted).reduce<UsageRow[]>(plusCounted, [])
  const isTotalsDue = isApart(now, mark.totalsAt, TOTALS_EVERY_MS)
  const use = await useThatFits(parts, round, {
    name: mark.name,
    seq: own?.use?.seq ?? 0,
    runs: own?.use?.runs ?? [],
    at: own?.use?.at ?? 0,
    rows: withoutCounted(rows, counted, today),
    sessions,
  })
  const words = wordsToSend(await parts.readWords(), device, others)
  const totals: DayTime[] = isTotalsDue ? await parts.ownTotals(today, device) : (own?.totals ?? [])
  return {
    use,
    items: plannedItems({ device, use, words, totals }),
    totalsAt: isTotalsDue ? now : mark.totalsAt,
  }
}

async function sealed(parts: SendParts, { key, text }: PlannedItem, round: Round): Promise<SealedItem> {
  const isSame = round.texts.get(key) === text
  const value = isSame ? (round.area[key] as string) : await parts.seal(key, text)
  return { key, value, canWait: isOfTotals(key) }
}

/** What becomes of the area: what is put there and what goes; null if not even the use fits. */
function changeOfArea({ device, area, texts, others, now }: Round, ready: readonly SealedItem[]) {
  const isOwn = (key: string): boolean => itemNamed(key)?.device === device
  // That a device was erased is told as long as one may have been away.
  const isOver = (key: string): boolean =>
    itemNamed(key)?.part === 'erased' && Number(texts.get(key)) < now - GONE_MS
  const foreign = Object.entries(area).filter(([key]) => !isOwn(key))
  const fit = fitting(ready, {
    bytes: areaBytes(Object.fromEntries(foreign)),
    items: foreign.length,
    devices: others.filter((other) => other.use !== null).length,
  })
  if (fit === null) return null
  const kept = new Set(fit.map(({ key }) => key))
  return {
    put: fit.filter(({ key, value }) => area[key] !== value),
    gone: Object.keys(area).filter((key) => isOver(key) || (isOwn(key) && !kept.has(key))),
    isWhole: ready.every(({ key, canWait }) => canWait || kept.has(key)),
  }
}

const refuse = (parts: SendParts, mark: DevicesMark, type: 'full' | 'refused'): Promise<unknown> => {
  const at = parts.now()
  return parts.writeMark({ ...mark, triedAt: at, trouble: { type, at }, refused: mark.refused + 1 })
}

/** The mark after a write or without need of one. If words found no room, that stays said. */
const done = (mark: DevicesMark, now: number, isWhole: boolean): DevicesMark => ({
  ...mark,
  lastAt: now,
  trouble: isWhole ? null : { type: 'full', at: mark.trouble?.type === 'full' ? mark.trouble.at : now },
  refused: 0,
})

async function write(
  parts: SendParts,
  { now, run, mark }: Round,
  { use, totalsAt }: Plan,
  change: NonNullable<ReturnType<typeof changeOfArea>>,
): Promise<void> {
  const line = withSent(mark, { run, seq: use.seq, rows: use.rows })
  const after = { ...mark, ...line, totalsAt, triedAt: now }
  // First: an item that was written and is not remembered would look like another device's.
  await parts.writeMark(after)
  try {
    const written = Object.fromEntries(change.put.map(({ key, value }) => [key, value]))
    await parts.writeArea(written, change.gone, after)
  } catch (error) {
    parts.report(error)
    return void (await refuse(parts, after, isQuotaError(error) ? 'full' : 'refused'))
  }
  await parts.writeMark(done(after, now, change.isWhole))
}

/** Notes that there was nothing to write. */
async function note(
  parts: SendParts,
  { now, mark }: Round,
  isWhole: boolean,
  totalsAt: number,
): Promise<void> {
  const isNoted = mark.lastAt !== null && !isApart(now, mark.lastAt, NOTED_EVERY_MS)
  const after = done({ ...mark, totalsAt }, now, isWhole)
  const isSame = mark.trouble?.type === after.trouble?.type && totalsAt === mark.totalsAt
  if (!isNoted || !isSame) await parts.writeMark(after)
}

/** Writes what has changed, if it is time to or the person asked for it. */
export async function sendItems(parts: SendParts, round: Round, isAsked: boolean): Promise<void> {
  const { now, mark, own } = round
  if (!isAsked && !mayWrite(mark.triedAt, mark.refused, now)) return
  const planned = await plan(parts, round)
  const ready = await Promise.all(planned.items.map((item) => sealed(parts, item, round)))
  const asItIs = changeOfArea(round, ready)
  // What a copy of the profile wrote is written anew, so that the copy sees it.
  const isHeard = own?.use && own.use.seq === mark.sent?.seq && !isApart(now, own.use.at, HEARD_EVERY_MS)
  if (isHeard && asItIs && asItIs.put.length + asItIs.gone.length === 0)
    return note(parts, round, asItIs.isWhole, planned.totalsAt)
  // By the clock, so that a profile that was set back does not use numbers that others have heard.
  const seq = Math.max(mark.sent?.seq ?? 0, planned.use.seq, now) + 1
  const runs = runsOf(withSent(mark, { run: round.run, seq, rows: [] }))
  const use = { ...planned.use, seq, runs, at: now }
  const first = await sealed(parts, { key: itemKey(round.device, 'use'), text: useText(use) }, round)
  const change = changeOfArea(round, [first, ...ready.slice(1)])
  if (change === null) return void (await refuse(parts, mark, 'full'))
  return write(parts, round, { ...planned, use }, change)
}
