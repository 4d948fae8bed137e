import { type Drift, type DriftCount, driftShare, mostDrifting } from '../../domain/insight/drift'
import { t } from '../../platform/i18n'
import { whole } from '../figure/format'
import { hourOfDay } from '../figure/numbers'
import { periodName } from '../period/period-name'
import type { FindingWords } from './finding-sentence'
import { sharePercent } from './owners-words'
import { countOf } from './worth-words'

/** `4 of 15 visits drifted, most often between 10:00 PM and 4:00 AM.` */
export function driftWords(drift: Drift): FindingWords {
  const count = countOf(drift.drifted, drift.visits)
  const part = mostDrifting(drift)
  const text = part
    ? t('insight_drift_most', count, hourOfDay(part.from), hourOfDay(part.to))
    : t('insight_drift_found', count)
  return { text, strong: [count] }
}

/** Whose word it is, and for which days. */
export const driftBasis = ({ period }: Pick<Drift, 'period'>): string =>
  t('insight_drift_basis', periodName(period))

/** `All visits: 4 ÷ 15 = 27 %.` */
export const workedDrift = (all: DriftCount): string =>
  t('insight_drift_numbers', whole(all.drifted), whole(all.visits), sharePercent(driftShare(all)))
