import { useState } from 'preact/hooks'
import type { Day } from '../../domain/time/local-time'
import { heirOf, isFromTheBeginning } from '../../domain/value/rate-history'
import { type Rate } from '../../domain/value/hour-price'
import { rescale } from '../../domain/value/minor-units'
import { t } from '../../platform/i18n'
import { closedBy } from '../form/closed-by'
import { SaveNote } from '../form/save-note'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import { money } from '../figure/format'
import { shortDay } from '../figure/numbers'
import { hourTypesText } from './hour-types-text'
import { RateForm, type RateFormProps } from './rate-form'

type Props = Pick<RateFormProps, 'rates' | 'currency' | 'suggestedCurrency' | 'today' | 'onSave'> & {
  onRemove: (from: Day) => Promise<unknown>
}

const sinceWhen = (rate: Rate): string =>
  isFromTheBeginning(rate) ? t('from_the_beginning') : t('from_day', shortDay(rate.from))

const hoursOf = ({ hourTypes }: Rate): string => (hourTypes ? hourTypesText(hourTypes) : t('hours_alike'))

type Ref = ReturnType<typeof useFocusAfter>

interface RowProps {
  rate: Rate
  currency: string | null
  isEarliestOfMany: boolean
  changeRef: Ref | null
  onChange: () => void
  onRemove: () => void
}

const toFocus = (element: HTMLElement | null) => element?.focus()

function Row({ rate, currency, isEarliestOfMany, changeRef, onChange, onRemove }: RowProps) {
  const [asking, setAsking] = useState(false)
  const focused = useFocusAfter(asking)
  const remove = () => {
    setAsking(false)
    onRemove()
  }
  const shown = currency ?? rate.currency
  return (
    <>
      <tr class={asking ? 'asking' : ''}>
        <th scope="row">{sinceWhen(rate)}</th>
        <td class="number">{money(rescale(rate.amountMinor, rate.currency, shown), shown)}</td>
        <td class="soft">{hoursOf(rate)}</td>
        <td>
          <div class="actions">
            <button ref={changeRef} type="button" class="text-button" onClick={onChange}>
              {t('change')}
              <span class="only-read"> {sinceWhen(rate)}</span>
            </button>
            <button ref={focused} type="button" class="text-button danger" onClick={() => setAsking(true)}>
              {t('delete')}
              <span class="only-read"> {sinceWhen(rate)}</span>
            </button>
          </div>
        </td>
      </tr>
      {asking && (
        <tr class="sure">
          <td colSpan={4}>
            <div class="actions" role="group" aria-label={t('rate_delete_sure')}>
              <span>{t(isEarliestOfMany ? 'rate_delete_earliest' : 'rate_delete_sure')}</span>
              <button type="button" class="danger" onClick={remove}>
                {t('delete')}
              </button>
              <button ref={toFocus} type="button" onClick={() => setAsking(false)}>
                {t('cancel')}
              </button>
            </div>
          </td>
        </tr>
      )}
    </>
  )
}

interface TableProps extends Pick<Props, 'rates' | 'currency'> {
  /** First day of the rate that was changed last: its button gets the focus back. */
  changed: Day | null
  changedRef: Ref
  onChange: (rate: Rate) => void
  onRemove: (from: Day) => void
}

const RateTable = ({ rates, currency, changed, changedRef, onChange, onRemove }: TableProps) => (
  <table class="rates">
    <thead>
      <tr>
        <th scope="col">{t('rate_holds')}</th>
        <th scope="col" class="number">
          {t('rate_an_hour')}
        </th>
        <th scope="col">{t('hours')}</th>
        <th scope="col">
          <span class="only-read">{t('actions')}</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {rates.toReversed().map((rate) => (
        <Row
          key={JSON.stringify(rate)}
          rate={rate}
          currency={currency}
          isEarliestOfMany={heirOf(rate.from, rates) !== null}
          changeRef={rate.from === changed ? changedRef : null}
          onChange={() => onChange(rate)}
          onRemove={() => onRemove(rate.from)}
        />
      ))}
    </tbody>
  </table>
)

/** The hourly rates over time, newest first. They can be added, changed and deleted. */
export function RateHistory(props: Props) {
  const { rates, currency, onRemove } = props
  const [editing, setEditing] = useState<Rate | 'new' | null>(null)
  const [changed, setChanged] = useState<Day | null>(null)
  const [saving, save, saveOnce] = useSaving()
  const focused = useFocusAfter(JSON.stringify([editing, rates]))
  const edit = (rate: Rate | 'new') => {
    setEditing(rate)
    setChanged(rate === 'new' ? null : rate.from)
  }
  const remove = async (from: Day) => {
    if (await saveOnce(() => onRemove(from))) setChanged(null)
  }
  return (
    <>
      {rates.length > 0 ? (
        <RateTable
          rates={rates}
          currency={currency}
          changed={changed}
          changedRef={focused}
          onChange={edit}
          onRemove={(from) => void remove(from)}
        />
      ) : (
        <p class="none">{t('rate_none')}</p>
      )}
      {editing === null ? (
        <div class="actions">
          <button
            ref={changed === null ? focused : null}
            type="button"
            class={rates.length === 0 ? 'primary' : ''}
            onClick={() => edit('new')}
          >
            {t(rates.length === 0 ? 'rate_missing_button' : 'rate_add')}
          </button>
          <SaveNote saving={saving} />
        </div>
      ) : (
        <RateForm
          {...props}
          key={JSON.stringify(editing)}
          changing={editing === 'new' ? null : editing}
          onSave={async (rate, replaces) => {
            await props.onSave(rate, replaces)
            setChanged(replaces && rate.from)
            // The form shows a failure. Success is shown here, because the form closes.
            await save(() => Promise.resolve())
          }}
          onClose={() => setEditing((now) => closedBy(editing, now))}
        />
      )}
    </>
  )
}
