import { useEffect, useRef } from 'preact/hooks'
import type { VisitQuestion, VisitAnswer } from '../../domain/statement/sampling'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { WORTHS } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'
import { duration, timeOfDay } from '../figure/format'
import { fullName } from '../figure/full-name'

interface Props {
  question: VisitQuestion
  profileOf: (surface: string) => SurfaceProfile
  onAnswer: (answer: VisitAnswer) => void
}

/** Asks about one visit: first what it was worth, then whether it was meant. Each is one tap. */
export function QuestionForm({ question, profileOf, onAnswer }: Props) {
  const { surface, start, ms, rating } = question
  const isRated = rating !== undefined
  const first = useRef<HTMLButtonElement>(null)
  const wasRated = useRef(isRated)
  useEffect(() => {
    // The button that had the focus is gone.
    if (isRated && !wasRated.current) first.current?.focus()
  }, [isRated])
  return (
    <fieldset>
      <legend>{t(isRated ? 'sample_drift' : 'sample_worth')}</legend>
      <p class="visit">{t('sample_visit', fullName(profileOf(surface)), duration(ms), timeOfDay(start))}</p>
      <div class="answers">
        {isRated
          ? [false, true].map((drifted, index) => (
              <button
                key={index}
                ref={drifted ? null : first}
                type="button"
                onClick={() => onAnswer({ drifted })}
              >
                {t(drifted ? 'sample_drifted' : 'sample_meant')}
              </button>
            ))
          : WORTHS.map(({ worthQuarters, name }) => (
              <button key={name} type="button" onClick={() => onAnswer({ worthQuarters })}>
                {t(`worth_${name}`)}
              </button>
            ))}
      </div>
      <button
        type="button"
        class="icon-button skip"
        title={t('sample_skip')}
        aria-label={t('sample_skip')}
        onClick={() => onAnswer(null)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </fieldset>
  )
}
