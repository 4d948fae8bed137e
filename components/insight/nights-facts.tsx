import type { KindShare } from '../../domain/insight/day-edges'
import type { Nights } from '../../domain/insight/nights'
import { lessSleep } from '../../domain/insight/sleep-studies'
import { DAY_MINUTES, MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { decimal, duration, isoDuration, money, whole } from '../figure/format'
import { dayWithWeekday } from '../figure/numbers'
import { tn } from '../figure/plural'
import { clockTime } from '../rule/clock-words'
import { sharePercent } from './owners-words'

/** `16–76 min`, whole minutes. */
export function lessSleepText(afterBedMs: number): string {
  const { lowMs, highMs } = lessSleep(afterBedMs)
  const [low, high] = [lowMs, highMs].map((ms) => whole(Math.round(ms / MINUTE_MS)))
  return t('insight_nights_range', low ?? '', high ?? '')
}

/** `Feeds, 61 %`: the largest share. */
const largestShare = (shares: readonly KindShare[]): string | null => {
  const [first] = shares
  return first ? t('insight_nights_share', t(`kind_${first.kind}`), sharePercent(first.share)) : null
}

/** The clock time at which a night ended. */
const endText = (minute: number, endMs: number): string =>
  clockTime((minute + Math.floor(endMs / MINUTE_MS)) % DAY_MINUTES)

interface Props {
  nights: Nights
  /** Null if no money is shown. */
  currency: string | null
}

function Late({ nights: { pastMs, costMinor, latest }, currency }: Props) {
  if (pastMs === 0) return null
  return (
    <>
      <div>
        <dt>{t('insight_nights_past')}</dt>
        <dd>
          <time dateTime={isoDuration(pastMs)}>{duration(pastMs)}</time>
        </dd>
      </div>
      {currency !== null && costMinor !== null && (
        <div>
          <dt>{t('insight_nights_cost')}</dt>
          <dd>
            <data value={decimal(costMinor, currency)}>{money(costMinor, currency)}</data>
          </dd>
        </div>
      )}
      {latest?.endMs && latest.minute !== null ? (
        <div>
          <dt>{t('insight_nights_latest', dayWithWeekday(latest.day))}</dt>
          <dd>{endText(latest.minute, latest.endMs)}</dd>
        </div>
      ) : null}
    </>
  )
}

function Sleep({ nights: { afterBedMs } }: Pick<Props, 'nights'>) {
  if (afterBedMs === null || afterBedMs < MINUTE_MS) return null
  return (
    <>
      <div>
        <dt>{t('insight_nights_after_bed')}</dt>
        <dd>
          <time dateTime={isoDuration(afterBedMs)}>{duration(afterBedMs)}</time>
        </dd>
      </div>
      <div>
        <dt>{t('insight_nights_sleep')}</dt>
        <dd>{lessSleepText(afterBedMs)}</dd>
      </div>
    </>
  )
}

/** What the nights come to, beside their table. */
export function NightsFacts({ nights, currency }: Props) {
  const { run, edges } = nights
  const [last, first] = [largestShare(edges.last), largestShare(edges.first)]
  return (
    <dl class="nights-facts">
      <Late nights={nights} currency={currency} />
      <div>
        <dt>{t('insight_nights_run_longest')}</dt>
        <dd>{tn('insight_nights_run', run.longest)}</dd>
      </div>
      <div>
        <dt>{t('insight_nights_run_now')}</dt>
        <dd>{tn('insight_nights_run', run.now)}</dd>
      </div>
      {last && (
        <div>
          <dt>{t('insight_nights_last')}</dt>
          <dd>{last}</dd>
        </div>
      )}
      {first && (
        <div>
          <dt>{t('insight_nights_first')}</dt>
          <dd>{first}</dd>
        </div>
      )}
      <Sleep nights={nights} />
    </dl>
  )
}
