import { STRICTNESS, type Strictness } from '../../domain/firewall/rule'
import type { RuleDraft } from '../../domain/firewall/rule-draft'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { Options } from '../form/select-setting'
import { draftStrictness } from '../rule/rule-sentence'

/** Whoever limits every visit either pauses before each or lets nobody in. */
const choicesOf = ({ type }: RuleDraft): readonly Strictness[] =>
  type === 'entry' ? ['pause', 'lock'] : STRICTNESS

export const chosenStrictness = (draft: RuleDraft): Strictness =>
  choicesOf(draft).find((one) => one === draft.strictness) ?? 'pause'

interface Props {
  draft: RuleDraft
  hintId: string
  onChange: (change: Partial<RuleDraft>) => void
}

/** What happens then, within the sentence of the rule form. */
export const StrictnessPart = ({ draft, hintId, onChange }: Props) => (
  <Field label={t('firewall_then')}>
    {(control) => (
      <select
        {...control}
        aria-describedby={`${control['aria-describedby']} ${hintId}`}
        value={chosenStrictness(draft)}
        onChange={({ currentTarget }) => onChange({ strictness: currentTarget.value as Strictness })}
      >
        <Options
          options={choicesOf(draft).map((value) => ({ value, label: draftStrictness(draft, value) }))}
        />
      </select>
    )}
  </Field>
)
