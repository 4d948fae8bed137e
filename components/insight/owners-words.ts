import { type Concentration, holdersOfHalf, shareOf } from '../../domain/insight/concentration'
import { hasTotals, type Scope } from '../../domain/insight/finding'
import { t } from '../../platform/i18n'
import { listed, percent } from '../figure/format'
import { numberFormat } from '../figure/intl'
import type { FindingWords } from './finding-sentence'

/** More names than this make no sentence. */
const MOST_NAMES = 3

/** Where a figure is from that counts all attention. */
export const measuredBasis = (scope: Scope): string =>
  t(hasTotals(scope) ? 'insight_owners_basis_totals' : 'insight_owners_basis')

export const sharePercent = (share: number): string => percent(Math.round(share * 100))

/** `4.2`. */
export const effectiveText = (effective: number): string =>
  numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(effective)

/** The share of the same owners in the first of the four weeks, where there is one. */
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
      ? t('insight_owners_single', listed([...names]), share)
      : t('insight_owners_several', listed([...names]), share)
  return { text: `${base}${fourWeeksAgo(concentration, names)}${aiWords(concentration)}`, strong: [share] }
}
