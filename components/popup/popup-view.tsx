import type { ComponentChildren } from 'preact'
import type { Kind } from '../../domain/surface/kind'
import type { OffsetAt } from '../../domain/time/local-time'
import type { PausedUntil, Settings } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { firstWords } from '../figure/first-words'
import { longDay } from '../figure/format'
import { KindBar } from '../figure/kind-bar'
import type { IconCache } from '../figure/site-icon'
import { PauseButton, PausedNote } from '../pause/pause'
import { Trouble, type TroubleProps } from '../page/trouble'
import type { Today } from '../page/use-today'
import { DueFeeds } from './due-feeds'
import { EyeIcon, GearIcon } from './icons'
import type { Limiting } from './limit-this'
import { SurfaceList } from './surface-list'
import { Totals } from './totals'
import './describe.css'
import './popup.css'
import './question.css'

export interface PopupProps {
  /** Null until they are read. */
  settings: Settings | null
  pausedUntil: PausedUntil
  /** Null until everything is read, or if the database cannot be read. */
  today: Today | null
  trouble: TroubleProps | null
  icons: IconCache
  offsetAt: OffsetAt
  onPause: (until: PausedUntil) => void
  onHideMoney: (hidden: boolean) => void
  onDescribe: (surface: string, change: { kind?: Kind; worthQuarters?: number }) => void
  /** What is left of the rules. */
  limits: ComponentChildren
  /** The question about a visit, if there is one. */
  question: ComponentChildren
  limiting: Limiting
}

/** The popup: today at a glance. Controls that need no figures appear without them. */
export function PopupView({ settings, pausedUntil, today, trouble, ...props }: PopupProps) {
  const isHidden = settings?.moneyHidden ?? false
  const isQuiet = trouble !== null || pausedUntil !== null
  return (
    <main class="popup">
      <header>
        <h1>
          {t('today')} {today && <span class="soft">{longDay(today.day)}</span>}
        </h1>
        {settings && (
          <button
            type="button"
            class="icon-button"
            title={t(isHidden ? 'money_show' : 'money_hide')}
            onClick={() => props.onHideMoney(!isHidden)}
          >
            <EyeIcon closed={isHidden} />
          </button>
        )}
        <a class="button icon-button" href="/dashboard.html#/settings" target="_blank" title={t('settings')}>
          <GearIcon />
        </a>
      </header>
      {trouble && <Trouble {...trouble} />}
      {pausedUntil !== null && <PausedNote until={pausedUntil} />}
      {!isQuiet && today?.isResting && <NotRecording />}
      {settings && today && (
        <Figures
          {...today}
          dueFeeds={
            <DueFeeds cleanings={settings.cleanings} today={today.day} profileOf={today.figures.profileOf} />
          }
          currency={today.figures.hasRate ? settings.currency : null}
          isHidden={isHidden}
          isQuiet={isQuiet || today.isResting}
          {...props}
        />
      )}
      {settings && (today || trouble) && (
        <footer>
          <PauseButton
            until={pausedUntil}
            dayStartHour={settings.dayStartHour}
            offsetAt={props.offsetAt}
            onPause={props.onPause}
            onResume={() => props.onPause(null)}
          />
          <a class="button primary" href="/dashboard.html#/today" target="_blank">
            {t('today_in_full')}
          </a>
        </footer>
      )}
    </main>
  )
}

const NotRecording = () => (
  <p role="status" class="soft">
    {t('not_recording')}{' '}
    <a class="small" href="/dashboard.html#/settings/sites" target="_blank">
      {t('not_recording_sites')}
    </a>
  </p>
)

interface FiguresProps
  extends
    Omit<Today, 'day' | 'isResting'>,
    Pick<PopupProps, 'icons' | 'onDescribe' | 'limits' | 'question' | 'limiting'> {
  /** ISO 4217; null without a rate. */
  currency: string | null
  isHidden: boolean
  isQuiet: boolean
  dueFeeds: ComponentChildren
}

function Figures({ figures, current, runningMs, currency, isHidden, isQuiet, ...props }: FiguresProps) {
  const { statement, hourMinor } = figures
  const timeMs = statement.total.timeMs + runningMs
  const first = firstWords(timeMs, current !== null, isQuiet)
  return (
    <>
      <Time id="today-time" class="figure" ms={timeMs} />
      <Totals total={statement.total} currency={currency} hourMinor={hourMinor} hidden={isHidden} />
      {props.question}
      {first && <p class="empty soft">{first}</p>}
      {!first && timeMs > 0 && (
        <KindBar kinds={statement.kinds} current={current?.kind} runningMs={runningMs} />
      )}
      {props.limits}
      {props.dueFeeds}
      <SurfaceList
        {...props}
        lines={statement.surfaces}
        current={current}
        runningMs={runningMs}
        currency={isHidden ? null : currency}
      />
    </>
  )
}
