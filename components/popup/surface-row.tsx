import { useEffect, useState } from 'preact/hooks'
import type { Kind } from '../../domain/surface/kind'
import type { SurfaceLine } from '../../domain/statement/statement'
import { isWorthUnknown } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'
import { characterWords } from '../figure/character-words'
import { ColumnTime, NetWithWord, UnknownFigure } from '../figure/figures'
import { fullName } from '../figure/full-name'
import { type IconCache, SiteIcon } from '../figure/site-icon'
import { SurfaceName } from '../figure/surface-name'
import type { Describe as DescribeView } from './describe'
import type { Limiting } from './limit-this'
import { ShareLine } from './share-line'

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
  // The menu and the keys ask for the choices of the site in front.
  const [isOpen, setOpen] = useState(isCurrent && location.hash === '#limit')
  const [Describe, setDescribe] = useState<typeof DescribeView | null>(null)
  useEffect(() => {
    // Loaded on demand, so that the popup opens sooner.
    if (isOpen) void import('./describe').then((module) => setDescribe(() => module.Describe))
  }, [isOpen])
  return (
    <li data-surface={profile.surface} class={isCurrent ? 'current' : ''}>
      <div class="row" title={t('what_is', fullName(profile))}>
        <SiteIcon profile={profile} icons={icons} />
        <span class="line">
          <button type="button" class="opener" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <SurfaceName profile={profile} />
            {isCurrent && <span class="now"> {t('now')}</span>}
          </button>
          <ColumnTime ms={props.timeMs} shownMs={props.shownMs} />
        </span>
        <span class="line">
          <span class="soft">{characterWords(profile)}</span>
          <span class="number">
            {currency !== null &&
              money &&
              (isWorthUnknown(profile) ? (
                <UnknownFigure />
              ) : (
                <NetWithWord minor={money.netMinor} currency={currency} />
              ))}
          </span>
        </span>
        <ShareLine share={props.share} colour={`var(--kind-${profile.kind})`} />
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
