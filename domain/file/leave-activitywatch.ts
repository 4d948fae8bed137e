/**
 * Spans as an export of ActivityWatch, which its own import reads (see docs/formats.md). Of a browser its page shows only
 * what was on a tab while the window of that browser was in front, and nothing at all without a list of who was there. So
 * each span is written three times: as a tab, as a window and as presence, for each device as if it were a computer.
 */
import { type SealedDay, unseal } from '../record/sealed-day'
import { remembering } from './foreign/lines'

/** The browser whose name the buckets have: the tool goes by it to match tabs and windows. */
export type AwBrowser = 'chrome' | 'firefox'

/** Names of the program that every version of the tool takes for that browser. */
const PROGRAMS: Readonly<Record<AwBrowser, string>> = { chrome: 'Chromium', firefox: 'firefox' }

/** Up to this gap the tool takes neighbouring events for one stretch. */
const FILLED_MS = 5000

/** What the tool itself writes where it cannot see which window is in front. */
const UNKNOWN = JSON.stringify({ app: 'unknown', title: 'unknown' })

const THERE = JSON.stringify({ status: 'not-afk' })

export interface AwNames {
  browser: AwBrowser
  addressOf: (surface: string) => string
  titleOf: (surface: string) => string
}

/** One of several lists of a file that grow side by side: some of its items, and what stands before and after all. */
export interface ListPart {
  id: string
  open: string
  items: string
  close: string
}

export const ACTIVITYWATCH_HEAD = '{"buckets":{\n'
export const ACTIVITYWATCH_FOOT = '\n}}\n'

const instant = (at: number): string => new Date(at).toISOString()

/** An event without the JSON of its data and the closing brace. */
const beginning = (start: number, end: number): string =>
  `{"timestamp":"${instant(start)}","duration":${(end - start) / 1000},"data":`

/** A bucket; it was created when its first event began. */
function bucketPart(id: string, type: string, hostname: string, events: readonly string[], from: number) {
  const bucket = { id, type, client: 'zeitwert', hostname, created: instant(from) }
  const open = `${JSON.stringify(id)}:${JSON.stringify(bucket).slice(0, -1)},"events":[\n`
  return { id, open, items: events.join(',\n'), close: '\n]}' }
}

/** Devices from a file may have any name; the tool puts names into queries and addresses. */
const hostnameOf = (device: string): string => `zeitwert-${encodeURIComponent(device)}`

/** Writes days as events, in batches. It has to be given the days of each device in order. */
export function activityWatchEvents({ browser, addressOf, titleOf }: AwNames) {
  const lastEnds = new Map<string, number>()
  const app = PROGRAMS[browser]
  // Worked out once for each surface, because a long history has a million spans.
  const dataOf = remembering((surface) => {
    const [url, title] = [addressOf(surface), titleOf(surface)]
    const tab = JSON.stringify({ url, title, audible: false, incognito: false })
    return { tab, window: JSON.stringify({ app, title }) }
  })

  /** Without it the tool would count a short gap as time on the page before or after it. */
  const gapBefore = (device: string, start: number): string[] => {
    const last = lastEnds.get(device) ?? -Infinity
    return start > last && start - last <= FILLED_MS ? [`${beginning(last, start)}${UNKNOWN}}`] : []
  }

  const bucketsOf = (device: string, days: readonly SealedDay[]): ListPart[] => {
    const [tabs, windows, presence]: [string[], string[], string[]] = [[], [], []]
    const spans = days.flatMap(unseal)
    for (const { surface, start, end } of spans) {
      const { tab, window } = dataOf(surface)
      const begun = beginning(start, end)
      tabs.push(`${begun}${tab}}`)
      windows.push(...gapBefore(device, start), `${begun}${window}}`)
      presence.push(`${begun}${THERE}}`)
      lastEnds.set(device, end)
    }
    const from = spans[0]?.start ?? 0
    const host = hostnameOf(device)
    return [
      bucketPart(`aw-watcher-window_${host}`, 'currentwindow', host, windows, from),
      bucketPart(`aw-watcher-afk_${host}`, 'afkstatus', host, presence, from),
      bucketPart(`aw-watcher-web-${browser}_${host}`, 'web.tab.current', host, tabs, from),
    ]
  }

  return (days: readonly SealedDay[]): ListPart[] =>
    [...Map.groupBy(days, ({ device }) => device)].flatMap(([device, own]) => bucketsOf(device, own))
}
