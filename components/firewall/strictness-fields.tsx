import { STRICTNESS } from '../../domain/firewall/rule'
import type { RuleDraft, RuleFlaws } from '../../domain/firewall/rule-draft'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { NumberInput } from '../form/number-input'
import { useOwnId } from '../form/use-own-id'

interface Props {
  draft: RuleDraft
  flaws: RuleFlaws
  onChange: (change: Partial<RuleDraft>) => void
}

/** Chooses what happens when the limit is used up. */
export function StrictnessFields({ draft, flaws, onChange }: Props) {
  const name = useOwnId()
  // An entry rule either pauses before every visit or lets nobody in.
  const choices = draft.type === 'entry' ? (['pause', 'lock'] as const) : STRICTNESS
  const chosen = choices.find((one) => one === draft.strictness) ?? 'pause'
  return (
    <fieldset class="rule-part">
      <legend>{t('firewall_then')}</legend>
      {choices.map((strictness) => (
        <label key={strictness} class="choice">
          <input
            type="radio"
            name={name}
            checked={strictness === chosen}
            onChange={() => onChange({ strictness })}
          />
          <span>
            {t(`strictness_${strictness}`)}
            <span class="soft">{t(`strictness_${strictness}_line`)}</span>
          </span>
        </label>
      ))}
      {chosen === 'pause' && (
        <Field
          label={t('firewall_pause_seconds')}
          problem={flaws['pauseSeconds'] ? t('rule_flaw_pauseSeconds') : null}
        >
          {(control) => (
            <NumberInput
              control={control}
              value={draft.pauseSeconds}
              unit={t('seconds')}
              onInput={(value) => onChange({ pauseSeconds: value })}
            />
          )}
        </Field>
      )}
      {chosen === 'lock' && (
        <label class="check">
          <input
            type="checkbox"
            checked={draft.hasEmergency}
            onChange={({ currentTarget }) => onChange({ hasEmergency: currentTarget.checked })}
          />
          {t('firewall_emergency')}
        </label>
      )}
    </fieldset>
  )
}
