import { type Concentration, holdersOfHalf, shareOf } from '../../domain/insight/concentration'
import { type Scope, totalsOf } from '../../domain/insight/finding'
import { t } from '../../platform/i18n'
import { listed, percent } from '../figure/format'
import { spokenName } from '../figure/full-name'
import { numberFormat } from '../figure/intl'
import { coverageShortly } from '../totals/coverage-words'
import type { FindingWords } from './finding-sentence'

/** More names than this make no sentence. */
const MOST_NAMES = 3

/** What a figure covers that counts all attention, in a few words. */
export const coverageOf = (scope: Scope): string => coverageShortly(totalsOf(scope))

/** Where a figure is from that counts all attention. */
export const measuredBasis = (scope: Scope): string => t('insight_measured', coverageOf(scope))

export const sharePercent = (share: number): string => percent(Math.round(share * 100))

/** `4.2`. */
export const effectiveText = (effective: number): string =>
  numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(effective)

/** The share of the same owners four weeks before the last week, where there is one. */
function fourWeeksAgo({ weeks }: Concentration, names: ReadonlySet<string>): string {
  const spread = weeks[0]?.spread
  return spread ? ` ${t('insight_owners_before', sharePercent(shareOf(spread, names)))}` : ''
}

function aiWords({ ai }: Concentration): string {
  const first = ai?.shares[0]
  return first ? ` ${t('insight_owners_ai', first.name, sharePercent(first.share))}` : ''
}

/** `Alphabet and Meta hold 65 % of your attention. Four weeks ago it was 71 %.` */
export function ownersWords(concentration: Concentration): FindingWords {
  const holders = holdersOfHalf(concentration, MOST_NAMES)
  const names = new Set(holders.map(({ name }) => name))
  const share = sharePercent(shareOf(concentration, names))
  const base =
    holders.length === 1
      ? t('insight_owners_single', listed([...names].map(spokenName)), share)
      : t('insight_owners_several', listed([...names].map(spokenName)), share)
  return { text: `${base}${fourWeeksAgo(concentration, names)}${aiWords(concentration)}`, strong: [share] }
}
