import { useState } from 'preact/hooks'
import { HOUR_MS } from '../../domain/local-time'
import type { PauseChoice } from '../../domain/pause'
import type { PausedUntil } from '../../domain/settings'
import { t } from '../../platform/i18n'
import { useFocusAfter } from '../form/use-focus-after'
import { timeOfDay, timeOfWeek } from '../format'
import './pause.css'

const CHOICES = [
  ['15 minutes', 'pause_15_minutes'],
  ['1 hour', 'pause_1_hour'],
  ['tomorrow', 'pause_until_tomorrow'],
  ['resumed', 'pause_until_resumed'],
] as const

/** The time of day, and with it the day where it is not the next that the clock shows. */
const whenOf = (until: number): string =>
  until - Date.now() < 12 * HOUR_MS ? timeOfDay(until) : timeOfWeek(until)

export const PausedNote = ({ until }: { until: NonNullable<PausedUntil> }) => (
  <p role="status">{until === 'resumed' ? t('paused_until_resumed') : t('paused_until', whenOf(until))}</p>
)

interface Props {
  until: PausedUntil
  onPause: (choice: PauseChoice) => void
  onResume: () => void
}

/** One button to pause, which asks for how long, and then to resume. */
export function PauseButton({ until, onPause, onResume }: Props) {
  const [asking, setAsking] = useState(false)
  const focused = useFocusAfter(asking)
  if (!asking) {
    return (
      <button ref={focused} type="button" onClick={until === null ? () => setAsking(true) : onResume}>
        {t(until === null ? 'pause' : 'resume')}
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
        <button ref={index === 0 ? focused : null} key={choice} type="button" onClick={() => choose(choice)}>
          {t(key)}
        </button>
      ))}
      <button type="button" class="quiet" onClick={() => setAsking(false)}>
        {t('cancel')}
      </button>
    </fieldset>
  )
}
