import { HOURS_A_WEEK, KEPT_PERCENT } from '../../domain/value/pay-draft'
import { PAY_PERIODS, type PayPeriod, WEEKS_A_YEAR } from '../../domain/value/wage'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { amountSentence, numberSentence } from '../form/flaw-sentence'
import { type Option, Options } from '../form/select-setting'
import { money, percent, whole } from '../figure/format'
import { currencySign } from '../figure/numbers'
import type { PayInput } from './use-pay'
import './rate.css'

interface Props {
  pay: PayInput
  /** Whether an empty amount is allowed. */
  mayBeEmpty?: boolean
}

interface NumberProps {
  pay: PayInput
  name: 'amount' | 'keptPercent' | 'hoursAWeek'
  label: string
  hint?: string
  problem: string | null | undefined
}

/** A number of the draft, checked once its field is left. */
export const NumberField = ({ pay, name, ...field }: NumberProps) => (
  <Field {...field}>
    {(control) => (
      <input
        {...control}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={pay.draft[name]}
        onInput={({ currentTarget }) => pay.change({ [name]: currentTarget.value })}
        onChange={() => pay.leave(name)}
      />
    )}
  </Field>
)

interface ChoiceProps {
  label: string
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
}

const ChoiceField = ({ label, value, options, onChange }: ChoiceProps) => (
  <Field label={label}>
    {(control) => (
      <select {...control} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <Options options={options} />
      </select>
    )}
  </Field>
)

function amountProblem({ flaws, currency }: PayInput, mayBeEmpty: boolean): string | null {
  const flaw = flaws.amount ?? flaws.hour
  return flaw && !(mayBeEmpty && flaw === 'empty') ? amountSentence(flaw, currency) : null
}

/** How the hourly rate was computed; empty if it was typed directly. */
function formula({ draft, keptPercent, hoursAWeek }: PayInput): string {
  const gross = draft.isGross ? t('pay_formula_kept', percent(keptPercent ?? 0)) : ''
  const hours =
    draft.per === 'hour' ? '' : t(`pay_formula_${draft.per}`, whole(hoursAWeek ?? 0), whole(WEEKS_A_YEAR))
  return [hours, gross].filter(Boolean).join(', ')
}

/** Fields for pay per hour, month or year, gross or net. They show the net hourly rate while the person types. */
export function PayFields({ pay, mayBeEmpty = false }: Props) {
  const { draft, currency, flaws, change } = pay
  return (
    <div class="pay">
      <div class="pay-fields">
        <NumberField
          pay={pay}
          name="amount"
          label={t('pay_amount', currencySign(currency))}
          problem={amountProblem(pay, mayBeEmpty)}
        />
        <ChoiceField
          label={t('pay_per')}
          value={draft.per}
          options={PAY_PERIODS.map((per) => ({ value: per, label: t(`pay_per_${per}`) }))}
          onChange={(per) => change({ per: per as PayPeriod })}
        />
        <ChoiceField
          label={t('pay_tax')}
          value={draft.isGross ? 'gross' : 'net'}
          options={[
            { value: 'net', label: t('pay_net') },
            { value: 'gross', label: t('pay_gross') },
          ]}
          onChange={(tax) => change({ isGross: tax === 'gross' })}
        />
        {draft.isGross && (
          <NumberField
            pay={pay}
            name="keptPercent"
            label={t('pay_kept')}
            hint={t('pay_kept_hint')}
            problem={flaws.keptPercent && numberSentence(flaws.keptPercent, KEPT_PERCENT)}
          />
        )}
        {draft.per !== 'hour' && (
          <NumberField
            pay={pay}
            name="hoursAWeek"
            label={t('pay_hours')}
            problem={flaws.hoursAWeek && numberSentence(flaws.hoursAWeek, HOURS_A_WEEK)}
          />
        )}
      </div>
      <output class="net-hour">
        {pay.hourMinor !== null && (
          <>
            <span>
              {t('pay_comes_to')}
              <span class="formula soft">{formula(pay)}</span>
            </span>
            <span class="value">{money(pay.hourMinor, currency)}</span>
          </>
        )}
      </output>
    </div>
  )
}
