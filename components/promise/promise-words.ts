/** Promises about a week in words. */
import type { Commitment, CommitmentTerms } from '../../domain/statement/commitment'
import { isCommitmentKept } from '../../domain/statement/settlement'
import { t } from '../../platform/i18n'
import { duration, signedMoney } from '../figure/format'
import { lengthText } from '../rule/clock-words'

type Promised = Pick<CommitmentTerms, 'kind' | 'type' | 'minutes'>

/** `Feeds, at most`. */
export const promiseLabel = ({ kind, type }: Pick<Promised, 'kind' | 'type'>): string =>
  t(type === 'most' ? 'promise_most' : 'promise_least', t(`kind_${kind}`))

/** `Feeds: at most 10 h`. */
export const promiseText = ({ kind, type, minutes }: Promised): string =>
  t(type === 'most' ? 'promise_most_of' : 'promise_least_of', t(`kind_${kind}`), lengthText(minutes))

/** `kept`, `not kept, settled early`; empty while it is not settled. */
export function keptText(commitment: Pick<Commitment, 'type' | 'minutes' | 'settled'>): string {
  const isKept = isCommitmentKept(commitment)
  if (isKept === null) return ''
  const words = t(isKept ? 'promise_kept' : 'promise_not_kept')
  return commitment.settled?.isEarly ? `${words}, ${t('promise_early')}` : words
}

/** `+€12.00`; empty if the promise has no price, or amounts are hidden. */
export const resultText = (
  { amountMinor, currency }: { amountMinor: number; currency: string },
  { priceMinor }: Pick<CommitmentTerms, 'priceMinor'>,
  isMoneyHidden: boolean,
): string => (isMoneyHidden || priceMinor === 0 ? '' : signedMoney(amountMinor, currency))

/** `12 h 49 min, not kept, −€70.42`, what a statement says of a promise beside its words. */
export function outcomeText(commitment: Commitment, actualMs: number, isMoneyHidden: boolean): string {
  const { settled } = commitment
  if (!settled) return t('promise_so_far', duration(actualMs))
  const amount = resultText(settled, commitment, isMoneyHidden)
  return [duration(settled.actualMs), keptText(commitment), amount].filter(Boolean).join(', ')
}
