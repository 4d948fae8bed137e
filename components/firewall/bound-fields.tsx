import {
  BOUND_TYPES,
  type BoundType,
  type RuleDraft,
  type RuleFlaw,
  type RuleFlaws,
} from '../../domain/rule-draft'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { Options } from '../form/select-setting'
import { currencySign, weekdayName } from '../numbers'

interface Props {
  draft: RuleDraft
  flaws: RuleFlaws
  /** ISO 4217; null without a rate. */
  currency: string | null
  onChange: (change: Partial<RuleDraft>) => void
}

const sentence = (flaw: RuleFlaw | undefined): string | null => (flaw ? t(`rule_flaw_${flaw}`) : null)

interface TextProps {
  label: string
  hint?: string
  unit?: string
  /** The unit where it stands in the field. */
  placeholder?: string
  value: string
  flaw?: RuleFlaw | undefined
  isWide?: boolean
  onInput: (value: string) => void
}

const Text = ({ label, hint, unit, placeholder, value, flaw, isWide, onInput }: TextProps) => (
  <Field label={label} hint={hint} problem={sentence(flaw)}>
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
  return type === 'cutoff' ? t('firewall_evening_hint') : undefined
}

const LABELS = {
  time: 'firewall_amount',
  money: 'firewall_amount',
  opens: 'firewall_amount',
  hours: 'firewall_hours',
  cutoff: 'firewall_evening',
} as const

/** One value for all days, or one for each. */
function Values({
  draft,
  flaws,
  currency,
  onChange,
}: Props & { draft: RuleDraft & { type: keyof typeof LABELS } }) {
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
              flaw={flaws[`day${day}`]}
              onInput={(typed) => onChange({ days: days.with(day, typed) })}
            />
          ))}
          <p class="hint">{t('firewall_days_hint')}</p>
          <p class="problem" aria-live="polite">
            {sentence(flaws['days'])}
          </p>
        </div>
      )}
    </>
  )
}

const PER = (['day', 'week'] as const).map((value) => value)

function Amounts(props: Props) {
  const { draft, flaws, onChange } = props
  return (
    <>
      <Field label={t('firewall_per')}>
        {(control) => (
          <select
            {...control}
            value={draft.per}
            onChange={({ currentTarget }) => onChange({ per: currentTarget.value as RuleDraft['per'] })}
          >
            <Options options={PER.map((value) => ({ value, label: t(`firewall_per_${value}`) }))} />
          </select>
        )}
      </Field>
      {flaws['type'] && (
        <p class="problem">
          {sentence(flaws['type'])} <a href="#/settings/rate">{t('rate_missing_button')}</a>
        </p>
      )}
      <Values {...props} draft={draft as RuleDraft & { type: 'time' }} />
    </>
  )
}

function Sessions({ draft, flaws, onChange }: Props) {
  return (
    <>
      <Text
        label={t('firewall_session')}
        unit={t('minutes')}
        value={draft.minutes}
        flaw={flaws['minutes']}
        onInput={(minutes) => onChange({ minutes })}
      />
      <Text
        label={t('firewall_break')}
        hint={t('firewall_break_hint')}
        unit={t('minutes')}
        value={draft.breakMinutes}
        flaw={flaws['breakMinutes']}
        onInput={(breakMinutes) => onChange({ breakMinutes })}
      />
    </>
  )
}

function Hours(props: Props) {
  const { draft, onChange } = props
  return (
    <>
      <Field label={t('firewall_are')}>
        {(control) => (
          <select
            {...control}
            value={draft.are}
            onChange={({ currentTarget }) => onChange({ are: currentTarget.value as RuleDraft['are'] })}
          >
            <Options
              options={(['blocked', 'allowed'] as const).map((value) => ({
                value,
                label: t(`firewall_are_${value}`),
              }))}
            />
          </select>
        )}
      </Field>
      <Values {...props} draft={draft as RuleDraft & { type: 'hours' }} />
    </>
  )
}

const Cutoff = (props: Props) => (
  <>
    <Values {...props} draft={props.draft as RuleDraft & { type: 'cutoff' }} />
    <Text
      label={t('firewall_morning')}
      value={props.draft.morning}
      flaw={props.flaws['morning']}
      onInput={(morning) => props.onChange({ morning })}
    />
  </>
)

const PARTS = {
  time: Amounts,
  money: Amounts,
  opens: Amounts,
  sessions: Sessions,
  hours: Hours,
  cutoff: Cutoff,
  entry: null,
}

/** How much, or when. */
export function BoundFields(props: Props) {
  const { draft, onChange } = props
  const Part = PARTS[draft.type]
  return (
    <fieldset class="rule-part">
      <legend>{t('firewall_how')}</legend>
      <Field label={t('firewall_bound')}>
        {(control) => (
          <select
            {...control}
            value={draft.type}
            onChange={({ currentTarget }) => onChange({ type: currentTarget.value as BoundType, all: '' })}
          >
            <Options options={BOUND_TYPES.map((value) => ({ value, label: t(`firewall_bound_${value}`) }))} />
          </select>
        )}
      </Field>
      {Part && <Part {...props} />}
    </fieldset>
  )
}
