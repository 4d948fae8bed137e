import { useEffect, useMemo } from 'preact/hooks'
import { DayControl } from '../../components/day/day-control'
import { clockText } from '../../components/day/clock-text'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { longDay } from '../../components/figure/format'
import { PageHeading } from '../../components/page/page-heading'
import { TodayView } from '../../components/today/today-view'
import { Trouble } from '../../components/page/trouble'
import { useRequest } from '../../components/page/use-request'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { type Today, useToday } from '../../components/page/use-today'
import { isUneven } from '../../domain/record/day-total'
import type { SourceTime } from '../../domain/record/total-source'
import { extentOf } from '../../domain/time/period'
import { isRange } from '../../domain/time/range'
import { type Settings } from '../../domain/settings/settings'
import { icons } from '../../platform/favicon'
import { t } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveCheckpoint, liveSettings } from '../../storage/record/live'
import { liveWholeDay } from '../../storage/record/live-whole-day'
import { dayTotalsIn } from './day-totals-in'
import { lazyPage } from './lazy-page'
import { hashOf } from './route'
import { type DayShown, useDay } from './use-day'
import { useHistory } from './use-history'
import { type PeriodShown, usePeriod, useTitle } from './use-period'

const sources = {
  settings: liveSettings,
  checkpoint: liveCheckpoint,
  offsetAt: localOffset,
}

const NO_DEVICES: ReadonlySet<string> = new Set()

/** A date or the name of a day: this page shows only single days. */
const ONE_DAY = /^(?:\d{4}-\d{2}-\d{2}|today|yesterday)$/

const DaySection = lazyPage(async () => (await import('./day-section')).DaySection)

interface Props {
  /** The day as written in the URL; null for today. */
  part: string | null
  /** Whether no other alert is shown above the page. */
  isWell: boolean
}

export function TodayPage({ part, isWell }: Props) {
  const liveSet = useLive(liveSettings, '')
  const settings = valueOf(liveSet)
  const failed = errorIn(liveSet)
  const isDay = part === null || ONE_DAY.test(part)
  useEffect(() => {
    // A longer period has a page of its own.
    if (!isDay && isRange(part)) location.replace('#/trends/' + part)
  }, [part])
  return (
    <>
      {failed && <Trouble {...failed} />}
      {settings && (
        <DayPage range={isDay ? (part ?? 'today') : 'today'} settings={settings} isWell={isWell} />
      )}
    </>
  )
}

const goTo = (day: string, today: string) => {
  location.hash = day === today ? hashOf('today') : hashOf('today', day)
}

/** A day whose number and month stay on one line. */
const heading = (day: string): string => longDay(day).replaceAll(/(?<!,) /g, '\u{a0}')

function DayPage({ range, settings, isWell }: { range: string; settings: Settings; isWell: boolean }) {
  const shown = usePeriod(range, 'today', settings)
  useTitle('today', shown)
  const day = shown.period.first
  const isToday = day === shown.today
  const { valued, failed } = useHistory(shown.before.period.first, day)
  const dayShown = useDay(valued, shown)
  const totals = dayTotalsIn(valued, shown.extent)
  const { before } = shown
  const isComparable = !isUneven(
    valued?.history.totals ?? [],
    before.period,
    before.extent,
    settings.dayStartHour,
  )
  const hidden = valued?.hidden ?? NO_DEVICES
  const [refused, ask] = useRequest()
  const trouble = failed ?? refused
  const Body = isToday ? RunningDay : PastDay
  return (
    <div class="today">
      {trouble && <Trouble {...trouble} />}
      <PageHeading>
        {isToday ? t('today') : heading(day)}{' '}
        <span class="soft">{isToday ? longDay(day) : day.slice(0, 4)}</span>
      </PageHeading>
      <DayControl day={day} today={shown.today} onDay={(other) => goTo(other, shown.today)} />
      {dayShown && (
        <Body
          key={[day, ...hidden].join(' ')}
          shown={shown}
          hidden={hidden}
          dayShown={dayShown}
          totals={totals}
          isComparable={isComparable}
          settings={settings}
          isWell={isWell && trouble === null}
          onShowMoney={() => ask(send('changeSettings', { moneyHidden: false }))}
        />
      )}
    </div>
  )
}

interface BodyProps {
  shown: PeriodShown
  dayShown: DayShown
  /** The devices that are left out. */
  hidden: ReadonlySet<string>
  totals: readonly SourceTime[]
  /** Whether the day before is like with like. */
  isComparable: boolean
  settings: Settings
  isWell: boolean
  onShowMoney: () => void
}

/** Today, live. */
function RunningDay(props: BodyProps) {
  const { hidden } = props
  const { pausedUntil, today, failed } = useToday({ ...sources, day: (day) => liveWholeDay(day, hidden) })
  useReady(today !== null)
  return (
    <>
      {failed && <Trouble {...failed} />}
      {today && (
        <Sheet {...props} today={today} isWell={props.isWell && failed === null} pausedUntil={pausedUntil} />
      )}
    </>
  )
}

/** Any other day. */
function PastDay(props: BodyProps) {
  useReady(true)
  const { shown, dayShown } = props
  const today = {
    day: shown.period.first,
    figures: dayShown.figures,
    current: null,
    isResting: true,
    runningMs: 0,
  }
  return <Sheet {...props} today={today} pausedUntil={null} />
}

interface SheetProps extends BodyProps {
  today: Today
  pausedUntil: Settings['pausedUntil']
}

function Sheet({
  shown,
  dayShown,
  totals,
  isComparable,
  settings,
  isWell,
  onShowMoney,
  today,
  pausedUntil,
}: SheetProps) {
  const { record, focus, figures, before } = dayShown
  const currency = figures.hasRate && !settings.moneyHidden ? settings.currency : null
  const dayView = useMemo(
    () => <DaySection record={record} focus={focus} profileOf={figures.profileOf} currency={currency} />,
    [record, focus, currency],
  )
  return (
    <TodayView
      {...today}
      before={
        isComparable && before.total.timeMs > 0
          ? { line: before.total, kinds: before.kinds, words: comparedWith(shown, settings) }
          : null
      }
      isToday={shown.period.first === shown.today}
      totals={totals}
      settings={settings}
      isQuiet={!isWell || pausedUntil !== null}
      pausedUntil={pausedUntil}
      icons={icons}
      onShowMoney={onShowMoney}
    >
      {dayView}
    </TodayView>
  )
}

/** `Before: Wednesday, 25 November, up to 17:52.` */
function comparedWith({ before: { period, extent } }: PeriodShown, { dayStartHour }: Settings): string {
  const day = longDay(period.first)
  const isWhole = extent.until === extentOf(period, dayStartHour).until
  return isWhole ? t('day_before', day) : t('day_before_until', day, clockText(extent.until))
}
