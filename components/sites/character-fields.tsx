import type { OpinionChange } from '../../domain/surface/opinion'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { fullName } from '../figure/full-name'
import { worthPercent } from '../figure/worth-percent'
import { chosenKind, chosenWorth, kindOptions, saidKind, saidWorth, worthOptions } from './character-options'
import { Picker } from './picker'
import { WorthMeter } from './worth-meter'

interface Props {
  profile: SurfaceProfile
  onChange: (surface: string, change: OpinionChange) => Promise<unknown>
}

/** The kind of a surface, which can be changed where it stands. */
export const KindPicker = ({ profile, onChange }: Props) => (
  <Picker
    label={t('kind_of', fullName(profile))}
    value={chosenKind(profile)}
    options={kindOptions(profile)}
    onSave={(chosen) => onChange(profile.surface, saidKind(chosen))}
  >
    <span class="swatch" style={{ backgroundColor: `var(--kind-${profile.kind})` }} />
    {t(`kind_${profile.kind}`)}
  </Picker>
)

/** What an hour on a surface gives back, which can be changed where it stands. An assumption is dimmed. */
export const WorthPicker = ({ profile, onChange }: Props) => {
  const { worthQuarters, source } = profile.worth
  return (
    <Picker
      label={t('worth_of', fullName(profile))}
      value={chosenWorth(profile)}
      options={worthOptions(profile)}
      onSave={(chosen) => onChange(profile.surface, saidWorth(chosen))}
    >
      {source !== 'unknown' && (
        <>
          <WorthMeter worthQuarters={worthQuarters} />
          <span class="number">{worthPercent(worthQuarters)}</span>
        </>
      )}
      {source !== 'own' && <span class="source">{t(source)}</span>}
    </Picker>
  )
}
