import { type Kind, KINDS } from '../../domain/kind'
import type { SurfaceProfile } from '../../domain/surface-book'
import { WORTHS } from '../../domain/worth'
import { t } from '../../platform/i18n'

interface Props {
  profile: SurfaceProfile
  onSay: (said: { kind?: Kind; worthQuarters?: number }) => void
}

/** Kind and worth of a surface, each one click. */
export const Describe = ({ profile, onSay }: Props) => (
  <div class="describe">
    <fieldset>
      <legend>{t('worth')}</legend>
      {WORTHS.map(({ worthQuarters, name }) => (
        <button
          key={name}
          type="button"
          aria-pressed={profile.worth.source === 'own' && profile.worth.worthQuarters === worthQuarters}
          onClick={() => onSay({ worthQuarters })}
        >
          {t(`worth_${name}`)}
        </button>
      ))}
    </fieldset>
    <fieldset>
      <legend>{t('kind')}</legend>
      {KINDS.map((kind) => (
        <button key={kind} type="button" aria-pressed={profile.kind === kind} onClick={() => onSay({ kind })}>
          <span class="swatch" style={{ backgroundColor: `var(--kind-${kind})` }} />
          {t(`kind_${kind}`)}
        </button>
      ))}
    </fieldset>
  </div>
)
