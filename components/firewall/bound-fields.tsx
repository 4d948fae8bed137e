import { BOUND_TYPES, type BoundType, EMPTY_DRAFT, type RuleDraft } from '../../domain/firewall/rule-draft'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { Options } from '../form/select-setting'
import { type BoundProps as Props, flawSentence, Text, Values } from './week-values'

const PER = ['day', 'week'] as const

function Amounts(props: Props) {
  const { draft, onChange } = props
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

/** The fields of a rule's bound: how much, or when. */
export function BoundFields(props: Props) {
  const { draft, flaws, onChange } = props
  const Part = PARTS[draft.type]
  return (
    <fieldset class="rule-part">
      <legend>{t('firewall_how')}</legend>
      <Field
        label={t('firewall_bound')}
        problem={flawSentence(flaws['type'])}
        hint={flaws['type'] && <a href="#/settings/rate">{t('rate_missing_button')}</a>}
      >
        {(control) => (
          <select
            {...control}
            value={draft.type}
            onChange={({ currentTarget }) =>
              onChange({ type: currentTarget.value as BoundType, all: '', days: EMPTY_DRAFT.days })
            }
          >
            <Options options={BOUND_TYPES.map((value) => ({ value, label: t(`firewall_bound_${value}`) }))} />
          </select>
        )}
      </Field>
      {Part && <Part {...props} />}
    </fieldset>
  )
}
