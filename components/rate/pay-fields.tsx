import { HOURS_A_WEEK, KEPT_PERCENT } from '../../domain/pay-draft'
import { PAY_PERIODS, type PayPeriod, WEEKS_A_YEAR } from '../../domain/wage'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { amountSentence, numberSentence } from '../form/flaw-sentence'
import { Options } from '../form/select-setting'
import { money } from '../format'
import { whole } from '../format'
import { currencySign, percent } from '../numbers'
import type { PayInput } from './use-pay'
import './rate.css'

interface Props {
  pay: PayInput
  /** Whether nothing typed is fine too, so that an empty amount is no flaw. */
  mayBeEmpty?: boolean
}

function Amount({ pay, mayBeEmpty }: Props) {
  const { draft, currency, flaws, change, leave } = pay
  const flaw = flaws.amount ?? flaws.hour
  const shown = flaw && !(mayBeEmpty && flaw === 'empty') ? amountSentence(flaw, currency) : null
  return (
    <>
      <Field label={t('pay_amount', currencySign(currency))} problem={shown}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            value={draft.amount}
            onInput={({ currentTarget }) => change({ amount: currentTarget.value })}
            onChange={() => leave('amount')}
          />
        )}
      </Field>
      <Field label={t('pay_per')}>
        {(control) => (
          <select
            {...control}
            value={draft.per}
            onChange={({ currentTarget }) => change({ per: currentTarget.value as PayPeriod })}
          >
            <Options options={PAY_PERIODS.map((per) => ({ value: per, label: t(`pay_per_${per}`) }))} />
          </select>
        )}
      </Field>
    </>
  )
}

function Gross({ pay: { draft, flaws, change, leave } }: Props) {
  return (
    <>
      <Field label={t('pay_tax')}>
        {(control) => (
          <select
            {...control}
            value={draft.isGross ? 'gross' : 'net'}
            onChange={({ currentTarget }) => change({ isGross: currentTarget.value === 'gross' })}
          >
            <option value="net">{t('pay_net')}</option>
            <option value="gross">{t('pay_gross')}</option>
          </select>
        )}
      </Field>
      {draft.isGross && (
        <Field
          label={t('pay_kept')}
          hint={t('pay_kept_hint')}
          problem={flaws.keptPercent && numberSentence(flaws.keptPercent, KEPT_PERCENT)}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              autocomplete="off"
              value={draft.keptPercent}
              onInput={({ currentTarget }) => change({ keptPercent: currentTarget.value })}
              onChange={() => leave('keptPercent')}
            />
          )}
        </Field>
      )}
    </>
  )
}

const Hours = ({ pay: { draft, flaws, change, leave } }: Props) => (
  <Field label={t('pay_hours')} problem={flaws.hoursAWeek && numberSentence(flaws.hoursAWeek, HOURS_A_WEEK)}>
    {(control) => (
      <input
        {...control}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={draft.hoursAWeek}
        onInput={({ currentTarget }) => change({ hoursAWeek: currentTarget.value })}
        onChange={() => leave('hoursAWeek')}
      />
    )}
  </Field>
)

/** How the hour was worked out; empty where the hour is what was typed. */
function formula({ draft }: PayInput): string {
  const gross = draft.isGross ? t('pay_formula_kept', percent(Number(draft.keptPercent))) : ''
  const hours = t(`pay_formula_${draft.per}`, draft.hoursAWeek, whole(WEEKS_A_YEAR))
  return [hours, gross].filter(Boolean).join(', ')
}

/** Pay per hour, month or year, gross or net, and live the net hour that it comes to. */
export const PayFields = ({ pay, mayBeEmpty = false }: Props) => (
  <div class="pay">
    <div class="pay-fields">
      <Amount pay={pay} mayBeEmpty={mayBeEmpty} />
      <Gross pay={pay} />
      {pay.draft.per !== 'hour' && <Hours pay={pay} />}
    </div>
    <output class="net-hour">
      <span>
        {t('pay_comes_to')}
        <span class="formula soft">{pay.hourMinor !== null && formula(pay)}</span>
      </span>
      <span class="value">{pay.hourMinor === null ? '–' : money(pay.hourMinor, pay.currency)}</span>
    </output>
  </div>
)
