import { useMemo } from 'preact/hooks'
import { type Day, MINUTE_MS, type OffsetAt, personDay } from '../domain/local-time'
import { isPaused, type PausedUntil, type Settings } from '../domain/settings'
import type { Span } from '../domain/span'
import type { SurfaceProfile } from '../domain/surface-book'
import { type DayFacts, type DayFigures, dayFigures, isRunning, openUntil } from '../domain/today'
import { errorIn, valueOf } from './describe-trouble'
import type { TroubleProps } from './trouble'
import { useLive, useNow, type Watchable } from './use-live'

/** Where today's figures come from. */
export interface TodaySources {
  settings: () => Watchable<Settings>
  openSpan: () => Watchable<Span | null>
  day: (day: Day, current: string | null) => Watchable<DayFacts>
  offsetAt: OffsetAt
}

export interface Today {
  day: Day
  settings: Settings
  figures: DayFigures
  /** The surface in front now, if it is being recorded. */
  current: SurfaceProfile | null
  /** Time on the current surface since the figures were made. */
  runningMs: number
  pausedUntil: PausedUntil
}

const NOTHING: Watchable<never> = { subscribe: () => ({ unsubscribe: () => undefined }) }

/** Today as it runs: time every second, money once a minute. Null until all is read. */
export function useToday(sources: TodaySources): { today: Today | null; failed: TroubleProps | null } {
  const now = useNow()
  const liveSettings = useLive(sources.settings, '')
  const liveOpen = useLive(sources.openSpan, '')
  const settings = valueOf(liveSettings)
  const open = valueOf(liveOpen)
  const day = settings ? personDay(now, sources.offsetAt(now), settings.dayStartHour) : null
  const surface = open?.surface ?? null
  const liveFacts = useLive<DayFacts>(
    () => (day === null ? NOTHING : sources.day(day, surface)),
    `${day} ${surface}`,
  )
  const facts = valueOf(liveFacts)

  // Money moves once a minute, or when something else than the open span's end has changed.
  const minute = Math.floor(now / MINUTE_MS)
  const priced = useMemo(() => {
    if (!settings || !facts || day === null || open === undefined) return null
    return {
      figures: dayFigures(facts, open, now, day, settings),
      openEnd: open ? openUntil(open, now) : 0,
    }
  }, [settings, facts, day, minute, open?.id])

  const failed = errorIn(liveSettings, liveOpen, liveFacts)
  if (!settings || !priced || day === null) return { today: null, failed }
  const current = open && isRunning(open, now) ? priced.figures.profileOf(open.surface) : null
  return {
    failed,
    today: {
      day,
      settings,
      figures: priced.figures,
      current,
      runningMs: open && current ? Math.max(0, openUntil(open, now) - priced.openEnd) : 0,
      pausedUntil: isPaused(settings, now) ? settings.pausedUntil : null,
    },
  }
}
