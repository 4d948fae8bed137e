/**
 * ActivityWatch. Export (JSON): `buckets` by id, or a list of them; `events` newest first, each with `timestamp` (UTC),
 * `duration` in seconds and `data`. Tabs (`web.tab.current`) are what a page of the browser was, `currentwindow` is which
 * program was in front, `afkstatus` whether anybody was there. `created` is local time that is labelled UTC, and not read.
 * Titles only tell neighbouring windows apart, as they do in the tool.
 */
import { DAY_MS } from '../../time/local-time'
import type { AwBucket, AwEvent, AwType } from './activitywatch-events'
import { collectTable, refusedAs, type ToolAnswer, TooManyTimes } from './foreign-table'
import { plainNumber } from './lines'

const TOOL = 'activitywatch'

type Fields = Record<string, unknown>

const TYPES: Readonly<Record<string, AwType>> = {
  'web.tab.current': 'web',
  currentwindow: 'window',
  afkstatus: 'away',
}

/** Events of all buckets beyond these are refused: those of ten years are fewer. */
const MOST_EVENTS = 4_000_000

const MOST_ADDRESS = 4000

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const TIMESTAMP = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d{1,3})?\d*(Z|[+-]\d\d)?(?::?(\d\d))?$/

/** Epoch ms, cut down to whole ones; null if it is none. */
function instantIn(value: unknown): number | null {
  const [, day, time, part = '', zone = 'Z', minutes = '00'] = TIMESTAMP.exec(textOf(value)) ?? []
  const from = zone === 'Z' ? zone : `${zone}:${minutes}`
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T${time}${part}${from}`)
  return Number.isNaN(at) ? null : at
}

const DATA: Readonly<Record<AwType, (data: Fields) => string>> = {
  web: ({ url, incognito }) => (incognito === true ? '' : textOf(url).slice(0, MOST_ADDRESS)),
  window: ({ app }) => textOf(app).slice(0, 200),
  away: ({ status }) => textOf(status).slice(0, 20),
}

function eventIn(event: unknown, type: AwType): AwEvent | null {
  const { timestamp, duration, data } = fieldsOf(event)
  const [from, seconds] = [instantIn(timestamp), plainNumber(duration)]
  if (from === null || from < 0 || seconds === null || seconds * 1000 > 30 * DAY_MS) return null
  const facts = fieldsOf(data)
  const what = DATA[type](facts)
  if (what === '' && facts['incognito'] !== true) return null
  return {
    from,
    until: from + Math.round(seconds * 1000),
    what,
    title: type === 'window' ? textOf(facts['title']).slice(0, 200) : '',
    isAudible: facts['audible'] === true,
    isPrivate: facts['incognito'] === true,
  }
}

const bucketsIn = (file: unknown): [id: string, bucket: Fields][] => {
  const { buckets } = fieldsOf(file)
  const list: unknown = Array.isArray(file) ? file : buckets
  return Array.isArray(list)
    ? list.map(fieldsOf).map((bucket) => [textOf(bucket['id']), bucket])
    : Object.entries(fieldsOf(list)).map(([id, bucket]) => [id, fieldsOf(bucket)])
}

const isEvent = (one: unknown): boolean =>
  ['timestamp', 'duration', 'data'].every((name) => name in fieldsOf(one))

/** Whether a parsed file is an export of buckets, or the events of one without what they are about. */
export const isActivityWatch = (file: unknown): boolean =>
  isEvent(Array.isArray(file) ? (file as unknown[])[0] : null) ||
  bucketsIn(file).some(([, bucket]) => 'events' in bucket && 'type' in bucket)

/** Reads a parsed export. What it means only shows beside all files of it (see activitywatch-spans.ts). */
export function readActivityWatch(file: unknown): ToolAnswer {
  if (Array.isArray(file) && isEvent(file[0])) return refusedAs('noPresence', TOOL)
  const table = collectTable(TOOL)
  let count = 0
  const buckets = bucketsIn(file).flatMap(([id, { type, hostname, events }]): AwBucket[] => {
    const known = TYPES[textOf(type)]
    if (known === undefined || !Array.isArray(events)) return []
    count += events.length
    if (count > MOST_EVENTS) throw new TooManyTimes()
    const read = (events as unknown[]).flatMap((event) => eventIn(event, known) ?? [])
    if (read.length < events.length) table.leave('unreadable', 0, '', events.length - read.length)
    const host = textOf(hostname) === 'unknown' ? '' : textOf(hostname)
    return [{ id, type: known, host, events: read.toSorted((a, b) => a.from - b.from) }]
  })
  return buckets.length === 0 ? refusedAs('noPages', TOOL) : { tables: [{ ...table.done(), buckets }] }
}

/** The buckets of several files as one list: those with the same id are one. */
export function joinedBuckets(lists: readonly (readonly AwBucket[])[]): AwBucket[] {
  const byId = Map.groupBy(lists.flat(), ({ id, type }) => `${type} ${id}`)
  return [...byId.values()].map((same) => {
    const [first] = same as [AwBucket]
    const events = same.length === 1 ? first.events : same.flatMap((bucket) => bucket.events)
    return { ...first, events: events.toSorted((a, b) => a.from - b.from) }
  })
}
