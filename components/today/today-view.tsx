import type { Settings } from '../../domain/settings'
import type { Line, Statement } from '../../domain/statement'
import type { SurfaceProfile } from '../../domain/surface-book'
import { MINUTE_MS } from '../../domain/local-time'
import { t } from '../../platform/i18n'
import { duration, longDay } from '../format'
import { signedPlainAmount } from '../numbers'
import { PageHeading } from '../page-heading'
import type { IconCache } from '../site-icon'
import { FiguresRow } from './figures-row'
import { KindTable } from './kind-table'
import { SurfaceTable } from './surface-table'
import './today.css'

export interface TodayViewProps {
  day: string
  statement: Statement
  runningMs: number
  current: SurfaceProfile | null
  /** ISO 4217; null while no rate holds. */
  currency: string | null
  hourMinor: number | null
  moneyHidden: boolean
  guess: Settings['guess']
  icons: IconCache
  onShowMoney: () => void
}

/** How a guess of today's feed time compares with what was recorded so far. */
function Guess({ day, guess, statement, current, runningMs }: TodayViewProps) {
  if (guess?.day !== day) return null
  const feeds = statement.kinds.find(({ kind }) => kind === 'feed')?.timeMs ?? 0
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
  const { statement, runningMs, current, currency, hourMinor, moneyHidden, icons } = props
  const { total } = statement
  const shared = { runningMs, current, currency: moneyHidden ? null : currency }
  const isEmpty = total.timeMs + runningMs === 0
  return (
    <div class="today" style={{ '--amount-length': longestAmount(total, shared.currency) }}>
      <PageHeading>
        {t('today')} <span class="soft">{longDay(props.day)}</span>
      </PageHeading>
      <Guess {...props} />
      <FiguresRow {...shared} total={total} hourMinor={hourMinor} />
      {currency === null && <RateMissing />}
      {currency !== null && moneyHidden && <MoneyHidden onShowMoney={props.onShowMoney} />}
      {isEmpty ? (
        <p class="empty soft">{t(current ? 'recording_first' : 'recording_nothing')}</p>
      ) : (
        <>
          <KindTable {...shared} kinds={statement.kinds} total={total} />
          <SurfaceTable {...shared} lines={statement.surfaces} icons={icons} />
        </>
      )}
    </div>
  )
}
