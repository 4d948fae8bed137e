import { useState } from 'preact/hooks'
import type { RunningPromise } from '../../domain/insight/forward'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { signedMoney } from '../figure/format'
import { SaveNote } from '../form/save-note'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import type { PromiseActions } from './promise-actions'
import { minutesLeft } from './goal-words'
import { promiseText } from './promise-words'

/** `1 h 26 min a day; today 20 min to go`. */
function dayText({ commitment: { type }, progress }: RunningPromise): string {
  const { leftMs, perDayMs, todayLeftMs } = progress
  if (leftMs <= 0) return t(type === 'most' ? 'promise_used_up' : 'promise_reached')
  const [perDay, today] = [minutesLeft(perDayMs), minutesLeft(todayLeftMs)]
  if (todayLeftMs < MINUTE_MS) return t(type === 'most' ? 'promise_day_used' : 'promise_day_done', perDay)
  return t(type === 'most' ? 'promise_day_most' : 'promise_day_least', perDay, today)
}

interface ItemProps extends Pick<PromiseActions, 'onSettle'> {
  one: RunningPromise
  isMoneyHidden: boolean
}

/** A promise of this week, how far it is, and a way to settle it early, which asks first. */
function Running({ one, isMoneyHidden, onSettle }: ItemProps) {
  const [isAsking, setAsking] = useState(false)
  const [saving, , saveOnce] = useSaving()
  const focused = useFocusAfter(isAsking)
  const { commitment, progress, nowMinor } = one
  const hasAmount = !isMoneyHidden && commitment.priceMinor > 0
  const amount = signedMoney(nowMinor, commitment.currency)
  return (
    <li>
      <span class="line">
        <span>{promiseText(commitment)}</span>
        <Time ms={progress.actualMs} class="number" />
      </span>
      <span class="promise-bar" aria-hidden="true">
        <span
          class="bar"
          style={{ '--part': progress.share, backgroundColor: `var(--kind-${commitment.kind})` }}
        />
      </span>
      <span class="line soft">
        <span>{dayText(one)}</span>
      </span>
      {isAsking && (
        <p class="asking">
          {hasAmount ? t('promise_settle_question', amount) : t('promise_settle_question_plain')}
        </p>
      )}
      <div class="actions" key={String(isAsking)}>
        <button
          ref={focused}
          type="button"
          class={isAsking ? '' : 'text-button'}
          onClick={() => setAsking(!isAsking)}
        >
          {t(isAsking ? 'cancel' : 'promise_settle')}
        </button>
        {isAsking && (
          <button type="button" class="danger" onClick={() => void saveOnce(() => onSettle(commitment.id))}>
            {t('promise_settle')}
          </button>
        )}
        <SaveNote saving={saving} />
      </div>
    </li>
  )
}

interface Props extends Pick<PromiseActions, 'onSettle'> {
  running: readonly RunningPromise[]
  isMoneyHidden: boolean
}

/** The promises of this week. */
export const RunningList = ({ running, ...props }: Props) =>
  running.length > 0 && (
    <section class="promise-part">
      <h3>{t('promise_this_week')}</h3>
      <ul class="promise-running">
        {running.map((one) => (
          <Running key={one.commitment.id} one={one} {...props} />
        ))}
      </ul>
    </section>
  )
