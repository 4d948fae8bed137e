import { type PauseChoice, pauseEnd } from '../../domain/settings/pause'
import type { OffsetAt } from '../../domain/time/local-time'
import type { PausedUntil } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'
import './pause.css'

const CHOICES = [
  ['15 minutes', 'pause_15_minutes'],
  ['1 hour', 'pause_1_hour'],
  ['tomorrow', 'pause_until_tomorrow'],
  ['resumed', 'pause_until_resumed'],
] as const

interface Props {
  dayStartHour: number
  offsetAt: OffsetAt
  onPause: (until: NonNullable<PausedUntil>) => void
  onCancel: () => void
  /** Ref for the first choice. */
  focused: (element: HTMLElement | null) => void
}

export function PauseChoices({ dayStartHour, offsetAt, onPause, onCancel, focused }: Props) {
  const choose = (choice: PauseChoice) => onPause(pauseEnd(choice, Date.now(), dayStartHour, offsetAt))
  return (
    <fieldset class="pause-choices">
      <legend>{t('pause_how_long')}</legend>
      {CHOICES.map(([choice, key], index) => (
        <button ref={index === 0 ? focused : null} key={choice} type="button" onClick={() => choose(choice)}>
          {t(key)}
        </button>
      ))}
      <button type="button" class="quiet" onClick={onCancel}>
        {t('cancel')}
      </button>
    </fieldset>
  )
}
