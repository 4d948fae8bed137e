import { useState } from 'preact/hooks'
import { FIRST_CHOICES, type FirstChoice, firstRules } from '../../domain/firewall/presets'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useSaving } from '../form/use-saving'
import { type NameOf, ruleSentence } from '../rule/rule-sentence'
import { StepHeading } from './step-heading'
import './limit-step.css'

const NAMES = {
  feeds: 'welcome_limit_feeds',
  evenings: 'preset_evenings',
  both: 'welcome_limit_both',
  tell: 'preset_tell',
} as const

interface Props {
  step: string
  nameOf: NameOf
  onSave: (choice: FirstChoice) => Promise<unknown>
  onNext: () => void
  onBack: () => void
}

interface ChoiceProps {
  isChosen: boolean
  name: string
  lines: readonly string[]
  onChoose: () => void
}

const Choice = ({ isChosen, name, lines, onChoose }: ChoiceProps) => (
  <label class="limit-choice">
    <input type="radio" name="limit" checked={isChosen} onChange={onChoose} />
    <span>
      {name}
      {lines.map((line) => (
        <span key={line} class="soft">
          {line}
        </span>
      ))}
    </span>
  </label>
)

/** The second step: one ready-made limit, or none. */
export function LimitStep({ step, nameOf, onSave, onNext, onBack }: Props) {
  const [chosen, setChosen] = useState<FirstChoice | null>(null)
  const [saving, , saveOnce] = useSaving()
  const submit = async (event: Event) => {
    event.preventDefault()
    if (chosen === null || (await saveOnce(() => onSave(chosen)))) onNext()
  }
  return (
    <form class="narrow" onSubmit={(event) => void submit(event)}>
      <StepHeading step={step}>{t('welcome_limit')}</StepHeading>
      <p class="lead">{t('welcome_limit_about')}</p>
      <fieldset class="limit-choices">
        <legend class="only-read">{t('welcome_limit')}</legend>
        {FIRST_CHOICES.map((choice) => (
          <Choice
            key={choice}
            isChosen={choice === chosen}
            name={t(NAMES[choice])}
            lines={firstRules[choice].map((rule) => ruleSentence(rule, nameOf))}
            onChoose={() => setChosen(choice)}
          />
        ))}
        <Choice
          isChosen={chosen === null}
          name={t('welcome_limit_none')}
          lines={[]}
          onChoose={() => setChosen(null)}
        />
      </fieldset>
      <div class="actions">
        <button type="submit" class="primary">
          {t('welcome_next')}
        </button>
        <button type="button" class="text-button" onClick={onBack}>
          {t('welcome_back')}
        </button>
        <SaveNote saving={saving} />
      </div>
    </form>
  )
}
