import { type Grade, GRADES } from '../../domain/insight/data/grade'
import { REGION_FACTORS } from '../../domain/insight/data/platform-takes'
import type { Estimate, Take, TakeLine } from '../../domain/insight/take'
import type { DollarRate, Region } from '../../domain/settings/settings'
import { type MessageKey, t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { duration, listed, money, plainAmount } from '../figure/format'
import { numberFormat } from '../figure/intl'
import { shortDay } from '../figure/numbers'
import { tn } from '../figure/plural'
import type { FindingWords } from './finding-sentence'

const DOLLAR = 'USD'

/** Names of platforms without a public figure; more make no sentence. */
const MOST_UNKNOWN = 5

/** `$1.90`, or `less than $0.01`; from whole US cents. */
export const dollarsText = (cents: number): string =>
  cents < 1 ? t('insight_take_under', money(1, DOLLAR)) : money(cents, DOLLAR)

/** `0.93 – 2.30`, for beside an amount in US$. */
export const dollarRange = ({ low, high }: Estimate): string =>
  `${plainAmount(low, DOLLAR)} – ${plainAmount(high, DOLLAR)}`

const aboutDollars = (cents: number): string =>
  cents < 1 ? dollarsText(cents) : t('insight_take_about', dollarsText(cents))

/** The lines as shown: the largest loss first, or the most time where no money is shown. */
export const linesShown = ({ lines }: Take, currency: string | null): TakeLine[] =>
  currency === null ? lines.toSorted((a, b) => b.timeMs - a.timeMs) : lines

function costWords(line: TakeLine, currency: string | null): FindingWords {
  const { name, money: own, timeMs } = line
  if (currency === null || own === null) {
    const time = duration(timeMs)
    return { text: t('insight_take_spent', time, name), strong: [time] }
  }
  const cost = money(own.costMinor, currency)
  const returned = own.returnMinor === 0 ? t('insight_take_nothing') : money(own.returnMinor, currency)
  const assumed = assumedWord(line)
  const text =
    assumed === ''
      ? t('insight_take_cost', name, cost, returned)
      : t('insight_take_cost_assumed', name, cost, returned, assumed)
  return { text, strong: [cost] }
}

function earnedWords({ owner, name, take, earned }: TakeLine): FindingWords {
  if (earned === null) return { text: '', strong: [] }
  const amount = aboutDollars(earned.central)
  const text = take.isPaid ? t('insight_take_members', name, amount) : t('insight_take_earned', owner, amount)
  return { text, strong: [dollarsText(earned.central)] }
}

/**
 * `Instagram cost you €129.17 and gave back nothing. Meta earned about $1.90 from the same hours.` It names the
 * platform with the largest loss, or the most time where no money is shown.
 */
export function takeWords(take: Take, currency: string | null): FindingWords {
  const [first] = linesShown(take, currency)
  if (!first) return { text: '', strong: [] }
  const parts = [costWords(first, currency), earnedWords(first)]
  return {
    text: parts
      .map(({ text }) => text)
      .filter(Boolean)
      .join(' '),
    strong: parts.flatMap(({ strong }) => strong),
  }
}

/** `0.3`. */
export const regionFactorText = (region: Region): string =>
  numberFormat({}).format(REGION_FACTORS[region] / 100)

export const regionName = (region: Region): string => t(`insight_take_region_${region}` as MessageKey)

const regionWords = (region: Region): string =>
  REGION_FACTORS[region] === 100
    ? regionName(region)
    : t('insight_take_basis_region', regionName(region), regionFactorText(region))

function gradesText(grades: readonly Grade[]): string {
  const [best, ...others] = GRADES.filter((grade) => grades.includes(grade))
  const last = others.at(-1)
  return last === undefined ? (best ?? '') : t('insight_take_grades', best ?? '', last)
}

/** How sure the figures are, where they hold, where they are from, and the first day on which one was checked. */
export function takeBasis({ lines }: Take, region: Region): string {
  const [checked = ''] = lines.map(({ take }) => take.checked).toSorted()
  const grades = gradesText(lines.flatMap(({ grade }) => grade ?? []))
  return t('insight_take_basis', grades, regionWords(region), shortDay(checked))
}

/** The same for the finding alone, with its range and the day of its source; empty without an estimate. */
export function takeRangeBasis(take: Take, region: Region | null, currency: string | null): string {
  const [first] = linesShown(take, currency)
  if (region === null || !first?.earned || !first.grade) return ''
  const { earned, grade, take: source } = first
  const [low, high] = [dollarsText(earned.low), dollarsText(earned.high)]
  // What members pay is an average of all countries.
  const place = source.isPaid ? regionName('world') : regionWords(region)
  return t('insight_take_basis_range', low, high, grade, place, shortDay(source.checked))
}

/** Without any amount: `You spent 5 h 10 min on Instagram.` About the platform with the most time. */
export function takeTimeWords(take: Take): FindingWords {
  const [first] = linesShown(take, null)
  return first ? costWords(first, null) : { text: '', strong: [] }
}

const timesText = (ratio: number): string => numberFormat({ maximumSignificantDigits: 2 }).format(ratio)

/** `Your hours cost about 62 times what the platforms earned from them`, with the typed rate and its date. */
export function ratioWords({ low, central, high }: Estimate, typed: DollarRate | null): string {
  const ratio = t('insight_take_ratio', timesText(central), timesText(low), timesText(high))
  if (typed === null) return ratio
  return `${ratio} ${t('insight_take_ratio_at', money(100, DOLLAR), rateAmount(typed), shortDay(typed.day))}`
}

const rateAmount = ({ perDollar, currency }: DollarRate): string =>
  numberFormat({ style: 'currency', currency, maximumFractionDigits: 4 }).format(perDollar / 10_000)

/** How much of the time has no cost; empty if none. */
export const unpricedWords = ({ total: { unpricedMs } }: Take, currency: string | null): string =>
  currency === null || unpricedMs === 0 ? '' : t('insight_take_unpriced', duration(unpricedMs))

/** `No public figure, so in no sum: Amazon, Google and 3 more.` Empty if there is none without. */
export function unknownWords({ unknown }: Take): string {
  if (unknown.length === 0) return ''
  const more = unknown.length - MOST_UNKNOWN
  const named = [...unknown.slice(0, MOST_UNKNOWN), ...(more > 0 ? [tn('insight_take_more', more)] : [])]
  return t('insight_take_unknown', listed(named))
}
