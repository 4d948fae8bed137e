import type { StatementFacts } from '../../domain/statement/issued-statement'
import { type PageFinding, statementFinding } from '../../domain/statement/page-finding'
import type { Trend } from '../../domain/statement/trend'
import { onlyPriceOf } from '../../domain/value/rate-history'
import { t } from '../../platform/i18n'
import { findingWords } from '../period/finding-words'
import { DayBars } from './day-bars'
import { issuedText, revaluedText } from './issued-words'
import { rateText } from './rate-text'
import './opening.css'

interface Props {
  facts: StatementFacts
  /** The days of a week; null for other periods. */
  days: Trend | null
  range: string
  /** Whether the period goes on. */
  isSoFar: boolean
  isMoneyHidden: boolean
}

/** What the statement says first; null without time. */
export function findingOf(
  { stated, currency, rates }: StatementFacts,
  isMoneyHidden: boolean,
): PageFinding | null {
  const { statement, lineBefore, kindsBefore, opening, median, period } = stated
  const hasMoney = currency !== null && !isMoneyHidden
  return statementFinding(
    statement,
    { total: lineBefore, kinds: kindsBefore },
    hasMoney ? opening.yieldMinor : null,
    onlyPriceOf(rates, period),
    median?.opening ?? null,
  )
}

/** Without time there is nothing to issue. The week that goes on may have some. */
const EmptyOpening = ({ isSoFar }: Pick<Props, 'isSoFar'>) => (
  <div class="empty">
    <p class="lead">{t('statement_empty')}</p>
    {!isSoFar && (
      <a class="button" href="#/week/this-week">
        {t('range_this_week')}
      </a>
    )}
  </div>
)

/** The opening line, when the statement was issued, and the days of a week beside both. */
export function StatementOpening({ facts, days, range, isSoFar, isMoneyHidden }: Props) {
  const found = findingOf(facts, isMoneyHidden)
  if (!found) return <EmptyOpening isSoFar={isSoFar} />
  const currency = isMoneyHidden ? null : facts.currency
  return (
    <div class="opening">
      <div>
        <p class="lead found">
          {findingWords(found, currency)}
          {/* The card says how an hour's yield comes about. */}
          {found.type === 'yield' && (
            <>
              {' '}
              <a href={`#/insights/${range}/yield`}>{t('insight_why')}</a>
            </>
          )}
        </p>
        <p class="soft issued">
          {issuedText(facts.issuedAt)}
          {!isMoneyHidden && onlyPriceOf(facts.rates, facts.stated.period) === null && ` ${rateText(facts)}`}
          {facts.revaluedSince !== null && ` ${revaluedText(facts.revaluedSince)}`}
        </p>
      </div>
      {days && <DayBars trend={days} />}
    </div>
  )
}
