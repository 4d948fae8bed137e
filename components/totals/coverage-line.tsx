import type { SourceTime } from '../../domain/record/total-source'
import { coverageWords, totalsWords } from './coverage-words'
import './coverage.css'

interface Props {
  totals: readonly SourceTime[]
  hasMoney: boolean
}

/** What the figures of a page cover. */
export const CoverageLine = ({ totals, hasMoney }: Props) => (
  <p class="coverage soft">{coverageWords(totals, hasMoney)}</p>
)

/** How much of the figures of a page are day totals; nothing if there are none. */
export const TotalsLine = ({ totals, hasMoney }: Props) =>
  totals.length === 0 ? null : <p class="coverage soft">{totalsWords(totals, hasMoney)}</p>
