/** Promises kept, in words. */
import type { Integrity, Kept, KeptSum } from '../../domain/insight/integrity'
import type { IntegrityEvents } from '../../domain/insight/integrity-events'
import { type MessageKey, t } from '../../platform/i18n'
import { listed, money, signedMoney, whole } from '../figure/format'
import { tn } from '../figure/plural'
import { periodName } from '../period/period-name'
import { promiseText } from '../promise/promise-words'
import { type NameOf, shortLimit, targetsText } from '../rule/rule-sentence'
import type { FindingWords } from './finding-sentence'
import { countOf } from './worth-words'

/** What passes cost together: `$18.75`; empty if none has a price, or amounts are hidden. */
const priceText = ({ passPrices }: IntegrityEvents, isMoneyHidden: boolean): string =>
  isMoneyHidden
    ? ''
    : passPrices
        .flatMap(({ priceMinor, currency }) => (currency === null ? [] : money(priceMinor, currency)))
        .join(' + ')

function passesText(events: IntegrityEvents, price: string): string {
  const { passes, priced } = events
  if (passes === 0) return ''
  return price !== '' && priced === passes
    ? tn('insight_integrity_cost', passes, price)
    : tn('insight_integrity_taken', passes)
}

/** `In 4 weeks you kept 46 of 59 promises. 5 passes cost $18.75. 1 limit was loosened.` */
export function integrityWords({ kept, of, weeks, events }: Integrity, isMoneyHidden: boolean): FindingWords {
  const count = countOf(kept, of)
  const price = priceText(events, isMoneyHidden)
  const parts = [
    tn('insight_integrity_found', weeks.length, count),
    passesText(events, price),
    events.loosened > 0 ? tn('insight_integrity_loosened', events.loosened) : '',
  ]
  return { text: parts.filter(Boolean).join(' '), strong: [count, price] }
}

/** Something that happened beside, with how often and at what price. */
export interface EventLine {
  key: MessageKey
  count: (events: IntegrityEvents) => number
  /** Empty if it has none, or amounts are hidden. */
  price: (events: IntegrityEvents, isMoneyHidden: boolean) => string
}

const noPrice = (): string => ''

export const EVENT_LINES: readonly EventLine[] = [
  { key: 'insight_integrity_passes', count: ({ passes }) => passes, price: priceText },
  { key: 'insight_integrity_in_focus', count: ({ inFocus }) => inFocus, price: noPrice },
  { key: 'insight_integrity_loosenings', count: ({ loosened }) => loosened, price: noPrice },
  { key: 'insight_integrity_deleted', count: ({ deleted }) => deleted, price: noPrice },
  { key: 'insight_integrity_paused', count: ({ paused }) => paused, price: noPrice },
  {
    key: 'insight_integrity_early',
    count: ({ settledEarly }) => settledEarly,
    price: ({ settledPrices }, isMoneyHidden) =>
      isMoneyHidden
        ? ''
        : listed(settledPrices.map(({ amountMinor, currency }) => signedMoney(amountMinor, currency))),
  },
]

/** `Measured · Passes: 5 · Limits loosened: 1`. */
export function integrityBasis({ events, isByFirst }: Integrity, also = ''): string {
  const happened = EVENT_LINES.filter(({ count }) => count(events) > 0).map(({ key, count }) =>
    t('insight_integrity_event', t(key), whole(count(events))),
  )
  const parts = [also, isByFirst ? t('insight_integrity_partly') : '', ...happened].filter(Boolean)
  return parts.length === 0
    ? t('insight_integrity_measured')
    : t('insight_integrity_basis', parts.join(' · '))
}

/** For the statement, with the days that count. */
export function integrityPeriod(found: Integrity): string {
  const [first, last] = [found.weeks[0]?.period.first, found.weeks.at(-1)?.period.last]
  return integrityBasis(found, first && last ? periodName({ unit: 'dates', first, last }) : '')
}

/** `Feeds: 2 h a day`, `Learning: at least 4 h`. */
export function keptName(what: Kept, nameOf: NameOf, isMoneyHidden: boolean): string {
  if (what.type === 'focus') return t('focus_hours')
  if (what.type === 'commitment') return promiseText(what.commitment)
  const { rule } = what
  return t('insight_integrity_rule', targetsText(rule, nameOf), shortLimit(rule, nameOf, isMoneyHidden))
}

/** `Limits: 40 of 50. Promises about a week: 3 of 4.` */
export const workedIntegrity = ({ limits, commitments, focus }: Integrity): string =>
  (
    [
      [t('limits'), limits],
      [t('insight_integrity_weeks'), commitments],
      [t('focus_hours'), focus],
    ] as [string, KeptSum][]
  )
    .filter(([, { of }]) => of > 0)
    .map(([name, { kept, of }]) => t('insight_integrity_numbers', name, countOf(kept, of)))
    .join(' ')
