import { useMemo, useRef } from 'preact/hooks'
import { type Day, MINUTE_MS, type OffsetAt, personDay } from '../../domain/time/local-time'
import { isPaused, type PausedUntil, type Settings } from '../../domain/settings/settings'
import type { Span } from '../../domain/record/span'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import {
  type DayFacts,
  type DayFigures,
  dayFigures,
  isRunning,
  openUntil,
} from '../../domain/statement/today'
import { errorIn, valueOf } from './describe-trouble'
import type { TroubleProps } from './trouble'
import { useLive, useNow } from './use-live'
import type { Watchable } from '../../domain/watchable'

/** Where today's figures come from. */
export interface TodaySources {
  settings: () => Watchable<Settings>
  openSpan: () => Watchable<Span | null>
  day: (day: Day, current: string | null) => Watchable<DayFacts>
  offsetAt: OffsetAt
}

export interface Today {
  day: Day
  figures: DayFigures
  /** The surface in front now, if it is being recorded. */
  current: SurfaceProfile | null
  /** Whether there is nothing to record: no page in front, or none that may be recorded. */
  isResting: boolean
  /** Time on the current surface since the figures were made. */
  runningMs: number
}

interface TodayNow {
  /** Read apart from the figures: they may be refused where these are not. */
  settings: Settings | null
  pausedUntil: PausedUntil
  /** Null until all is read. */
  today: Today | null
  failed: TroubleProps | null
}

/** Figures as they were last made, with the span in progress that they include up to `openEnd`. */
interface Priced {
  day: Day
  open: Span | null
  openEnd: number
  figures: DayFigures
}

const NOTHING: Watchable<never> = { subscribe: () => ({ unsubscribe: () => undefined }) }

/** Today as it runs: time every second, money once a minute. */
export function useToday(sources: TodaySources): TodayNow {
  const now = useNow()
  const liveSettings = useLive(sources.settings, '')
  const liveOpen = useLive(sources.openSpan, '')
  const settings = valueOf(liveSettings)
  const open = valueOf(liveOpen)
  const day = settings ? personDay(now, sources.offsetAt(now), settings.dayStartHour) : null
  const surface = open?.surface ?? null
  // Facts are read anew for every span in progress, so that they have the one before it.
  const key = open === undefined ? '' : `${day} ${surface} ${open?.id}`
  const liveFacts = useLive<DayFacts>(
    () => (day === null || open === undefined ? NOTHING : sources.day(day, surface)),
    key,
  )
  const facts = valueOf(liveFacts)
  const areFactsNew = liveFacts !== null && 'key' in liveFacts && liveFacts.key === key

  // Money moves once a minute, or when something else than the open span's end has changed.
  const minute = Math.floor(now / MINUTE_MS)
  const last = useRef<Priced | null>(null)
  const priced = useMemo(() => {
    if (!settings || !facts || day === null || open === undefined) return null
    if (!areFactsNew) return last.current
    const openEnd = open ? openUntil(open, now) : 0
    last.current = { day, open, openEnd, figures: dayFigures(facts, open, now, day, settings) }
    return last.current
  }, [settings, facts, areFactsNew, key, minute])

  const failed = errorIn(liveSettings, liveOpen, liveFacts)
  const pausedUntil = settings && isPaused(settings, now) ? settings.pausedUntil : null
  if (!settings || !priced) return { settings: settings ?? null, pausedUntil, today: null, failed }
  // The figures' own span, as far as it has come: that of the page, unless the figures are still the last ones.
  const shown = open && open.id === priced.open?.id ? open : priced.open
  const current = shown && isRunning(shown, now) ? priced.figures.profileOf(shown.surface) : null
  return {
    settings,
    pausedUntil,
    failed,
    today: {
      day: priced.day,
      figures: priced.figures,
      current,
      isResting: shown === null,
      runningMs: shown && current ? Math.max(0, openUntil(shown, now) - priced.openEnd) : 0,
    },
  }
}
