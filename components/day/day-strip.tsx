import type { TargetedKeyboardEvent } from 'preact'
import { useMemo } from 'preact/hooks'
import { hoursIn } from '../../domain/record/day-clock'
import type { DayRecord } from '../../domain/statement/day-record'
import { type Piece, stripOf, type StripRow, visitNear } from '../../domain/statement/day-strip'
import type { DayVisit } from '../../domain/statement/day-visits'
import type { FocusHour } from '../../domain/statement/focus-hours'
import { clip } from '../../domain/time/interval'
import { HOUR_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration } from '../figure/format'
import { fullName } from '../figure/full-name'
import { hourText, visitFromTo } from './clock-text'
import { useRowCount } from './use-row-count'
import './day-strip.css'

interface Props {
  record: DayRecord
  focus: readonly FocusHour[]
  /** Index of the selected visit; −1 for none. */
  active: number
  onActive: (visit: number) => void
  /** Opens the selected visit in the list. */
  onOpen: () => void
}

/** Minimum width of a piece, as a share of its row when the day has one row: about four pixels. */
const LEAST_SHARE = 0.004

/** Hours between two labels. */
const LABEL_EVERY = 3

/** `YouTube Shorts, 10:02–10:20, 17 min, entered by hand`. */
const visitText = (visit: DayVisit): string =>
  [
    fullName(visit.profile),
    visitFromTo(visit),
    duration(visit.timeMs),
    ...(visit.isEntered ? [t('visit_entered')] : []),
    ...(visit.isRunning ? [t('now')] : []),
  ].join(', ')

/** By how many visits each key moves the selection. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: -Infinity,
  End: Infinity,
}

/** Keys to swap where the strip runs from right to left. */
const MIRRORED: Readonly<Record<string, string>> = { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' }

/** The day drawn to scale. Pointing at it selects a visit; the arrow keys move from visit to visit. */
export function DayStrip({ record, focus, active, onActive, onOpen }: Props) {
  const { visits, bounds, clock } = record
  const rowCount = useRowCount()
  const strip = useMemo(() => stripOf(visits, bounds, rowCount, LEAST_SHARE * rowCount), [record, rowCount])
  const hours = useMemo(() => hoursIn(bounds, clock), [record])

  const walk = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const mirrored = event.currentTarget.matches(':dir(rtl)') ? MIRRORED[event.key] : undefined
    const steps = STEPS[mirrored ?? event.key]
    if (steps === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (steps !== undefined) onActive(Math.min(Math.max(active + steps, 0), visits.length - 1))
    else if (active >= 0) onOpen()
  }
  const shown = visits[active]
  return (
    <div
      class={`day-strip ${shown ? 'pointed' : ''}`}
      role="slider"
      tabIndex={0}
      aria-labelledby="day-strip"
      aria-describedby="day-strip-hint"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={visits.length}
      aria-valuenow={active + 1}
      aria-valuetext={shown ? visitText(shown) : t('day_strip_none')}
      onKeyDown={walk}
      style={{ '--lanes': strip.lanes }}
    >
      {strip.rows.map((row) => (
        <Row
          key={row.from}
          row={row}
          rowMs={strip.rowMs}
          hours={hours}
          visits={visits}
          focus={focus}
          active={active}
          onActive={onActive}
        />
      ))}
    </div>
  )
}

interface RowProps extends Pick<Props, 'focus' | 'active' | 'onActive'> {
  row: StripRow
  rowMs: number
  hours: readonly Hour[]
  visits: readonly DayVisit[]
}

type Hour = ReturnType<typeof hoursIn>[number]

/** One row of the strip: its visits, the hour lines and the hour labels below. */
function Row({ row, rowMs, hours, visits, focus, active, onActive }: RowProps) {
  const share = (ms: number) => `${(ms / (row.until - row.from)) * 100}%`
  const follow = (event: PointerEvent) => {
    const track = event.currentTarget as HTMLElement
    const { left, right, width } = track.getBoundingClientRect()
    const along = track.matches(':dir(rtl)') ? right - event.clientX : event.clientX - left
    const near = visitNear(row, row.from + (along / width) * (row.until - row.from))
    if (near !== null && near !== active) onActive(near)
  }
  const classOf = ({ visit }: Piece) =>
    ['piece', visit === active && 'active', visits[visit]?.isEntered && 'entered'].filter(Boolean).join(' ')
  return (
    <div class="row" style={{ inlineSize: `${((row.until - row.from) / rowMs) * 100}%` }}>
      <div class="track" onPointerMove={follow} onPointerDown={follow}>
        {hours
          .filter(({ at }) => at > row.from && at < row.until)
          .map(({ at, hour }) => (
            <span
              key={at}
              class={hour === 0 ? 'hour midnight' : 'hour'}
              style={{ insetInlineStart: share(at - row.from) }}
            />
          ))}
        {focus
          .flatMap((hour) => clip({ from: hour.row.at, until: hour.row.until }, row) ?? [])
          .map(({ from, until }) => (
            <span
              key={`focus ${from}`}
              class="focus-band"
              style={{ insetInlineStart: share(from - row.from), inlineSize: share(until - from) }}
            />
          ))}
        {row.pieces.map((piece) => (
          <span
            key={`${piece.from} ${piece.lane}`}
            class={classOf(piece)}
            style={{
              '--lane': piece.lane,
              '--kind': `var(--kind-${visits[piece.visit]?.profile.kind})`,
              insetInlineStart: share(piece.from - row.from),
              inlineSize: share(piece.until - piece.from),
            }}
          />
        ))}
      </div>
      <div class="hours">
        {labelled(hours, row).map(({ at, hour }) => (
          <span key={at} style={{ insetInlineStart: share(at - row.from) }}>
            {hourText(hour)}
          </span>
        ))}
      </div>
    </div>
  )
}

/** The hours to label: the start of the row and every third hour, if the label has room. */
const labelled = (hours: readonly Hour[], { from, until }: StripRow): Hour[] =>
  hours.filter(
    ({ at, hour }) =>
      at >= from &&
      at < until - HOUR_MS / 2 &&
      (at === from || (hour % LABEL_EVERY === 0 && at - from >= 2 * HOUR_MS)),
  )
