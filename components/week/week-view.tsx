import type { StatementFacts } from '../../domain/statement/issued-statement'
import type { Day } from '../../domain/time/local-time'
import type { Period } from '../../domain/time/period'
import { onlyPriceOf } from '../../domain/value/rate-history'
import type { Suggestion } from '../../domain/statement/suggestion'
import { t } from '../../platform/i18n'
import { money } from '../figure/format'
import type { SaidFinding } from '../insight/findings-said'
import { PageHeading } from '../page/page-heading'
import { periodName } from '../period/period-name'
import { RangeControl } from '../period/range-control'
import type { NameOf } from '../rule/rule-sentence'
import { KindTable } from '../today/kind-table'
import { longestAmount } from '../today/longest-amount'
import { CoverageLine } from '../totals/coverage-line'
import { ComparedFigures } from '../trends/compared-figures'
import { dearestHourText } from './dearest-hour'
import { FindingsList } from './findings-list'
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
  /** The findings; null until they are computed. */
  insights: { said: readonly SaidFinding[]; shared: string } | null
  /** Null until the findings are there, which the files hold. */
  exports: Exports | null
  onRange: (range: string) => void
  onAccept: (suggestion: Suggestion) => Promise<unknown>
}

/** What an hour of attention returned, and the price of an hour; empty without a rate or with hidden money. */
function leadWords({ facts: { stated, currency, rates }, isMoneyHidden }: WeekViewProps): string {
  const hourMinor = onlyPriceOf(rates, stated.period)
  const { yieldMinor } = stated.opening
  if (isMoneyHidden || currency === null || yieldMinor === null) return ''
  const returned = money(yieldMinor, currency)
  return hourMinor === null
    ? t('statement_lead', returned)
    : t('statement_lead_at', returned, money(hourMinor, currency))
}

/** The finding about an hour's yield is said by the lead, so it links to the card. */
const Lead = ({ words, range }: { words: string; range: string }) => (
  <p class="lead">
    {words} <a href={`#/insights/${range}/yield`}>{t('insight_why')}</a>
  </p>
)

function Body(props: WeekViewProps) {
  const { facts, nameOf, isMoneyHidden } = props
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
        <section class="dearest-hour" aria-labelledby="dearest-hour">
          <h2 id="dearest-hour">{t('statement_hour_title')}</h2>
          <p>{dearestHourText(dearestHour, currency)}</p>
        </section>
      )}
      <KeptList limits={limits} nameOf={nameOf} isMoneyHidden={isMoneyHidden} />
    </>
  )
}

/** What comes once the findings are computed: below all figures, so that nothing moves that is being read. */
function Rest(props: WeekViewProps) {
  const { facts, insights, suggestion, exports, isMoneyHidden, range } = props
  if (!insights || !exports) return null
  const said = leadWords(props) === '' ? insights.said : insights.said.filter(({ id }) => id !== 'yield')
  return (
    <>
      {said.length > 0 && <FindingsList said={said} range={range} />}
      {suggestion && (
        <SuggestionNote
          suggestion={suggestion}
          currency={isMoneyHidden ? null : facts.currency}
          onAccept={() => props.onAccept(suggestion)}
        />
      )}
      <StatementActions exports={exports} shared={insights.shared} />
    </>
  )
}

/** The Week page: a period, laid out like a bank statement. */
export function WeekView(props: WeekViewProps) {
  const { facts, range, today, beforePeriod, isSoFar, isMoneyHidden, onRange } = props
  const { stated, issuedAt } = facts
  const { period, statement, lineBefore, median } = stated
  const currency = isMoneyHidden ? null : facts.currency
  const isEmpty = statement.total.timeMs === 0
  const title = statementTitle(period)
  const lead = leadWords(props)
  return (
    <div class="today week" style={{ '--amount-length': longestAmount(statement.total, currency) }}>
      <PageHeading>
        {title} {title !== periodName(period) && <span class="soft">{periodName(period)}</span>}
      </PageHeading>
      <RangeControl range={range} period={period} today={today} onRange={onRange} />
      {lead !== '' && <Lead words={lead} range={range} />}
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
      {!isEmpty && <Rest {...props} />}
    </div>
  )
}
