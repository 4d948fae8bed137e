import { useState } from 'preact/hooks'
import type { SurfaceLine } from '../../domain/statement/statement'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { isWorthUnknown } from '../../domain/surface/worth'
import { columnOfTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { tn } from '../figure/plural'
import { characterWords } from '../figure/character-words'
import { ColumnTime } from '../figure/figures'
import { duration } from '../figure/format'
import { type IconCache, SiteIcon } from '../figure/site-icon'
import { SurfaceName } from '../figure/surface-name'
import { MoneyCells, StatementHeads } from './money-cells'

interface Props {
  lines: readonly SurfaceLine[]
  current: SurfaceProfile | null
  runningMs: number
  currency: string | null
  icons: IconCache
}

const SHOWN_AT_FIRST = 40

/** Where the time went, the longest first. A surface without a whole second, met only at its wall, has no row. */
export function SurfaceTable({ lines, current, runningMs, currency, icons }: Props) {
  const [showsAll, setShowsAll] = useState(false)
  const isCurrent = ({ profile }: SurfaceLine) => profile.surface === current?.surface
  const { times, shown } = columnOfTimes(lines, isCurrent, runningMs)
  const rows = lines
    .map((line, row) => ({ line, timeMs: times[row] ?? 0, shownMs: shown[row] ?? 0 }))
    .filter(({ line, shownMs }) => shownMs > 0 || isCurrent(line))
  const listed = showsAll ? rows : rows.slice(0, SHOWN_AT_FIRST)
  const hidden = rows.slice(listed.length)
  const hiddenMs = hidden.reduce((sum, { timeMs }) => sum + timeMs, 0)
  return (
    <section aria-labelledby="where-it-went">
      <h2 id="where-it-went">{t('where_it_went')}</h2>
      <table class="statement of-sites" aria-labelledby="where-it-went">
        <thead>
          <StatementHeads first={t('site')} currency={currency} />
        </thead>
        <tbody>
          {listed.map(({ line, timeMs, shownMs }) => (
            <tr key={line.profile.surface} data-surface={line.profile.surface}>
              <th scope="row">
                <NamedSurface profile={line.profile} isCurrent={isCurrent(line)} icons={icons} />
              </th>
              <td class="number time">
                <ColumnTime ms={timeMs} shownMs={shownMs} />
              </td>
              <MoneyCells money={line.money} currency={currency} isUnknown={isWorthUnknown(line.profile)} />
            </tr>
          ))}
        </tbody>
      </table>
      {hidden.length > 0 && (
        <button type="button" class="show-all" onClick={() => setShowsAll(true)}>
          {tn('more_surfaces', hidden.length, duration(hiddenMs))}
        </button>
      )}
    </section>
  )
}

interface NameProps {
  profile: SurfaceProfile
  isCurrent: boolean
  icons: IconCache
}

const NamedSurface = ({ profile, isCurrent, icons }: NameProps) => (
  <span class="named">
    <SiteIcon profile={profile} icons={icons} />
    <span>
      <a href={`#/sites/this-month/${profile.surface}`}>
        <SurfaceName profile={profile} />
      </a>
      <span class="notes soft">
        {isCurrent && `${t('now')} · `}
        {characterWords(profile)}
      </span>
    </span>
  </span>
)
