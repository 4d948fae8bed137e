import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useSaving } from '../form/use-saving'
import { lengthText } from '../rule/clock-words'

const MINUTES = [15, 30, 60, 120, 240]

interface Props {
  /** Today's guess in minutes; null if there is none. */
  minutes: number | null
  onGuess: (minutes: number) => Promise<unknown>
}

/** A guess of today's time in feeds, to compare with later. */
export function GuessChoices({ minutes, onGuess }: Props) {
  const [saving, save] = useSaving()
  return (
    <section class="guess" aria-labelledby="guess">
      <h2 id="guess">{t('guess')}</h2>
      <div class="chips" role="group" aria-labelledby="guess">
        {MINUTES.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={choice === minutes}
            onClick={() => void save(() => onGuess(choice))}
          >
            {lengthText(choice)}
          </button>
        ))}
        <SaveNote saving={saving} />
      </div>
      <p class="hint">{t('guess_hint')}</p>
    </section>
  )
}
