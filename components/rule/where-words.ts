import type { Bound } from '../../domain/firewall/rule'
import type { Use } from '../../domain/firewall/use'
import type { UsedWhere } from '../../domain/firewall/used-where'
import { roundToUnits } from '../../domain/value/columns'
import { shownTimes } from '../../domain/value/whole-minutes'
import { locale, t } from '../../platform/i18n'
import { duration, money } from '../figure/format'
import { tn } from '../figure/plural'

/** So many other devices are named, then the rest is one sum. */
const MOST_NAMED = 3

/** Parts of a minor unit, enough for a sum of rounded parts to be the rounded sum. */
const PARTS = 1000

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const shownMoney = (amounts: readonly number[]): number[] =>
  roundToUnits(
    amounts.map((amount) => BigInt(Math.round(amount * PARTS))),
    BigInt(PARTS),
    Math.round(sum(amounts)),
  )

/** The parts in the unit of a bound, as numbers that add up to the sum that is shown, and how to say one. */
function partsOf(bound: Bound, uses: readonly Use[], isMoneyHidden: boolean) {
  if (bound.type === 'opens') {
    const say = (count: number) => tn('rule_opens', count)
    return { amounts: uses.map(({ opens }) => opens), say }
  }
  if (bound.type === 'money' && !isMoneyHidden) {
    const say = (amount: number) => money(amount, bound.currency)
    return { amounts: shownMoney(uses.map(({ amountMinor }) => amountMinor ?? 0)), say }
  }
  return { amounts: shownTimes(uses.map(({ ms }) => Math.round(ms))), say: duration }
}

/** `12 min here, 28 min on Desk`; of a rule about money that is hidden, the time. */
export function whereWords(bound: Bound, { here, elsewhere }: UsedWhere, isMoneyHidden: boolean): string {
  const { amounts, say } = partsOf(bound, [here, ...elsewhere.map(({ used }) => used)], isMoneyHidden)
  const [own = 0, ...others] = amounts
  const named = elsewhere
    .slice(0, MOST_NAMED)
    .map(({ name }, index) => ({ name, amount: others[index] ?? 0 }))
  const rest = others.slice(MOST_NAMED)
  const words = [
    ...(own > 0 ? [t('used_here', say(own))] : []),
    ...named.map(({ name, amount }) => t('used_on', say(amount), name)),
    ...(rest.length > 0 ? [tn('used_on_more', rest.length, say(sum(rest)))] : []),
  ]
  return new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(words)
}
