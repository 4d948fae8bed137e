/** Text fields of a rule: one with its flaw, and values for all days or for each weekday. */
import {
  type BoundType,
  type RuleDraft,
  type RuleFlaw,
  type RuleFlaws,
  WEEK_MINUTES,
} from '../../domain/firewall/rule-draft'
import { DAY_MINUTES, MINUTE_MS } from '../../domain/time/local-time'
import { VISIT_GAP_MS } from '../../domain/record/visit'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { whole } from '../figure/format'
import { currencySign, weekdayName } from '../figure/numbers'

export interface BoundProps {
  draft: RuleDraft
  flaws: RuleFlaws
  /** ISO 4217; null without a rate. */
  currency: string | null
  onChange: (change: Partial<RuleDraft>) => void
}

const MOST: Partial<Record<RuleFlaw, number>> = { tooLongDay: DAY_MINUTES, tooLongWeek: WEEK_MINUTES }

/** Says how to fix a flaw. */
export const flawSentence = (flaw: RuleFlaw | undefined): string | null =>
  flaw ? t(`rule_flaw_${flaw}`, whole(MOST[flaw] ?? 0)) : null

interface TextProps {
  label: string
  hint?: string
  unit?: string
  /** The unit, if it is shown inside the field. */
  placeholder?: string
  value: string
  flaw?: RuleFlaw | undefined
  isWide?: boolean
  onInput: (value: string) => void
}

export const Text = ({ label, hint, unit, placeholder, value, flaw, isWide, onInput }: TextProps) => (
  <Field label={label} hint={hint} problem={flawSentence(flaw)}>
    {(control) => (
      <div class="control">
        <input
          {...control}
          type="text"
          autocomplete="off"
          class={isWide ? '' : 'short'}
          placeholder={placeholder}
          value={value}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
        {unit && <span>{unit}</span>}
      </div>
    )}
  </Field>
)

const unitOf = ({ type }: RuleDraft, currency: string | null): string => {
  if (type === 'time') return t('minutes')
  if (type === 'money') return currency === null ? '' : currencySign(currency)
  return type === 'opens' ? t('firewall_unit_opens') : ''
}

const hintOf = (type: BoundType): string | undefined => {
  if (type === 'hours') return t('firewall_hours_hint')
  if (type === 'opens') return t('firewall_opens_hint', VISIT_GAP_MS / MINUTE_MS)
  return type === 'cutoff' ? t('firewall_evening_hint') : undefined
}

const LABELS = {
  time: 'firewall_amount',
  money: 'firewall_amount',
  opens: 'firewall_amount',
  hours: 'firewall_hours',
  cutoff: 'firewall_evening',
} as const

/** One value for all days, or one for each weekday. */
export function Values({
  draft,
  flaws,
  currency,
  onChange,
}: BoundProps & { draft: RuleDraft & { type: keyof typeof LABELS } }) {
  const { type, isAlike, all, days, per } = draft
  const isWeekly = per === 'week' && (type === 'time' || type === 'money' || type === 'opens')
  const unit = unitOf(draft, currency)
  const shared = { isWide: type === 'hours' }
  const hint = hintOf(type)
  return (
    <>
      {!isWeekly && (
        <label class="check">
          <input
            type="checkbox"
            checked={isAlike}
            onChange={({ currentTarget }) => onChange({ isAlike: currentTarget.checked })}
          />
          {t('firewall_alike')}
        </label>
      )}
      {isAlike || isWeekly ? (
        <Text
          {...shared}
          {...(hint !== undefined && { hint })}
          unit={unit}
          label={t(LABELS[type])}
          value={all}
          flaw={flaws['all']}
          onInput={(value) => onChange({ all: value })}
        />
      ) : (
        <div class="weekdays">
          {days.map((value, day) => (
            <Text
              key={day}
              {...shared}
              placeholder={unit}
              label={weekdayName(day)}
              value={value}
              flaw={flaws[`day${day}`] ?? (day === 0 ? flaws['days'] : undefined)}
              onInput={(typed) => onChange({ days: days.with(day, typed) })}
            />
          ))}
          <p class="hint">{t('firewall_days_hint')}</p>
        </div>
      )}
    </>
  )
}
