/** Text fields of a rule: one with its flaw, and one for each weekday. */
import { type RuleDraft, type RuleFlaw, type RuleFlaws, WEEK_MINUTES } from '../../domain/firewall/rule-draft'
import { DAY_MINUTES } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { whole } from '../figure/format'
import { currencySign, weekdayName } from '../figure/numbers'
import { eveningExample, officeExample } from '../rule/clock-words'

export interface BoundProps {
  draft: RuleDraft
  flaws: RuleFlaws
  /** ISO 4217; null without a rate. */
  currency: string | null
  onChange: (change: Partial<RuleDraft>) => void
}

const MOST: Partial<Record<RuleFlaw, number>> = { tooLongDay: DAY_MINUTES, tooLongWeek: WEEK_MINUTES }

/** Says how to fix a flaw. */
export function flawSentence(flaw: RuleFlaw | undefined): string | null {
  if (!flaw) return null
  if (flaw === 'notATime') return t('rule_flaw_notATime', eveningExample(), officeExample())
  return t(`rule_flaw_${flaw}`, whole(MOST[flaw] ?? 0))
}

interface TextProps {
  label: string
  hint?: string
  unit?: string
  /** The unit, if it is shown inside the field. */
  placeholder?: string
  value: string
  flaw?: RuleFlaw | undefined
  /** Room for a number, for a time of day, or for the hours from one to another. */
  room?: 'short' | 'clock' | 'hours'
  onInput: (value: string) => void
}

export const Text = ({ label, hint, unit, placeholder, value, flaw, room = 'short', onInput }: TextProps) => (
  <Field label={label} hint={hint} problem={flawSentence(flaw)}>
    {(control) => (
      <div class="control">
        <input
          {...control}
          type="text"
          autocomplete="off"
          class={room}
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

/** The room that the values of a bound need. */
export const roomOf = ({ type }: RuleDraft): NonNullable<TextProps['room']> =>
  type === 'hours' ? 'hours' : type === 'cutoff' ? 'clock' : 'short'

export const LABELS = {
  time: 'firewall_amount',
  money: 'firewall_amount',
  opens: 'firewall_amount',
  hours: 'firewall_hours',
  cutoff: 'firewall_evening',
} as const

/** One value for each weekday. */
export const DayValues = ({ draft, flaws, currency, onChange }: BoundProps) => (
  <div class="weekdays">
    {draft.days.map((value, day) => (
      <Text
        key={day}
        room={roomOf(draft)}
        placeholder={unitOf(draft, currency)}
        label={weekdayName(day)}
        value={value}
        flaw={flaws[`day${day}`] ?? (day === 0 ? flaws['days'] : undefined)}
        onInput={(typed) => onChange({ days: draft.days.with(day, typed) })}
      />
    ))}
    <p class="hint">{t('firewall_days_hint')}</p>
  </div>
)
