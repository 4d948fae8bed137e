import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { LURES } from '../../domain/firewall/presets'
import type { Forward } from '../../domain/insight/forward'
import type { CommitmentType } from '../../domain/statement/commitment'
import { type PromiseDraft, type ReadPromises, readPromises } from '../../domain/statement/commitment-draft'
import type { Kind } from '../../domain/surface/kind'
import { withoutSigns } from '../../domain/value/amount'
import { currencySigns, decimalSeparator, typedAmount } from '../figure/numbers'
import { numberFormat } from '../figure/intl'

const hoursText = (minutes: number | null): string =>
  minutes === null ? '' : numberFormat({ maximumFractionDigits: 2, useGrouping: false }).format(minutes / 60)

/** The rows to begin with: what is promised, else the kind with the most time as a limit, and learning as a goal. */
function firstDrafts(forward: Forward): PromiseDraft[] {
  const { lastWeek, suggestedFor } = forward
  const ofWeek = madeOf(forward)
  if (ofWeek.length > 0)
    return ofWeek.map(({ kind, type, minutes }) => ({ kind, type, hours: hoursText(minutes) }))
  const [lure = 'feed'] = LURES.toSorted((a, b) => (lastWeek.get(b) ?? 0) - (lastWeek.get(a) ?? 0))
  const first: [Kind, CommitmentType][] = [
    [lure, 'most'],
    ['learning', 'least'],
  ]
  return first.map(([kind, type]) => ({ kind, type, hours: hoursText(suggestedFor(kind, type)) }))
}

export interface TypedPromises extends ReadPromises {
  drafts: readonly PromiseDraft[]
  price: string
  onHours: (index: number, hours: string) => void
  onPrice: (price: string) => void
  onAdd: (kind: Kind, type: CommitmentType) => void
  /** What is typed was saved: from now on the form follows what is stored. */
  onSaved: () => void
}

const madeOf = ({ made, nextWeek }: Forward) => made.filter(({ week }) => week === nextWeek)

/** The price of the promises, if they have one in this currency. */
function firstPrice(forward: Forward, currency: string): string {
  const priced = madeOf(forward).find((one) => one.currency === currency && one.priceMinor > 0)
  return priced ? typedAmount(priced.priceMinor, currency) : ''
}

/** What is typed about next week. No price is suggested: it is empty unless one was typed for these promises. */
export function usePromiseDraft(forward: Forward, currency: string, isMoneyHidden: boolean): TypedPromises {
  const [drafts, setDrafts] = useState(() => firstDrafts(forward))
  const [price, setPrice] = useState(() => firstPrice(forward, currency))
  const isTyped = useRef(false)
  const stored = madeOf(forward)
    .map(({ id, minutes, priceMinor }) => `${id} ${minutes} ${priceMinor}`)
    .join()
  useLayoutEffect(() => {
    if (isTyped.current) return
    setDrafts(firstDrafts(forward))
    setPrice(firstPrice(forward, currency))
  }, [stored])
  const change = <Value>(set: (value: Value) => void, value: Value) => {
    isTyped.current = true
    set(value)
  }
  const typed = isMoneyHidden ? null : withoutSigns(price, currencySigns(currency))
  return {
    ...readPromises(drafts, typed, { week: forward.nextWeek, currency, separator: decimalSeparator() }),
    drafts,
    price,
    onHours: (index, hours) =>
      change(
        setDrafts,
        drafts.map((draft, at) => (at === index ? { ...draft, hours } : draft)),
      ),
    onPrice: (typedPrice) => change(setPrice, typedPrice),
    onAdd: (kind, type) => change(setDrafts, [...drafts, { kind, type, hours: '' }]),
    onSaved: () => {
      isTyped.current = false
    },
  }
}
