import type { VisitToday } from '../../domain/firewall/visit-today'
import { t } from '../../platform/i18n'
import { Amount, Time } from '../figure/figures'
import { useFocusAfter } from '../form/use-focus-after'
import { nthVisit } from './nth-visit'

/** Less than this is not shown. */
const SECOND_MS = 1000

interface Props {
  visit: VisitToday
  isHidden: boolean
}

/** What a pause is about: `4th visit today · 32 min · 13,33 €`. */
export function WallVisit({ visit: { number, ms, amountMinor, currency }, isHidden }: Props) {
  const hasTime = ms >= SECOND_MS
  const hasMoney = hasTime && !isHidden && amountMinor !== null && currency !== null
  return (
    <p class="wall-visit">
      {nthVisit(number)}
      {hasTime && ' · '}
      {hasTime && <Time ms={ms} />}
      {hasMoney && ' · '}
      {hasMoney && <Amount minor={Math.round(amountMinor)} currency={currency} />}
    </p>
  )
}

interface QuestionProps {
  isAnswered: boolean
  onAnswer: (drifted: boolean) => void
}

/** Asks in one tap whether the person meant to come. */
export function PauseQuestion({ isAnswered, onAnswer }: QuestionProps) {
  const focused = useFocusAfter(isAnswered)
  return (
    <div class="pause-question">
      {!isAnswered && (
        <fieldset>
          <legend>{t('pause_ask')}</legend>
          <button type="button" onClick={() => onAnswer(false)}>
            {t('pause_meant')}
          </button>
          <button type="button" onClick={() => onAnswer(true)}>
            {t('pause_drifted')}
          </button>
        </fieldset>
      )}
      <p ref={focused} role="status" class="soft" tabIndex={-1}>
        {isAnswered && t('sample_noted')}
      </p>
    </div>
  )
}
