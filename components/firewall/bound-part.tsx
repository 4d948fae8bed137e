/** How much or when, within the sentence of the rule form. */
import {
  type BoundChoice,
  choiceOf,
  choosing,
  hasDays,
  OTHER_CHOICES,
  USUAL_CHOICES,
} from '../../domain/firewall/bound-choice'
import type { RuleDraft } from '../../domain/firewall/rule-draft'
import { MINUTE_MS } from '../../domain/time/local-time'
import { VISIT_GAP_MS } from '../../domain/record/visit'
import { t } from '../../platform/i18n'
import { currencySign } from '../figure/numbers'
import { Field } from '../form/field'
import { Options } from '../form/select-setting'
import { rangeText } from '../rule/clock-words'
import { withShownClocks } from './field-clock'
import { type BoundProps, flawSentence, LABELS, roomOf, Text } from './week-values'

const signOf = (currency: string | null): string =>
  currency === null ? t('firewall_bound_money') : currencySign(currency)

/** A choice as the words of the sentence that follow or precede its value: `minutes a day`, `end at`. */
function choiceWords(choice: BoundChoice, currency: string | null): string {
  const words: Record<BoundChoice, () => string> = {
    timeDay: () => t('rule_a_day', t('minutes')),
    timeWeek: () => t('rule_a_week', t('minutes')),
    opensDay: () => t('rule_a_day', t('firewall_unit_opens')),
    opensWeek: () => t('rule_a_week', t('firewall_unit_opens')),
    moneyDay: () => t('rule_a_day', signOf(currency)),
    moneyWeek: () => t('rule_a_week', signOf(currency)),
    sessions: () => t('firewall_choice_sessions'),
    blocked: () => t('firewall_choice_blocked'),
    allowed: () => t('firewall_choice_allowed'),
    cutoff: () => t('firewall_choice_cutoff'),
    entry: () => t('rule_always'),
    free: () => t('firewall_choice_free'),
  }
  return words[choice]()
}

const BEFORE_NOON = { from: 9 * 60, to: 12 * 60 }
const AFTER_NOON = { from: 13 * 60, to: 17 * 60 }

/** What has to be known about the value; null if it speaks for itself. */
export function boundHint({ type }: RuleDraft): string | null {
  if (type === 'hours') return t('firewall_hours_hint', rangeText(BEFORE_NOON), rangeText(AFTER_NOON))
  return type === 'opens' ? t('firewall_opens_hint', VISIT_GAP_MS / MINUTE_MS) : null
}

const isAfterChoice = ({ type }: RuleDraft): boolean => type === 'hours' || type === 'cutoff'

/** The value for all days. */
function Value({ draft, flaws, onChange }: BoundProps) {
  const { type } = draft
  if (type === 'entry' || type === 'free') return null
  if (type === 'sessions')
    return (
      <Text
        label={t('firewall_session')}
        value={draft.minutes}
        flaw={flaws['minutes']}
        onInput={(minutes) => onChange({ minutes })}
      />
    )
  if (hasDays(draft) && !draft.isAlike) return <span class="by-day">{t('firewall_by_day')}</span>
  return (
    <Text
      label={t(LABELS[type])}
      room={roomOf(draft)}
      value={draft.all}
      flaw={flaws['all']}
      onInput={(all) => onChange({ all })}
    />
  )
}

export function BoundPart(props: BoundProps & { hintId: string }) {
  const { draft, flaws, currency, onChange, hintId } = props
  const option = (choice: BoundChoice) => ({ value: choice, label: choiceWords(choice, currency) })
  const isAfter = isAfterChoice(draft)
  return (
    <div class="bound">
      {!isAfter && <Value key="before" {...props} />}
      <Field
        key="choice"
        label={t('firewall_bound')}
        problem={flawSentence(flaws['type'])}
        hint={flaws['type'] === 'noRate' && <a href="#/settings/rate">{t('rate_missing_button')}</a>}
      >
        {(control) => (
          <select
            {...control}
            aria-describedby={`${control['aria-describedby']} ${hintId}`}
            value={choiceOf(draft)}
            onChange={({ currentTarget }) =>
              onChange(withShownClocks({ ...draft, ...choosing(draft, currentTarget.value as BoundChoice) }))
            }
          >
            <Options options={[...USUAL_CHOICES.map(option), 'line', ...OTHER_CHOICES.map(option)]} />
          </select>
        )}
      </Field>
      {isAfter && <Value key="after" {...props} />}
    </div>
  )
}
