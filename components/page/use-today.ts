import { useMemo, useRef } from 'preact/hooks'
import { type Day, MINUTE_MS, type OffsetAt, personDay } from '../../domain/time/local-time'
import { isPaused, type PausedUntil, type Settings } from '../../domain/settings/settings'
import { type Checkpoint, reached } from '../../domain/record/checkpoint'
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

/** The facts of a day, and the span in progress as stored. */
type DayFactsNow = DayFacts & { open: Span | null }

/** Where today's figures come from. */
export interface TodaySources {
  settings: () => Watchable<Settings>
  checkpoint: () => Watchable<Checkpoint | null>
  day: (day: Day) => Watchable<DayFactsNow>
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
  const liveCheckpoint = useLive(sources.checkpoint, '')
  const settings = valueOf(liveSettings)
  const checkpoint = valueOf(liveCheckpoint)
  const day = settings ? personDay(now, sources.offsetAt(now), settings.dayStartHour) : null
  const key = day ?? ''
  const liveFacts = useLive<DayFactsNow>(() => (day === null ? NOTHING : sources.day(day)), key)
  const facts = valueOf(liveFacts)
  const areFactsNew = liveFacts !== null && 'key' in liveFacts && liveFacts.key === key
  // Without the checkpoint, a running span may look as if it had ended.
  const open = facts && checkpoint !== undefined ? facts.open && reached(facts.open, checkpoint) : undefined

  // Money changes once a minute, or when anything but the end of the open span has changed.
  const minute = Math.floor(now / MINUTE_MS)
  const last = useRef<Priced | null>(null)
  const priced = useMemo(() => {
    if (!settings || !facts || day === null || open === undefined) return null
    if (!areFactsNew) return last.current
    const openEnd = open ? openUntil(open, now) : 0
    last.current = { day, open, openEnd, figures: dayFigures(facts, open, now, day, settings) }
    return last.current
  }, [settings, facts, areFactsNew, open === undefined, minute])

  const failed = errorIn(liveSettings, liveCheckpoint, liveFacts)
  const pausedUntil = settings && isPaused(settings, now) ? settings.pausedUntil : null
  if (!settings || !priced) return { settings: settings ?? null, pausedUntil, today: null, failed }
  // The span that the figures include, with its latest end; that of the day before while the new one is being read.
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
