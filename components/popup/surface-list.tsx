import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { SurfaceLine } from '../../domain/statement/statement'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { columnOfTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { type RowsProps, SurfaceRow } from './surface-row'

interface Props extends RowsProps {
  lines: readonly SurfaceLine[]
  current: SurfaceProfile | null
  runningMs: number
  /** Stands in the place of the surface in front if that is not recorded. */
  instead: ComponentChildren
  /** What the popup asks. */
  questions: ComponentChildren
}

/** The rows that the popup shows without scrolling; the others follow after the first paint. */
const ROWS_AT_ONCE = 7

/** The rows above the questions, so that none of them moves away for a question. */
const ROWS_FIRST = 5

/**
 * Where the time went: the surface in front first, then by time. The column adds up to the day. A surface on which no
 * second was spent, such as one met only at its wall, has no row. Questions are an item of the list, so that a row that
 * is unfolded stays so wherever it goes.
 */
export function SurfaceList({ lines, current, runningMs, instead, questions, ...props }: Props) {
  const [count, setCount] = useState(ROWS_AT_ONCE)
  useEffect(() => setCount(Infinity), [])
  const isCurrent = ({ profile }: Pick<SurfaceLine, 'profile'>) => profile.surface === current?.surface
  const all =
    current && !lines.some(isCurrent) ? [...lines, { profile: current, timeMs: 0, money: null }] : lines
  const { times, shown } = columnOfTimes(all, isCurrent, runningMs)
  const longest = Math.max(...times, 1)
  const rows = all
    .map((line, row) => ({ line, timeMs: times[row] ?? 0, shownMs: shown[row] ?? 0 }))
    .filter(({ line, shownMs }) => shownMs > 0 || isCurrent(line))
    .sort((a, b) => Number(isCurrent(b.line)) - Number(isCurrent(a.line)))
  const items = rows
    .slice(0, count)
    .map(({ line, ...row }) => (
      <SurfaceRow
        key={line.profile.surface}
        {...props}
        {...row}
        share={row.timeMs / longest}
        profile={line.profile}
        money={line.money}
        isCurrent={isCurrent(line)}
      />
    ))
  const asking = questions && (
    <li key="questions" class="popup-questions">
      {questions}
    </li>
  )
  return (
    <>
      {instead}
      <ul class="surfaces" aria-label={t('where_it_went')}>
        {asking ? items.toSpliced(ROWS_FIRST, 0, asking) : items}
      </ul>
    </>
  )
}
