import type { StatementFacts } from '../../domain/statement/issued-statement'
import type { Day } from '../../domain/time/local-time'
import type { Period } from '../../domain/time/period'
import { onlyPriceOf } from '../../domain/value/rate-history'
import type { Suggestion } from '../../domain/statement/suggestion'
import { t } from '../../platform/i18n'
import { money } from '../figure/format'
import { PageHeading } from '../page/page-heading'
import { periodName } from '../period/period-name'
import { RangeControl } from '../period/range-control'
import type { NameOf } from '../rule/rule-sentence'
import { KindTable } from '../today/kind-table'
import { longestAmount } from '../today/longest-amount'
import { CoverageLine } from '../totals/coverage-line'
import { ComparedFigures } from '../trends/compared-figures'
import { dearestHourText } from './dearest-hour'
import { issuedText, revaluedText, statementTitle } from './issued-words'
import { KeptList } from './kept-list'
import { LinesTable } from './lines-table'
import { rateText } from './rate-text'
import { type Exports, StatementActions } from './statement-actions'
import { SuggestionNote } from './suggestion-note'
import './week.css'

export interface WeekViewProps {
  facts: StatementFacts
  range: string
  today: Day
  beforePeriod: Period
  /** Whether the period is not over yet. */
  isSoFar: boolean
  suggestion: Suggestion | null
  nameOf: NameOf
  isMoneyHidden: boolean
  exports: Exports
  onRange: (range: string) => void
  onAccept: (suggestion: Suggestion) => Promise<unknown>
}

/** What an hour of attention returned, and the price of an hour. */
function Lead({ facts: { stated, currency, rates } }: WeekViewProps) {
  const hourMinor = onlyPriceOf(rates, stated.period)
  const { yieldMinor } = stated.opening
  if (currency === null || yieldMinor === null) return null
  const returned = money(yieldMinor, currency)
  return (
    <p class="lead">
      {hourMinor === null
        ? t('statement_lead', returned)
        : t('statement_lead_at', returned, money(hourMinor, currency))}
    </p>
  )
}

function Body(props: WeekViewProps) {
  const { facts, nameOf, isMoneyHidden, suggestion } = props
  const { stated, limits } = facts
  const { statement, dearestHour, best, dearest } = stated
  const currency = isMoneyHidden ? null : facts.currency
  return (
    <>
      <KindTable
        kinds={statement.kinds}
        total={statement.total}
        current={null}
        runningMs={0}
        currency={currency}
        before={stated.kindsBefore}
      />
      {currency !== null && (
        <div class="side-by-side">
          <LinesTable
            id="best"
            title={t('statement_best')}
            lines={best}
            currency={currency}
            none={t('statement_best_none')}
          />
          <LinesTable
            id="dearest"
            title={t('statement_dearest')}
            lines={dearest}
            currency={currency}
            none={t('statement_dearest_none')}
          />
        </div>
      )}
      {currency !== null && dearestHour && (
        <section aria-labelledby="dearest-hour">
          <h2 id="dearest-hour">{t('statement_hour_title')}</h2>
          <p>{dearestHourText(dearestHour, currency)}</p>
        </section>
      )}
      <KeptList limits={limits} nameOf={nameOf} isMoneyHidden={isMoneyHidden} />
      {suggestion && (
        <SuggestionNote
          suggestion={suggestion}
          currency={currency}
          onAccept={() => props.onAccept(suggestion)}
        />
      )}
    </>
  )
}

/** The Week page: a period, laid out like a bank statement. */
export function WeekView(props: WeekViewProps) {
  const { facts, range, today, beforePeriod, isSoFar, isMoneyHidden, exports, onRange } = props
  const { stated, issuedAt } = facts
  const { period, statement, lineBefore, median } = stated
  const currency = isMoneyHidden ? null : facts.currency
  const isEmpty = statement.total.timeMs === 0
  const title = statementTitle(period)
  return (
    <div class="today week" style={{ '--amount-length': longestAmount(statement.total, currency) }}>
      <PageHeading>
        {title} {title !== periodName(period) && <span class="soft">{periodName(period)}</span>}
      </PageHeading>
      <RangeControl range={range} period={period} today={today} onRange={onRange} />
      {!isMoneyHidden && <Lead {...props} />}
      <p class="soft issued">
        {issuedText(issuedAt)}
        {!isMoneyHidden && onlyPriceOf(facts.rates, period) === null && ` ${rateText(facts)}`}
        {facts.revaluedSince !== null && ` ${revaluedText(facts.revaluedSince)}`}
      </p>
      <ComparedFigures
        total={statement.total}
        before={lineBefore}
        median={median}
        opens={null}
        beforePeriod={beforePeriod}
        isSoFar={isSoFar}
        currency={currency}
      />
      {!isEmpty && <CoverageLine totals={facts.totals ?? []} hasMoney={currency !== null} />}
      {isEmpty ? <p class="empty soft">{t('statement_empty')}</p> : <Body {...props} />}
      {!isEmpty && <StatementActions exports={exports} />}
    </div>
  )
}
