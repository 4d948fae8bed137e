import type { OpinionChange } from '../../domain/surface/opinion'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { type Option, Options } from '../form/select-setting'
import { useChoice } from '../form/use-choice'
import { fullName } from '../figure/full-name'
import { chosenKind, chosenWorth, kindOptions, saidKind, saidWorth, worthOptions } from './character-options'

interface Props {
  profile: SurfaceProfile
  onChange: (surface: string, change: OpinionChange) => Promise<unknown>
}

interface ChoiceProps {
  label: string
  value: string
  options: readonly Option[]
  onSave: (value: string) => Promise<unknown>
}

/** A select that looks like the words around it. A failure to save is shown below. */
function Choice({ label, value, options, onSave }: ChoiceProps) {
  const [shown, choose, saving] = useChoice(value, onSave)
  return (
    <>
      <select aria-label={label} value={shown} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <Options options={options} />
      </select>
      {saving.state === 'failed' && <SaveNote saving={saving} />}
    </>
  )
}

/** Sets a surface's kind and worth beside its figures. */
export function CharacterFields({ profile, onChange }: Props) {
  const { surface } = profile
  return (
    <span class="character-fields">
      <Choice
        label={t('kind_of', fullName(profile))}
        value={chosenKind(profile)}
        options={kindOptions(profile)}
        onSave={(chosen) => onChange(surface, saidKind(chosen))}
      />
      <Choice
        label={t('worth_of', fullName(profile))}
        value={chosenWorth(profile)}
        options={worthOptions(profile)}
        onSave={(chosen) => onChange(surface, saidWorth(chosen))}
      />
    </span>
  )
}
