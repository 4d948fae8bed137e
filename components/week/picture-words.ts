/** The sentence that a picture of a statement says, and its smaller words. */
import type { StatementFacts } from '../../domain/statement/issued-statement'
import { holds, shiftPeriod } from '../../domain/time/period'
import { returnedPercent } from '../../domain/value/returned-percent'
import { t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { duration, percent } from '../figure/format'

export interface PictureSentence {
  text: string
  /** The figure in it; empty for none. */
  figure: string
  /** Whether more was spent than came back; null if the sentence does not tell. */
  isLoss: boolean | null
  /** How sure the figure is and what it leaves out; empty if there is nothing to say. */
  basis: string
}

/** The period as it is called on the day of issue: `this week`, `last week`, `that week`. */
function periodWords({ stated: { period }, issuedOn }: StatementFacts): string {
  const { unit } = period
  if (unit === 'day' || unit === 'dates') return t(`picture_in_${unit}`)
  const nearness = holds(period, issuedOn)
    ? 'this'
    : holds(shiftPeriod(period, 1), issuedOn)
      ? 'last'
      : 'that'
  return t(`picture_${nearness}_${unit}`)
}

/**
 * What a period came to without an amount: the share of the cost that came back, or the time if there is no price or
 * money is hidden.
 */
export function pictureSentence(facts: StatementFacts, isMoneyHidden: boolean): PictureSentence {
  const { stated, currency } = facts
  const { total, unpricedMs } = stated.statement
  const when = periodWords(facts)
  const { costMinor = 0, returnMinor = 0 } = (isMoneyHidden || currency === null ? null : total.money) ?? {}
  const returned = returnedPercent(costMinor, returnMinor)
  if (total.timeMs === 0) return { text: t('statement_empty'), figure: '', isLoss: null, basis: '' }
  if (returned === null) {
    const figure = duration(total.timeMs)
    return { text: t('picture_time', figure, when), figure, isLoss: null, basis: '' }
  }
  const figure = percent(returned)
  const assumed = assumedWord(total)
  const basis = [
    assumed && t('statement_assumed', assumed),
    unpricedMs > 0 && t('statement_unpriced', duration(unpricedMs)),
  ]
  return {
    text: t('picture_returned', figure, when),
    figure,
    isLoss: returned < 100,
    basis: basis.filter(Boolean).join(' '),
  }
}
