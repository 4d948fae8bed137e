import { type Forward, againFrom } from '../../domain/insight/forward'
import { committedWeek } from '../../domain/statement/commitment'
import type { Settled } from '../../domain/statement/settlement'
import { t } from '../../platform/i18n'
import { Net, Time } from '../figure/figures'
import { SaveNote } from '../form/save-note'
import { useSaving } from '../form/use-saving'
import { periodName } from '../period/period-name'
import type { PromiseActions } from './promise-actions'
import { keptText, promiseText } from './promise-words'

/** Settlements that are shown at once. */
const SHOWN = 8

const Row = ({ one: { commitment, balanceMinor }, hasMoney }: { one: Settled; hasMoney: boolean }) => {
  const { settled } = commitment
  return (
    <tr>
      <th scope="row">
        {promiseText(commitment)}
        <span class="soft answer-note">
          {periodName(committedWeek(commitment))} · <Time ms={settled.actualMs} />, {keptText(commitment)}
        </span>
      </th>
      {hasMoney && (
        <>
          <td class="number">
            {commitment.priceMinor > 0 && <Net minor={settled.amountMinor} currency={settled.currency} />}
          </td>
          <td class="number">
            {commitment.priceMinor > 0 && <Net minor={balanceMinor} currency={settled.currency} />}
          </td>
        </>
      )}
    </tr>
  )
}

interface Props extends Pick<PromiseActions, 'onPromise'> {
  forward: Forward
  isMoneyHidden: boolean
}

/** Every settlement with the running balance, and the same promises again. */
export function SettledTable({ forward, isMoneyHidden, onPromise }: Props) {
  const [saving, , saveOnce] = useSaving()
  const { settled } = forward
  const again = againFrom(forward)
  if (settled.length === 0) return null
  const hasMoney = !isMoneyHidden && settled.some(({ commitment }) => commitment.priceMinor > 0)
  const table = (some: readonly Settled[]) => (
    <table class="why-table promise-settled">
      <thead>
        <tr>
          <th scope="col">{t('promise')}</th>
          {hasMoney && (
            <>
              <th scope="col" class="number">
                {t('promise_result')}
              </th>
              <th scope="col" class="number">
                {t('promise_balance')}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {some.map((one) => (
          <Row key={one.commitment.id} one={one} hasMoney={hasMoney} />
        ))}
      </tbody>
    </table>
  )
  return (
    <section class="promise-part">
      <h3>{t('promise_settled')}</h3>
      {table(settled.slice(0, SHOWN))}
      {settled.length > SHOWN && (
        <details>
          <summary>{t('promise_earlier')}</summary>
          {table(settled.slice(SHOWN))}
        </details>
      )}
      {again.length > 0 && (
        <div class="actions">
          <button type="button" onClick={() => void saveOnce(() => onPromise(again, false))}>
            {t('promise_again')}
          </button>
          <SaveNote saving={saving} />
        </div>
      )}
    </section>
  )
}
