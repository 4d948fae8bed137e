import { useState } from 'preact/hooks'
import type { PauseChoice } from '../../domain/pause'
import type { PausedUntil } from '../../domain/settings'
import { t } from '../../platform/i18n'
import { timeOfDay } from '../format'

const CHOICES = [
  ['15 minutes', 'pause_15_minutes'],
  ['1 hour', 'pause_1_hour'],
  ['tomorrow', 'pause_until_tomorrow'],
  ['resumed', 'pause_until_resumed'],
] as const

interface NoteProps {
  until: NonNullable<PausedUntil>
  onResume: () => void
}

export const PausedNote = ({ until, onResume }: NoteProps) => (
  <section class="note" role="status">
    <p>{until === 'resumed' ? t('paused_until_resumed') : t('paused_until', timeOfDay(until))}</p>
    <button type="button" onClick={onResume}>
      {t('resume')}
    </button>
  </section>
)

/** One button to pause, which asks for how long. */
export function PauseButton({ onPause }: { onPause: (choice: PauseChoice) => void }) {
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return (
      <button type="button" onClick={() => setAsking(true)}>
        {t('pause')}
      </button>
    )
  }
  const choose = (choice: PauseChoice) => {
    setAsking(false)
    onPause(choice)
  }
  return (
    <fieldset class="pause-choices">
      <legend>{t('pause_how_long')}</legend>
      {CHOICES.map(([choice, key], index) => (
        // The question has just replaced the button that had the focus.
        <button key={choice} type="button" autofocus={index === 0} onClick={() => choose(choice)}>
          {t(key)}
        </button>
      ))}
      <button type="button" class="quiet" onClick={() => setAsking(false)}>
        {t('cancel')}
      </button>
    </fieldset>
  )
}
