/** How many questions of the page have an answer. Their cards tell it, because each computes its own. */
import { createContext } from 'preact'
import { useCallback, useRef, useState } from 'preact/hooks'
import { QUESTIONS } from '../../domain/insight/findings'
import { whole } from '../figure/format'
import { tn } from '../figure/plural'
import { t } from '../../platform/i18n'

/** Told by the card of a name whether it has an answer; null once it is gone. */
type TellAnswer = (card: string, isFound: boolean | null) => void

export const Answered = createContext<TellAnswer>(() => {})

/** The number of answers, null until every question has told. It is set once for all of them. */
export function useAnswered(): [answered: number | null, tell: TellAnswer] {
  const told = useRef(new Map<string, boolean>())
  const [answered, setAnswered] = useState<number | null>(null)
  const tell = useCallback<TellAnswer>((card, isFound) => {
    if (isFound === null) told.current.delete(card)
    else told.current.set(card, isFound)
    const all = QUESTIONS.map((name) => told.current.get(name))
    setAnswered(all.includes(undefined) ? null : all.filter(Boolean).length)
  }, [])
  return [answered, tell]
}

/** `7 of 8 questions have an answer for this period.` */
export function answeredWords(answered: number): string {
  const all = whole(QUESTIONS.length)
  if (answered === 0) return t('insights_answered_none', all)
  if (answered === QUESTIONS.length) return t('insights_answered_all', all)
  return tn('insights_answered', answered, all)
}
