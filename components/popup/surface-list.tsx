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
}

/** The rows that the popup shows without scrolling; the others follow after the first paint. */
const ROWS_AT_ONCE = 7

/**
 * Where the time went: the surface in front first, then by time. The column adds up to the day. A surface on which no
 * second was spent, such as one met only at its wall, has no row.
 */
export function SurfaceList({ lines, current, runningMs, instead, ...props }: Props) {
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
  return (
    <>
      {instead}
      <ul class="surfaces" aria-label={t('where_it_went')}>
        {rows.slice(0, count).map(({ line, ...row }) => (
          <SurfaceRow
            key={line.profile.surface}
            {...props}
            {...row}
            share={row.timeMs / longest}
            profile={line.profile}
            money={line.money}
            isCurrent={isCurrent(line)}
          />
        ))}
      </ul>
    </>
  )
}
