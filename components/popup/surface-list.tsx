import { useEffect, useState } from 'preact/hooks'
import type { Kind } from '../../domain/kind'
import type { SurfaceLine } from '../../domain/statement'
import type { SurfaceProfile } from '../../domain/surface-book'
import { columnOfTimes } from '../../domain/whole-minutes'
import { t } from '../../platform/i18n'
import { characterWords } from '../character-words'
import { ColumnTime, ToldNet } from '../figures'
import { type IconCache, SiteIcon } from '../site-icon'
import { SurfaceName } from '../surface-name'
import { Describe } from './describe'

interface ListProps {
  lines: readonly SurfaceLine[]
  current: SurfaceProfile | null
  runningMs: number
  /** Null where no money is to be shown. */
  currency: string | null
  icons: IconCache
  onDescribe: (surface: string, said: { kind?: Kind; worthQuarters?: number }) => void
}

/** As many rows as a popup shows without scrolling; the others follow when these are on screen. */
const ROWS_AT_ONCE = 8

/** Where the time went: the page in front first, then the longest; the column adds up to the day. */
export function SurfaceList({ lines, current, runningMs, currency, icons, onDescribe }: ListProps) {
  const [count, setCount] = useState(ROWS_AT_ONCE)
  useEffect(() => setCount(Infinity), [])
  const isCurrent = ({ profile }: Pick<SurfaceLine, 'profile'>) => profile.surface === current?.surface
  const all =
    current && !lines.some(isCurrent) ? [...lines, { profile: current, timeMs: 0, money: null }] : lines
  const { times, shown } = columnOfTimes(all, isCurrent, runningMs)
  const longest = Math.max(...times, 1)
  const rows = all
    .map((line, row) => ({ line, timeMs: times[row] ?? 0, shownMs: shown[row] ?? 0 }))
    .sort((a, b) => Number(isCurrent(b.line)) - Number(isCurrent(a.line)))
  return (
    <ul class="surfaces" aria-label={t('where_it_went')}>
      {rows.slice(0, count).map(({ line, ...row }) => (
        <Row
          key={line.profile.surface}
          {...row}
          share={row.timeMs / longest}
          profile={line.profile}
          money={line.money}
          isCurrent={isCurrent(line)}
          currency={currency}
          icons={icons}
          onDescribe={onDescribe}
        />
      ))}
    </ul>
  )
}

interface RowProps
  extends Pick<ListProps, 'currency' | 'icons' | 'onDescribe'>, Pick<SurfaceLine, 'profile' | 'money'> {
  timeMs: number
  shownMs: number
  /** Of the longest. */
  share: number
  isCurrent: boolean
}

function Row({ profile, money, timeMs, shownMs, share, isCurrent, currency, icons, onDescribe }: RowProps) {
  const [describing, setDescribing] = useState(false)
  return (
    <li data-surface={profile.surface} class={isCurrent ? 'current' : ''}>
      <div class="row">
        <SiteIcon profile={profile} icons={icons} />
        <span class="line">
          <SurfaceName profile={profile} />
          <ColumnTime ms={timeMs} shownMs={shownMs} />
        </span>
        <span class="line">
          <span class="soft">
            {isCurrent && `${t('now')} · `}
            {characterWords(profile)}
          </span>
          <span class="number">
            {currency !== null && money && <ToldNet minor={money.netMinor} currency={currency} />}
          </span>
        </span>
        <span class="share" aria-hidden="true">
          <span style={{ inlineSize: `${100 * share}%`, backgroundColor: `var(--kind-${profile.kind})` }} />
        </span>
      </div>
      {isCurrent && (
        <button
          type="button"
          class="what"
          aria-expanded={describing}
          onClick={() => setDescribing(!describing)}
        >
          {t('what_is_this')}
        </button>
      )}
      {describing && <Describe profile={profile} onSay={(said) => onDescribe(profile.surface, said)} />}
    </li>
  )
}
