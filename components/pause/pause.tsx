import { useState } from 'preact/hooks'
import { HOUR_MS, type OffsetAt } from '../../domain/time/local-time'
import type { PausedUntil } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'
import { useFocusAfter } from '../form/use-focus-after'
import { timeOfDay, timeOfWeek } from '../figure/format'
import type { PauseChoices } from './pause-choices'
import './pause.css'

/** The time of day, with the weekday if it is 12 hours away or more. */
const whenOf = (until: number): string =>
  until - Date.now() < 12 * HOUR_MS ? timeOfDay(until) : timeOfWeek(until)

export const PausedNote = ({ until }: { until: NonNullable<PausedUntil> }) => (
  <p role="status">{until === 'resumed' ? t('paused_until_resumed') : t('paused_until', whenOf(until))}</p>
)

interface Props {
  until: PausedUntil
  dayStartHour: number
  offsetAt: OffsetAt
  onPause: (until: NonNullable<PausedUntil>) => void
  onResume: () => void
}

/** The Pause button, which asks for how long; during a pause it is the Resume button. */
export function PauseButton({ until, onPause, onResume, ...clock }: Props) {
  // The choices are loaded on demand.
  const [Choices, setChoices] = useState<typeof PauseChoices | null>(null)
  const focused = useFocusAfter(Choices)
  const close = () => setChoices(null)
  const ask = () => void import('./pause-choices').then((module) => setChoices(() => module.PauseChoices))
  if (!Choices) {
    return (
      <button ref={focused} type="button" onClick={until === null ? ask : onResume}>
        {t(until === null ? 'pause' : 'resume')}
      </button>
    )
  }
  const pause = (end: NonNullable<PausedUntil>) => {
    close()
    onPause(end)
  }
  return <Choices {...clock} onPause={pause} onCancel={close} focused={focused} />
}
