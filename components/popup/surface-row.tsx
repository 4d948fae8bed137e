import { useEffect, useState } from 'preact/hooks'
import type { Kind } from '../../domain/surface/kind'
import type { SurfaceLine } from '../../domain/statement/statement'
import { t } from '../../platform/i18n'
import { characterWords } from '../figure/character-words'
import { ColumnTime, NetWithWord } from '../figure/figures'
import { fullName } from '../figure/full-name'
import { type IconCache, SiteIcon } from '../figure/site-icon'
import { SurfaceName } from '../figure/surface-name'
import type { Describe as DescribeView } from './describe'
import type { Limiting } from './limit-this'

export interface RowsProps {
  /** Null if no money is shown. */
  currency: string | null
  icons: IconCache
  onDescribe: (surface: string, change: { kind?: Kind; worthQuarters?: number }) => void
  limiting: Limiting
}

interface Props extends RowsProps, Pick<SurfaceLine, 'profile' | 'money'> {
  timeMs: number
  shownMs: number
  /** Share of the longest time in the list. */
  share: number
  isCurrent: boolean
}

/** A surface with its figures. A click anywhere on it unfolds the choice of worth, limit and kind. */
export function SurfaceRow({ profile, money, isCurrent, currency, icons, onDescribe, ...props }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [Describe, setDescribe] = useState<typeof DescribeView | null>(null)
  useEffect(() => {
    // Loaded on demand, so that the popup opens sooner.
    if (isOpen) void import('./describe').then((module) => setDescribe(() => module.Describe))
  }, [isOpen])
  const opener = {
    type: 'button',
    'aria-expanded': isOpen,
    onClick: () => setOpen(!isOpen),
  } as const
  return (
    <li data-surface={profile.surface} class={isCurrent ? 'current' : ''}>
      <div class="head" title={fullName(profile)}>
        <div class="row">
          <SiteIcon profile={profile} icons={icons} />
          <span class="line">
            {isCurrent ? (
              <SurfaceName profile={profile} />
            ) : (
              <button {...opener} class="opener">
                <SurfaceName profile={profile} />
              </button>
            )}
            <ColumnTime ms={props.timeMs} shownMs={props.shownMs} />
          </span>
          <span class="line">
            <span class="soft">
              {isCurrent && `${t('now')} · `}
              {characterWords(profile)}
            </span>
            <span class="number">
              {currency !== null && money && <NetWithWord minor={money.netMinor} currency={currency} />}
            </span>
          </span>
          <span class="share-bar" aria-hidden="true">
            <span
              style={{ inlineSize: `${100 * props.share}%`, backgroundColor: `var(--kind-${profile.kind})` }}
            />
          </span>
        </div>
        {isCurrent && (
          <button {...opener} class="opener small">
            {t('what_is_this')}
          </button>
        )}
      </div>
      {isOpen && Describe && (
        <Describe
          profile={profile}
          limiting={props.limiting}
          onChange={(change) => onDescribe(profile.surface, change)}
        />
      )}
    </li>
  )
}
