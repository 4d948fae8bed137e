/** Which questions of the page have an answer. Their cards tell it, because each computes its own. */
import { createContext } from 'preact'
import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import { QUESTIONS } from '../../domain/insight/findings'
import { whole } from '../figure/format'
import { tn } from '../figure/plural'
import { t } from '../../platform/i18n'

/** Told by the card of a name whether it has an answer; null once it is gone. */
type TellAnswer = (card: string, isFound: boolean | null) => void

export interface AnsweredCards {
  /** Whether each card has an answer; null until every question has told. It is set once for all of them. */
  found: ReadonlyMap<string, boolean> | null
  tell: TellAnswer
}

/** By default, as where a card stands alone, nobody waits for the others. */
export const Answered = createContext<AnsweredCards>({ found: new Map(), tell: () => {} })

export function useAnswered(): AnsweredCards {
  const told = useRef(new Map<string, boolean>())
  const [found, setFound] = useState<AnsweredCards['found']>(null)
  const tell = useCallback<TellAnswer>((card, isFound) => {
    if (isFound === null) told.current.delete(card)
    else told.current.set(card, isFound)
    setFound(QUESTIONS.every((name) => told.current.has(name)) ? new Map(told.current) : null)
  }, [])
  return useMemo(() => ({ found, tell }), [found])
}

/** How many questions have an answer. */
export const countAnswered = (found: ReadonlyMap<string, boolean>): number =>
  QUESTIONS.filter((name) => found.get(name)).length

/** `7 of 8 questions have an answer for this period.` */
export function answeredWords(answered: number): string {
  const all = whole(QUESTIONS.length)
  if (answered === 0) return t('insights_answered_none', all)
  if (answered === QUESTIONS.length) return t('insights_answered_all', all)
  return tn('insights_answered', answered, all)
}
