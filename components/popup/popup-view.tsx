import type { Kind } from '../../domain/kind'
import type { PauseChoice } from '../../domain/pause'
import type { PausedUntil } from '../../domain/settings'
import type { Statement } from '../../domain/statement'
import type { SurfaceProfile } from '../../domain/surface-book'
import { t } from '../../platform/i18n'
import { Time } from '../figures'
import { longDay } from '../format'
import { KindBar } from '../kind-bar'
import type { IconCache } from '../site-icon'
import { Trouble, type TroubleProps } from '../trouble'
import { EyeIcon, GearIcon } from './icons'
import { PauseButton, PausedNote } from './pause'
import { SurfaceList } from './surface-list'
import { Totals } from './totals'
import './popup.css'

export interface PopupProps {
  day: string
  statement: Statement
  /** Time on the current page and in all since `statement` was made: it runs, money follows. */
  runningMs: number
  /** The surface in front now, if it is being recorded. */
  current: SurfaceProfile | null
  /** ISO 4217; null while no rate holds. */
  currency: string | null
  /** What an hour costs now, minor units; null where there is no single answer. */
  hourMinor: number | null
  moneyHidden: boolean
  pausedUntil: PausedUntil
  trouble: TroubleProps | null
  icons: IconCache
  onPause: (choice: PauseChoice) => void
  onResume: () => void
  onHideMoney: (hidden: boolean) => void
  onDescribe: (surface: string, said: { kind?: Kind; worthQuarters?: number }) => void
}

/** While the figures are read: what stays where it is when they come. */
export const PopupOpening = () => (
  <main class="popup">
    <header>
      <h1>{t('today')}</h1>
    </header>
  </main>
)

export function PopupView(props: PopupProps) {
  const { statement, runningMs, current, currency, moneyHidden, trouble, icons } = props
  const isEmpty = statement.total.timeMs + runningMs === 0
  return (
    <main class="popup">
      <header>
        <h1>
          {t('today')} <span class="soft">{longDay(props.day)}</span>
        </h1>
        <button
          type="button"
          class="icon-button"
          aria-pressed={moneyHidden}
          aria-label={t('money_hide')}
          title={t(moneyHidden ? 'money_show' : 'money_hide')}
          onClick={() => props.onHideMoney(!moneyHidden)}
        >
          <EyeIcon closed={moneyHidden} />
        </button>
        <a
          class="button icon-button"
          href="/dashboard.html#/settings"
          target="_blank"
          aria-label={t('settings')}
          title={t('settings')}
        >
          <GearIcon />
        </a>
      </header>
      {trouble && <Trouble {...trouble} />}
      {props.pausedUntil !== null && <PausedNote until={props.pausedUntil} onResume={props.onResume} />}
      <Time id="today-time" class="figure" ms={statement.total.timeMs + runningMs} />
      <Totals total={statement.total} currency={currency} hourMinor={props.hourMinor} hidden={moneyHidden} />
      {!isEmpty && <KindBar kinds={statement.kinds} />}
      {isEmpty && !trouble && props.pausedUntil === null && (
        <p class="empty soft">{t(current ? 'recording_first' : 'recording_nothing')}</p>
      )}
      <SurfaceList
        lines={statement.surfaces}
        current={current}
        runningMs={runningMs}
        currency={moneyHidden ? null : currency}
        icons={icons}
        onDescribe={props.onDescribe}
      />
      <footer>
        {props.pausedUntil === null && <PauseButton onPause={props.onPause} />}
        <a class="button primary" href="/dashboard.html#/today" target="_blank">
          {t('today_in_full')}
        </a>
      </footer>
    </main>
  )
}
