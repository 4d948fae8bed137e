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
  /** Time on the current surface since the figures were computed. */
  runningMs: number
}

interface TodayNow {
  /** Read apart from the figures: settings load even if the database fails. */
  settings: Settings | null
  pausedUntil: PausedUntil
  /** Null until everything is read. */
  today: Today | null
  failed: TroubleProps | null
}

/** The figures as last computed, and the span in progress, which they include up to `openEnd`. */
interface Priced {
  day: Day
  open: Span | null
  openEnd: number
  figures: DayFigures
}

const NOTHING: Watchable<never> = { subscribe: () => ({ unsubscribe: () => undefined }) }

/** Today's live figures: time every second, money once a minute. */
export function useToday(sources: TodaySources): TodayNow {
  const now = useNow()
  const liveSettings = useLive(sources.settings, '')
  const liveOpen = useLive(sources.openSpan, '')
  const settings = valueOf(liveSettings)
  const open = valueOf(liveOpen)
  const day = settings ? personDay(now, sources.offsetAt(now), settings.dayStartHour) : null
  const surface = open?.surface ?? null
  // Facts are read again for every new span in progress, so that they include the one before it.
  const key = open === undefined ? '' : `${day} ${surface} ${open?.id}`
  const liveFacts = useLive<DayFacts>(
    () => (day === null || open === undefined ? NOTHING : sources.day(day, surface)),
    key,
  )
  const facts = valueOf(liveFacts)
  const areFactsNew = liveFacts !== null && 'key' in liveFacts && liveFacts.key === key

  // Money changes once a minute, or when anything but the end of the open span has changed.
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
  // The span that the figures include, with its latest end; an older span while new facts are being read.
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
