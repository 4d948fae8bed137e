import { useEffect, useState } from 'preact/hooks'
import type { Kind } from '../../domain/kind'
import type { SurfaceLine } from '../../domain/statement'
import type { SurfaceProfile } from '../../domain/surface-book'
import { t } from '../../platform/i18n'
import { Time, ToldNet } from '../figures'
import { clockDuration, runningDuration } from '../format'
import { type IconCache, SiteIcon } from '../site-icon'
import { characterWords } from '../character-words'
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

/** Where the time went: the page in front first, then the longest. */
export function SurfaceList({ lines, current, runningMs, currency, icons, onDescribe }: ListProps) {
  const [count, setCount] = useState(ROWS_AT_ONCE)
  useEffect(() => setCount(Infinity), [])
  const running: SurfaceLine | null = current && {
    ...(lines.find(({ profile }) => profile.surface === current.surface) ?? {
      profile: current,
      timeMs: 0,
      money: null,
      assumed: current.worth.source === 'assumed',
    }),
    profile: current,
  }
  const others = lines.filter(({ profile }) => profile.surface !== current?.surface)
  const longest = Math.max((running?.timeMs ?? 0) + runningMs, ...others.map(({ timeMs }) => timeMs), 1)
  const shared = { longest, currency, icons }
  return (
    <ul class="surfaces" aria-label={t('where_it_went')}>
      {running && (
        <Row
          key={running.profile.surface}
          {...shared}
          line={running}
          runningMs={runningMs}
          isCurrent
          onDescribe={onDescribe}
        />
      )}
      {others.slice(0, count).map((line) => (
        <Row
          key={line.profile.surface}
          {...shared}
          line={line}
          runningMs={0}
          isCurrent={false}
          onDescribe={onDescribe}
        />
      ))}
    </ul>
  )
}

interface RowProps extends Pick<ListProps, 'currency' | 'icons' | 'onDescribe'> {
  line: SurfaceLine
  runningMs: number
  isCurrent: boolean
  longest: number
}

function Row({ line, runningMs, isCurrent, longest, currency, icons, onDescribe }: RowProps) {
  const { profile, money } = line
  const [describing, setDescribing] = useState(false)
  const timeMs = line.timeMs + runningMs
  return (
    <li data-surface={profile.surface} class={isCurrent ? 'current' : ''}>
      <div class="row">
        <SiteIcon profile={profile} icons={icons} />
        <span class="name">
          {profile.name} {profile.part && <span class="soft">{profile.part}</span>}
        </span>
        <Time class="number" ms={timeMs} format={isCurrent ? runningDuration : clockDuration} />
        <span class="notes soft">
          {isCurrent && `${t('now')} · `}
          {characterWords(profile)}
        </span>
        <span class="number">
          {currency !== null && money && <ToldNet minor={money.netMinor} currency={currency} />}
        </span>
        <span class="share" aria-hidden="true">
          <span
            style={{
              inlineSize: `${(100 * timeMs) / longest}%`,
              backgroundColor: `var(--kind-${profile.kind})`,
            }}
          />
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
