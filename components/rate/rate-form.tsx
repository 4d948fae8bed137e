import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { hourTypesDraft, type HourTypesDraft, readHourTypes } from '../../domain/value/hour-types-draft'
import type { Day } from '../../domain/time/local-time'
import {
  type DayFlaw,
  firstDayOfNew,
  flawOfDay,
  isFromTheBeginning,
  isStillThere,
} from '../../domain/value/rate-history'
import { SUGGESTED_HOUR_TYPES } from '../../domain/value/suggested-hour-types'
import { FROM_THE_BEGINNING, type Rate } from '../../domain/value/hour-price'
import { rescale } from '../../domain/value/minor-units'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { SaveNote } from '../form/save-note'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import { decimalSeparator, shortDay } from '../figure/numbers'
import { CurrencyField } from './currency-field'
import { HourTypesFields } from './hour-types-fields'
import { PayFields } from './pay-fields'
import { usePay } from './use-pay'

export interface RateFormProps {
  rates: readonly Rate[]
  /** The rate to change, as it was when the form was opened; null for a new one. */
  changing: Rate | null
  /** The currency in the settings; if null, the form asks for one. */
  currency: string | null
  suggestedCurrency: string
  today: Day
  onSave: (rate: Rate, replaces: Day | null) => Promise<unknown>
  onClose: () => void
}

/** The initial value of the first day. */
const firstDay = ({ rates, changing, today }: RateFormProps): Day =>
  changing?.from ?? firstDayOfNew(rates, today)

/** The state of the form, and its rate once nothing is wrong. */
function useRateDraft(props: RateFormProps) {
  const { rates, changing } = props
  const [chosen, setCurrency] = useState(props.suggestedCurrency)
  const currency = props.currency ?? chosen
  const [from, setFrom] = useState(firstDay(props))
  const [hours, setHours] = useState<HourTypesDraft | null>(
    changing?.hourTypes ? hourTypesDraft(changing.hourTypes) : null,
  )
  const pay = usePay(currency, changing && rescale(changing.amountMinor, changing.currency, currency))
  const read = hours ? readHourTypes(hours, decimalSeparator()) : { hourTypes: null, flaws: {} }
  const dayFlaw = flawOfDay(from, changing?.from ?? null, rates)
  const isRight = dayFlaw === null && Object.keys(read.flaws).length === 0
  const rate: Rate | null =
    pay.hourMinor !== null && isRight
      ? { from, amountMinor: pay.hourMinor, currency, hourTypes: read.hourTypes }
      : null
  return {
    rate,
    pay,
    day: { from, flaw: dayFlaw, onChange: setFrom },
    hours: { draft: hours, flaws: read.flaws, onChange: setHours },
    currency: { currency, onChange: setCurrency },
  }
}

type RateDraft = ReturnType<typeof useRateDraft>

function daySentence(flaw: DayFlaw, from: string): string {
  if (flaw === 'noDay') return t('day_noDay')
  return t(`day_${flaw}`, shortDay(flaw === 'tooEarly' ? FROM_THE_BEGINNING : from))
}

const DayField = ({ from, flaw, onChange, isFlawShown }: RateDraft['day'] & { isFlawShown: boolean }) => (
  <Field
    label={t('rate_from')}
    hint={t('rate_from_hint')}
    problem={isFlawShown && flaw ? daySentence(flaw, from) : null}
  >
    {(control) => (
      <input
        {...control}
        type="date"
        value={from}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </Field>
)

const HoursFields = ({ draft, flaws, onChange }: RateDraft['hours']) => (
  <>
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={draft !== null}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? hourTypesDraft(SUGGESTED_HOUR_TYPES) : null)
          }
        />
        {t('hours_differ')}
      </label>
      <p class="hint">{t('hours_differ_hint')}</p>
    </div>
    {draft && <HourTypesFields draft={draft} flaws={flaws} onChange={onChange} />}
  </>
)

/** The form for a new or changed rate: first day, amount and hour types. */
export function RateForm(props: RateFormProps) {
  const { rates, changing, onSave, onClose } = props
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  const [isOutdated, setOutdated] = useState(false)
  const [saving, , saveOnce] = useSaving()
  const focused = useFocusAfter(isOutdated)
  const { rate, pay, day, hours, currency } = useRateDraft(props)
  const isFixed = isFromTheBeginning({ from: firstDay(props) })

  useLayoutEffect(() => {
    const first = tries === 0 ? 'input, select' : '[aria-invalid=true]'
    form.current?.querySelector<HTMLElement>(first)?.focus()
  }, [tries])

  const submit = async (event: Event) => {
    event.preventDefault()
    pay.leaveAll()
    if (changing && !isStillThere(changing, rates)) setOutdated(true)
    else if (!rate) setTries(tries + 1)
    else if (await saveOnce(() => onSave(rate, changing?.from ?? null))) onClose()
  }
  return (
    <form ref={form} class="card rate-form" onSubmit={(event) => void submit(event)} noValidate>
      <h3>
        {changing ? t('rate_change') : t('rate_new')}
        {isFixed && <span class="soft"> {t('from_the_beginning')}</span>}
      </h3>
      {!isFixed && <DayField {...day} isFlawShown={tries > 0} />}
      {props.currency === null && <CurrencyField {...currency} />}
      <PayFields pay={pay} />
      <HoursFields {...hours} />
      <p class="problem" role="alert">
        {isOutdated && t('rate_outdated')}
      </p>
      <div class="actions">
        {!isOutdated && (
          <button type="submit" class="primary">
            {t('save')}
          </button>
        )}
        <button ref={focused} type="button" onClick={onClose}>
          {t(isOutdated ? 'close' : 'cancel')}
        </button>
        <SaveNote saving={saving} />
      </div>
    </form>
  )
}
