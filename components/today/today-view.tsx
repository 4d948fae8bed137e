import type { PausedUntil, Settings } from '../../domain/settings'
import type { Line } from '../../domain/statement'
import { MINUTE_MS } from '../../domain/local-time'
import { t } from '../../platform/i18n'
import { firstWords } from '../first-words'
import { duration, longDay } from '../format'
import { signedPlainAmount } from '../numbers'
import { PausedNote } from '../pause/pause'
import { PageHeading } from '../page-heading'
import type { IconCache } from '../site-icon'
import type { Today } from '../use-today'
import { Assumption } from './assumption'
import { FiguresRow } from './figures-row'
import { KindTable } from './kind-table'
import { SurfaceTable } from './surface-table'
import './today.css'

export interface TodayViewProps extends Today {
  settings: Settings
  pausedUntil: PausedUntil
  /** Whether something else than the day is to be said. */
  isQuiet: boolean
  icons: IconCache
  onShowMoney: () => void
}

/** How a guess of today's feed time compares with what was recorded so far. */
function Guess({ day, settings: { guess }, figures, current, runningMs }: TodayViewProps) {
  if (guess?.day !== day) return null
  const feeds = figures.statement.kinds.find(({ kind }) => kind === 'feed')?.timeMs ?? 0
  const feedMs = feeds + (current?.kind === 'feed' ? runningMs : 0)
  return <p class="lead">{t('guess_compared', duration(guess.minutes * MINUTE_MS), duration(feedMs))}</p>
}

const RateMissing = () => (
  <section class="note">
    <p>{t('rate_missing')}</p>
    <a class="button" href="#/settings/rate">
      {t('rate_missing_button')}
    </a>
  </section>
)

const MoneyHidden = ({ onShowMoney }: Pick<TodayViewProps, 'onShowMoney'>) => (
  <section class="note">
    <p>{t('money_hidden')}</p>
    <button type="button" onClick={onShowMoney}>
      {t('money_show')}
    </button>
  </section>
)

/** In characters: the columns of all tables are as wide as the widest total. */
function longestAmount({ money }: Line, currency: string | null): number {
  if (!money || currency === null) return 0
  const { costMinor, returnMinor, netMinor } = money
  return Math.max(
    ...[costMinor, returnMinor, netMinor].map((minor) => signedPlainAmount(minor, currency).length),
  )
}

/** The person's day as a page of a bank statement. */
export function TodayView(props: TodayViewProps) {
  const { settings, figures, current, runningMs, pausedUntil, isQuiet, icons } = props
  const { statement, hourMinor } = figures
  const { total } = statement
  const currency = figures.hasRate ? settings.currency : null
  const isHidden = settings.moneyHidden
  const shared = { runningMs, current, currency: isHidden ? null : currency }
  const timeMs = total.timeMs + runningMs
  const first = firstWords(timeMs, current !== null, isQuiet)
  return (
    <div class="today" style={{ '--amount-length': longestAmount(total, shared.currency) }}>
      <PageHeading>
        {t('today')} <span class="soft">{longDay(props.day)}</span>
      </PageHeading>
      <Guess {...props} />
      <FiguresRow {...shared} total={total} hourMinor={hourMinor} />
      {shared.currency !== null && <Assumption lines={statement.surfaces} />}
      {currency === null && <RateMissing />}
      {currency !== null && isHidden && <MoneyHidden onShowMoney={props.onShowMoney} />}
      {pausedUntil !== null && (
        <div class="empty">
          <PausedNote until={pausedUntil} />
        </div>
      )}
      {first && <p class="empty soft">{first}</p>}
      {timeMs > 0 && (
        <>
          <KindTable {...shared} kinds={statement.kinds} total={total} />
          <SurfaceTable {...shared} lines={statement.surfaces} icons={icons} />
        </>
      )}
    </div>
  )
}
