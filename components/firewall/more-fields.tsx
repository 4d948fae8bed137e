import { useEffect, useState } from 'preact/hooks'
import {
  alike,
  canCarryOver,
  hasDays,
  isAboutAll,
  isInMore,
  usesMore,
} from '../../domain/firewall/bound-choice'
import { MORNING } from '../../domain/firewall/hours'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { NumberInput } from '../form/number-input'
import { clockTime, eveningExample } from '../rule/clock-words'
import { FirstPart } from './first-part'
import { chosenStrictness } from './strictness-part'
import { TargetInput, type TargetListProps } from './target-input'
import { type BoundProps, DayValues, Text } from './week-values'

interface Props extends BoundProps {
  except: TargetListProps
  first: TargetListProps
}

const CarriesOver = ({ draft, onChange }: BoundProps) => (
  <label class="check">
    <input
      type="checkbox"
      checked={draft.carriesOver}
      onChange={({ currentTarget }) => onChange({ carriesOver: currentTarget.checked })}
    />
    {t('firewall_carries')}
  </label>
)

function ByDay({ draft, onChange }: BoundProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={draft.isAlike}
        onChange={({ currentTarget }) => onChange(alike(draft, currentTarget.checked))}
      />
      {t('firewall_alike')}
    </label>
  )
}

function OfStrictness({ draft, flaws, onChange }: BoundProps) {
  const chosen = chosenStrictness(draft)
  if (chosen === 'pause')
    return (
      <Field
        label={t('firewall_pause_seconds')}
        problem={flaws['pauseSeconds'] ? t('rule_flaw_pauseSeconds') : null}
      >
        {(control) => (
          <NumberInput
            control={control}
            value={draft.pauseSeconds}
            unit={t('seconds')}
            onInput={(pauseSeconds) => onChange({ pauseSeconds })}
          />
        )}
      </Field>
    )
  if (chosen !== 'lock') return null
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={draft.hasEmergency}
        onChange={({ currentTarget }) => onChange({ hasEmergency: currentTarget.checked })}
      />
      {t('firewall_emergency')}
    </label>
  )
}

/** Everything that the sentence of the form does not show. Open if the rule uses it, or if something in it is wrong. */
export function MoreFields({ except, first, ...props }: Props) {
  const { draft, flaws, onChange } = props
  const [isOpen, setOpen] = useState(() => usesMore(draft))
  const hasFlaw = isInMore(draft, flaws)
  useEffect(() => {
    if (hasFlaw) setOpen(true)
  }, [hasFlaw])
  return (
    <details
      class="rule-more"
      open={isOpen || hasFlaw}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t('firewall_more')}</summary>
      {hasDays(draft) && <ByDay {...props} />}
      {hasDays(draft) && !draft.isAlike && <DayValues {...props} />}
      {draft.type === 'cutoff' && (
        <Text
          label={t('firewall_morning')}
          hint={t('firewall_evening_hint', eveningExample(), clockTime(9 * 60), clockTime(MORNING))}
          room="clock"
          value={draft.morning}
          flaw={flaws['morning']}
          onInput={(morning) => onChange({ morning })}
        />
      )}
      {draft.type === 'sessions' && (
        <Text
          label={t('firewall_break')}
          hint={t('firewall_break_hint')}
          unit={t('minutes')}
          value={draft.breakMinutes}
          flaw={flaws['breakMinutes']}
          onInput={(breakMinutes) => onChange({ breakMinutes })}
        />
      )}
      {canCarryOver(draft) && <CarriesOver {...props} />}
      <OfStrictness {...props} />
      {draft.type !== 'free' && draft.type !== 'entry' && <FirstPart {...props} first={first} />}
      {!isAboutAll(draft) && (
        <TargetInput {...except} label={t('firewall_except')} hint={t('firewall_except_hint')} />
      )}
    </details>
  )
}
