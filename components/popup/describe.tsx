import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Kind, KINDS } from '../../domain/surface/kind'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { ASSUMED_WORTH, WORTHS } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'
import { worthPercent } from '../figure/worth-percent'
import { type Limiting, LimitThis } from './limit-this'

interface Props {
  profile: SurfaceProfile
  onChange: (change: { kind?: Kind; worthQuarters?: number }) => void
  limiting: Limiting
}

/** Sets a surface's worth, limit or kind in one click. */
export function Describe({ profile, onChange, limiting }: Props) {
  const { kind, worth } = profile
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div ref={panel} class="describe">
      <fieldset>
        <legend>{t('worth')}</legend>
        {WORTHS.map(({ worthQuarters, name }) => (
          <button
            key={name}
            type="button"
            aria-pressed={worth.source === 'own' && worth.worthQuarters === worthQuarters}
            onClick={() => onChange({ worthQuarters })}
          >
            {t(`worth_${name}`)} <span class="soft">{worthPercent(worthQuarters)}</span>
          </button>
        ))}
        <p class="soft">
          {t('worth_hint')}
          {worth.source === 'assumed' &&
            ` ${t('worth_until', worthPercent(ASSUMED_WORTH[kind]), t(`kind_${kind}`))}`}
        </p>
      </fieldset>
      <LimitThis place={profile} limiting={limiting} />
      <fieldset>
        <legend>{t('kind')}</legend>
        {KINDS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === kind}
            onClick={() => onChange({ kind: name })}
          >
            <span class="swatch" style={{ backgroundColor: `var(--kind-${name})` }} />
            {t(`kind_${name}`)}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
