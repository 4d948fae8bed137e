/** An invented day, for the example beside the question of what an hour is worth. */
import { spanId } from '../record/span'
import type { Kind } from '../surface/kind'
import { siteOf } from '../surface/surface'
import type { SurfaceProfile } from '../surface/surface-book'
import { ASSUMED_WORTH } from '../surface/worth'
import { MINUTE_MS } from '../time/local-time'
import { FROM_THE_BEGINNING, pricing } from '../value/hour-price'
import { type Statement, statementOf } from './statement'

const DAY_START_HOUR = 4

const VISITS: readonly (readonly [
  surface: string,
  name: string,
  part: string,
  kind: Kind,
  minutes: number,
])[] = [
  ['github.com', 'GitHub', '', 'work', 84],
  ['youtube.com/shorts', 'YouTube', 'Shorts', 'feed', 52],
  ['coursera.org', 'Coursera', '', 'learning', 38],
  ['reddit.com', 'Reddit', '', 'feed', 27],
  ['spiegel.de', 'Spiegel', '', 'news', 14],
]

const profiles = new Map(
  VISITS.map(([surface, name, part, kind]): [string, SurfaceProfile] => [
    surface,
    {
      surface,
      site: siteOf(surface),
      name,
      part,
      kind,
      ownKind: false,
      worth: { worthQuarters: ASSUMED_WORTH[kind], source: 'assumed' },
      iconHosts: [],
    },
  ]),
)

/** The statement of the invented day at an hourly rate in minor units; null for no rate. */
export function exampleDay(hourMinor: number | null, currency: string): Statement {
  const rates =
    hourMinor === null
      ? []
      : [{ from: FROM_THE_BEGINNING, amountMinor: hourMinor, currency, hourTypes: null }]
  const starts = VISITS.map((_, row) =>
    VISITS.slice(0, row).reduce((sum, [, , , , minutes]) => sum + minutes * MINUTE_MS, 0),
  )
  const spans = VISITS.map(([surface, , , , minutes], row) => {
    const start = Date.UTC(2026, 0, 1, 12) + (starts[row] ?? 0)
    return {
      id: spanId('example', start),
      day: '2026-01-01',
      device: 'example',
      site: siteOf(surface),
      surface,
      start,
      end: start + minutes * MINUTE_MS,
      utcOffsetMinutes: 0,
      origin: 'measured' as const,
    }
  })
  return statementOf(
    spans,
    (surface) => profiles.get(surface) as SurfaceProfile,
    pricing(rates, currency, DAY_START_HOUR),
  )
}
