import type { JSX } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { calendarOf, type CalendarMonth, daysSince } from '../../domain/statement/day-calendar'
import type { TrendStep } from '../../domain/statement/trend'
import type { Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { dateFormat } from '../figure/intl'
import { shortDay, shortWeekday, weekdayName } from '../figure/numbers'
import { type Measure, measured, valueText } from './measure'
import { stepName } from './step-name'
import './day-calendar.css'

interface Props {
  steps: readonly TrendStep[]
  weekStart: number
  measure: Measure
  /** Null if no money is shown. */
  currency: string | null
  /** The day that is chosen first. */
  initial: Day
  /** Null before anything was recorded. */
  recordedSince: Day | null
}

const KEYS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }
const MONTHS: Record<string, number> = { PageDown: 28, PageUp: -28 }
const MIRRORED: Record<string, string> = { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' }

/** The strongest colour in percent on which the day of the month stays readable. */
const STRONGEST = 45

const monthName = ({ first }: CalendarMonth): string =>
  dateFormat({ timeZone: 'UTC', month: 'long', year: 'numeric' }).format(new Date(first))

/** What a day measures, in words. */
function wordsOf({ period, total }: TrendStep, measure: Measure, currency: string | null): string {
  const name = stepName(period)
  if (total.timeMs === 0) return t('calendar_nothing', name)
  const hasValue = measure === 'time' || total.money !== null
  const value = hasValue ? valueText(measured(total, measure), measure, currency) : t('no_rate_then')
  return t('calendar_day', name, value)
}

/** Moves through the days by key; returns the new index, or null for any other key. */
function moved(event: KeyboardEvent, index: number, count: number): number | null {
  const isMirrored = (event.currentTarget as Element).matches(':dir(rtl)')
  const key = (isMirrored && MIRRORED[event.key]) || event.key
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const by = KEYS[key] ?? MONTHS[key]
  return by === undefined ? null : Math.min(Math.max(index + by, 0), count - 1)
}

const hrefOf = ({ period }: TrendStep) => `#/today/${period.first}`

/** The chosen day. The arrow keys, Page Up, Page Down, Home and End move it, Enter opens its page. */
function useChosen(steps: readonly TrendStep[], initial: Day) {
  const [chosen, choose] = useState(initial)
  const root = useRef<HTMLDivElement>(null)
  const isWalking = useRef(false)
  const found = steps.findIndex(({ period }) => period.first === chosen)
  const at = Math.max(0, found)
  const active = steps[at] as TrendStep
  useLayoutEffect(() => {
    if (isWalking.current) root.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    isWalking.current = false
  }, [chosen])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') location.hash = hrefOf(active)
    const next = moved(event, at, steps.length)
    if (next === null) return
    event.preventDefault()
    isWalking.current = true
    choose((steps[next] as TrendStep).period.first)
  }
  const point = ({ target }: Event) => {
    const day = (target as Element).closest<HTMLElement>('[data-day]')?.dataset['day']
    if (day) choose(day)
  }
  // A pointer that rests while a key scrolls the page beneath it chooses nothing.
  const follow = (event: PointerEvent) => {
    if (event.movementX !== 0 || event.movementY !== 0) point(event)
  }
  return { active, handlers: { ref: root, onKeyDown, onPointerMove: follow, onClick: point } }
}

/** Days in months. A longer bar and a stronger colour mean more; the bar of a loss is at the top. */
export function DayCalendar({ steps: all, weekStart, measure, currency, initial, recordedSince }: Props) {
  const steps = useMemo(() => daysSince(all, recordedSince), [all, recordedSince])
  const { active, handlers } = useChosen(steps, initial)
  const most = Math.max(...steps.map(({ total }) => Math.abs(measured(total, measure))))
  const cellOf = (step: TrendStep) => (
    <Cell
      key={step.period.first}
      step={step}
      words={wordsOf(step, measure, currency)}
      value={measured(step.total, measure)}
      most={most}
      isActive={step === active}
    />
  )
  return (
    <>
      <p class="soft legend-words">
        {t(measure === 'net' ? 'calendar_about_net' : 'calendar_about')}
        {steps.length < all.length && recordedSince && ` ${t('data_since', shortDay(recordedSince))}`}
      </p>
      <p class="calendar-readout">
        <span>{wordsOf(active, measure, currency)}</span>
        <a href={hrefOf(active)}>{t('calendar_open')}</a>
      </p>
      <div class="day-calendar" {...handlers}>
        {calendarOf(steps, weekStart).map((month) => (
          <Month key={month.first} month={month} weekStart={weekStart} cellOf={cellOf} />
        ))}
      </div>
    </>
  )
}

interface MonthProps {
  month: CalendarMonth
  weekStart: number
  cellOf: (step: TrendStep) => JSX.Element
}

const Month = ({ month, weekStart, cellOf }: MonthProps) => (
  <table role="grid" aria-label={monthName(month)}>
    <caption aria-hidden="true">{monthName(month)}</caption>
    <thead>
      <tr>
        {Array.from({ length: 7 }, (_, index) => (weekStart + index) % 7).map((weekday) => (
          <th key={weekday} scope="col" abbr={weekdayName(weekday)}>
            {shortWeekday(weekday).slice(0, 2)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {month.weeks.map((week, row) => (
        <tr key={row}>{week.map((step, place) => (step ? cellOf(step) : <td key={place} />))}</tr>
      ))}
    </tbody>
  </table>
)

interface CellProps {
  step: TrendStep
  words: string
  value: number
  /** The largest value of all days, without its sign. */
  most: number
  isActive: boolean
}

function Cell({ step: { period, total }, words, value, most, isActive }: CellProps) {
  const share = most === 0 ? 0 : Math.abs(value) / most
  return (
    <td
      data-day={period.first}
      class={total.timeMs === 0 ? 'empty-day' : value < 0 ? 'lost' : ''}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isActive}
      aria-label={words}
      style={{ '--strength': `${Math.round(STRONGEST * share)}%`, '--share': `${Math.round(100 * share)}%` }}
    >
      {Number(period.first.slice(8))}
    </td>
  )
}
