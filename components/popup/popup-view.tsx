import type { ComponentChildren } from 'preact'
import type { Kind } from '../../domain/surface/kind'
import type { OffsetAt } from '../../domain/time/local-time'
import type { PausedUntil, Settings } from '../../domain/settings/settings'
import type { Statement } from '../../domain/statement/statement'
import { t } from '../../platform/i18n'
import { firstWords } from '../figure/first-words'
import { KindBar } from '../figure/kind-bar'
import { tn } from '../figure/plural'
import type { IconCache } from '../figure/site-icon'
import { PausedNote } from '../pause/pause'
import { Trouble, type TroubleProps } from '../page/trouble'
import type { Today } from '../page/use-today'
import { DueFeeds } from './due-feeds'
import type { Limiting } from './limit-this'
import { type FocusControl, PopupHeader } from './popup-header'
import { SurfaceList } from './surface-list'
import { Totals } from './totals'
import '../focus/focus.css'
import './describe.css'
import './popup.css'
import './question.css'
import './rows.css'

export interface PopupProps {
  /** Null until they are read. */
  settings: Settings | null
  pausedUntil: PausedUntil
  /** Null until everything is read, or if the database cannot be read. */
  today: Today | null
  trouble: TroubleProps | null
  /** What the person has not acknowledged yet. */
  notices: ComponentChildren
  icons: IconCache
  offsetAt: OffsetAt
  onPause: (until: PausedUntil) => void
  onHideMoney: (hidden: boolean) => void
  onDescribe: (surface: string, change: { kind?: Kind; worthQuarters?: number }) => void
  focus: FocusControl
  /** What is left of the rules. */
  limits: ComponentChildren
  /** What the popup asks, below the first rows of the list. */
  questions: ComponentChildren
  limiting: Limiting
  /** Says that the weekly backup was saved. */
  backup: ComponentChildren
}

/** The popup: today at a glance. Controls that need no figures appear without them. */
export function PopupView({ settings, pausedUntil, today, trouble, notices, ...props }: PopupProps) {
  const isQuiet = trouble !== null || pausedUntil !== null
  return (
    <main class="popup">
      <PopupHeader {...props} settings={settings} pausedUntil={pausedUntil} day={today?.day ?? null} />
      {trouble && <Trouble {...trouble} />}
      {notices}
      {trouble && !today && props.limits}
      {pausedUntil !== null && <PausedNote until={pausedUntil} />}
      {settings && today && (
        <Figures
          {...props}
          today={today}
          currency={today.figures.hasRate ? settings.currency : null}
          isHidden={settings.moneyHidden}
          isQuiet={isQuiet}
        />
      )}
      {props.backup}
      {settings && (today || trouble) && (
        <footer>
          {today ? (
            <DueFeeds cleanings={settings.cleanings} today={today.day} profileOf={today.figures.profileOf}>
              <span class="soft">{sitesToday(today.figures.statement)}</span>
            </DueFeeds>
          ) : (
            <span />
          )}
          <a class="button primary" href="/dashboard.html#/today" target="_blank">
            {t('today_in_full')}
          </a>
        </footer>
      )}
    </main>
  )
}

const SECOND_MS = 1000

/** `20 sites today`; nothing before the first. */
function sitesToday({ surfaces }: Statement): string {
  const sites = new Set(
    surfaces.filter(({ timeMs }) => timeMs >= SECOND_MS).map(({ profile }) => profile.site),
  )
  return sites.size === 0 ? '' : tn('popup_sites', sites.size)
}

/** Stands in the list in the place of the page in front. */
const NotRecording = () => (
  <p role="status" class="not-recording">
    <span class="line">
      <span>{t('not_recording')}</span>
      <a class="small" href="/dashboard.html#/sites" target="_blank">
        {t('not_recording_sites')}
      </a>
    </span>
    <span class="soft">{t('not_recording_why')}</span>
  </p>
)

interface FiguresProps extends Pick<
  PopupProps,
  'icons' | 'onDescribe' | 'limits' | 'questions' | 'limiting'
> {
  today: Today
  /** ISO 4217; null without a rate. */
  currency: string | null
  isHidden: boolean
  isQuiet: boolean
}

function Figures({ today, currency, isHidden, isQuiet, ...props }: FiguresProps) {
  const { figures, current, runningMs, isResting } = today
  const { statement, hourMinor } = figures
  const timeMs = statement.total.timeMs + runningMs
  const first = firstWords(timeMs, current !== null, isQuiet)
  return (
    <>
      <Totals
        timeMs={timeMs}
        total={statement.total}
        currency={currency}
        hourMinor={hourMinor}
        hidden={isHidden}
      />
      {first && <p class="empty soft">{first}</p>}
      {!first && timeMs > 0 && (
        <KindBar kinds={statement.kinds} current={current?.kind} runningMs={runningMs} />
      )}
      {props.limits}
      <SurfaceList
        icons={props.icons}
        onDescribe={props.onDescribe}
        limiting={props.limiting}
        lines={statement.surfaces}
        current={current}
        runningMs={runningMs}
        currency={isHidden ? null : currency}
        questions={props.questions}
        instead={!isQuiet && isResting && !first && <NotRecording />}
      />
    </>
  )
}
