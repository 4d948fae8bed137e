import type { ComponentChildren } from 'preact'
import type { SourceTime } from '../../domain/record/total-source'
import type { PausedUntil, Settings } from '../../domain/settings/settings'
import { dayFinding, type Summed } from '../../domain/statement/page-finding'
import type { KindLine, Line } from '../../domain/statement/statement'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { TotalsLine } from '../totals/coverage-line'
import { firstWords } from '../figure/first-words'
import { duration } from '../figure/format'
import { findingWords } from '../period/finding-words'
import { PausedNote } from '../pause/pause'
import type { IconCache } from '../figure/site-icon'
import type { Today } from '../page/use-today'
import { FiguresRow } from './figures-row'
import { KindTable } from './kind-table'
import { longestAmount } from './longest-amount'
import { SurfaceTable } from './surface-table'
import './today.css'

export interface DayBefore {
  line: Line
  kinds: readonly KindLine[]
  /** Which day, and up to when. */
  words: string
}

export interface TodayViewProps extends Today {
  /** The day to compare with; null if nothing was recorded on it. */
  before: DayBefore | null
  /** Whether the day is still going on. */
  isToday: boolean
  /** How much of the day's figures are day totals. */
  totals: readonly SourceTime[]
  settings: Settings
  pausedUntil: PausedUntil
  /** Whether another message takes the place of the words for an empty day. */
  isQuiet: boolean
  icons: IconCache
  onShowMoney: () => void
  /** The day by the hour. */
  children: ComponentChildren
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

/** The day with the time in progress counted in its kind. */
const withRunning = ({ figures: { statement }, current, runningMs }: TodayViewProps): Summed => ({
  total: { ...statement.total, timeMs: statement.total.timeMs + runningMs },
  kinds: statement.kinds.map((line) =>
    line.kind === current?.kind ? { ...line, timeMs: line.timeMs + runningMs } : line,
  ),
})

/** What the day says; with no time, what that means. */
function Lead(props: TodayViewProps & { currency: string | null }) {
  const { figures, runningMs, current, isToday, isQuiet, currency } = props
  const timeMs = figures.statement.total.timeMs + runningMs
  const first = isToday ? firstWords(timeMs, current !== null, isQuiet) : timeMs === 0 && t('day_empty')
  if (first) return <p class="empty lead">{first}</p>
  const found = dayFinding(withRunning(props), currency !== null)
  return found && <p class="lead found">{findingWords(found, currency)}</p>
}

/** The person's day, laid out like a bank statement. */
export function TodayView(props: TodayViewProps) {
  const { settings, figures, before, current, runningMs, pausedUntil, icons } = props
  const { statement, hourMinor } = figures
  const { total } = statement
  const currency = figures.hasRate ? settings.currency : null
  const isHidden = settings.moneyHidden
  const shared = { runningMs, current, currency: isHidden ? null : currency }
  return (
    <div style={{ '--amount-length': longestAmount(total, shared.currency) }}>
      <Lead {...props} currency={shared.currency} />
      <Guess {...props} />
      <FiguresRow
        {...shared}
        total={total}
        surfaces={statement.surfaces}
        before={before}
        hourMinor={hourMinor}
      />
      <TotalsLine totals={props.totals} hasMoney={shared.currency !== null} />
      {currency === null && <RateMissing />}
      {currency !== null && isHidden && <MoneyHidden onShowMoney={props.onShowMoney} />}
      {pausedUntil !== null && (
        <div class="empty">
          <PausedNote until={pausedUntil} />
        </div>
      )}
      {props.children}
      {total.timeMs + runningMs > 0 && (
        <>
          <KindTable {...shared} kinds={statement.kinds} total={total} before={before?.kinds ?? []} />
          <SurfaceTable {...shared} lines={statement.surfaces} icons={icons} />
        </>
      )}
    </div>
  )
}
