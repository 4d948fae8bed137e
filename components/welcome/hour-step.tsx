import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type TypicalHours, typicalHours } from '../../domain/value/typical-hours'
import { preferredLanguage, t } from '../../platform/i18n'
import { currencySign, typedAmount } from '../figure/numbers'
import { amountSentence } from '../form/flaw-sentence'
import { SaveNote } from '../form/save-note'
import { useSaving } from '../form/use-saving'
import { CurrencyField } from '../rate/currency-field'
import { NumberField, PayFields } from '../rate/pay-fields'
import type { PayInput } from '../rate/use-pay'
import { EMPTY_PAY } from '../../domain/value/pay-draft'
import { ExamplePopup } from './example-popup'
import { Privacy } from './privacy'
import { StepHeading } from './step-heading'
import { minorOf, TypicalChips } from './typical-chips'

interface Props {
  step: string
  pay: PayInput
  currency: string
  onCurrency: (currency: string) => void
  /** Saves what was typed; goes on if that worked. */
  onSave: () => Promise<unknown>
  onNext: () => void
}

function amountProblem({ flaws, currency }: PayInput): string | null {
  const flaw = flaws.amount ?? flaws.hour
  return flaw && flaw !== 'empty' ? amountSentence(flaw, currency) : null
}

interface AmountProps extends Pick<Props, 'pay' | 'currency' | 'onCurrency'> {
  hours: TypicalHours | null
}

/** The amount of an hour, or of a month or a year once the person asks for that. */
function Amount({ pay, currency, hours, onCurrency }: AmountProps) {
  const [isFull, setFull] = useState(pay.draft.per !== 'hour' || pay.draft.isGross)
  return (
    <>
      {hours && !isFull && (
        <TypicalChips
          hours={hours}
          currency={currency}
          hourMinor={pay.hourMinor}
          onChoose={(minor) => pay.change({ ...EMPTY_PAY, amount: typedAmount(minor, currency) })}
        />
      )}
      <div class="amount-fields">
        {!isFull && (
          <NumberField
            pay={pay}
            name="amount"
            label={t('welcome_amount', currencySign(currency))}
            problem={amountProblem(pay)}
          />
        )}
        <CurrencyField currency={currency} onChange={onCurrency} />
      </div>
      {isFull ? (
        <PayFields pay={pay} mayBeEmpty />
      ) : (
        <button type="button" class="text-button" onClick={() => setFull(true)}>
          {t('welcome_from_pay')}
        </button>
      )}
    </>
  )
}

/** The first step: what is your hour worth? */
export function HourStep({ step, pay, currency, onCurrency, onSave, onNext }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  const [saving, , saveOnce] = useSaving()
  useLayoutEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])
  const hours = typicalHours(preferredLanguage(), currency)
  const submit = async (event: Event) => {
    event.preventDefault()
    pay.leaveAll()
    if (!pay.isEmpty && pay.hourMinor === null) setTries(tries + 1)
    else if (await saveOnce(onSave)) onNext()
  }
  return (
    <div class="beside">
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <StepHeading step={step}>{t('rate_missing')}</StepHeading>
        <p class="lead">{t('welcome_hour')}</p>
        <Amount pay={pay} currency={currency} hours={hours} onCurrency={onCurrency} />
        <div class="actions">
          <button type="submit" class="primary">
            {t('welcome_next')}
          </button>
          <button type="button" class="text-button" onClick={onNext}>
            {t('welcome_skip')}
          </button>
          <SaveNote saving={saving} />
        </div>
      </form>
      <ExamplePopup
        hourMinor={pay.hourMinor ?? (hours && minorOf(hours.typical, currency))}
        currency={currency}
      />
      <Privacy />
    </div>
  )
}
