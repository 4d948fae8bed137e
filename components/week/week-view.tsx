import type { ComponentChildren } from 'preact'
import type { Trend } from '../../domain/statement/trend'
import type { StatementFacts } from '../../domain/statement/issued-statement'
import type { Day } from '../../domain/time/local-time'
import type { Period } from '../../domain/time/period'
import type { Suggestion } from '../../domain/statement/suggestion'
import { t } from '../../platform/i18n'
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
import { ExportBar } from './export-bar'
import { FindingsList } from './findings-list'
import { statementTitle } from './issued-words'
import { KeptList } from './kept-list'
import { PromiseList } from '../promise/promise-list'
import { LinesTable } from './lines-table'
import type { PictureChoices } from './share-picture'
import { findingOf, StatementOpening } from './statement-opening'
import { type Exports, type Naming, StatementActions } from './statement-actions'
import { SuggestionNote } from './suggestion-note'
import './week.css'

export interface WeekViewProps {
  facts: StatementFacts
  range: string
  today: Day
  beforePeriod: Period
  /** The days of a week; null for other periods. */
  days: Trend | null
  /** Whether the period is not over yet. */
  isSoFar: boolean
  suggestion: Suggestion | null
  nameOf: NameOf
  isMoneyHidden: boolean
  /** The findings; null until they are computed. */
  insights: { said: readonly SaidFinding[]; shared: string } | null
  /** What is printed instead, if some sites are named only on the screen. */
  paper: { facts: StatementFacts; said: readonly SaidFinding[] } | null
  /** Whether files, pictures and paper name these sites; null if there are none. */
  naming: Naming | null
  /** Null until the findings are there, which the files hold. */
  exports: Exports | null
  /** The card of promises about next week; null for other periods than weeks. */
  promising: ComponentChildren
  /** What the picture to share shows. */
  picture: PictureChoices
  onRange: (range: string) => void
  onAccept: (suggestion: Suggestion) => Promise<unknown>
}

/** `place` begins the ids, which must differ between what is shown and what is printed. */
interface BodyProps extends Pick<WeekViewProps, 'facts' | 'nameOf' | 'isMoneyHidden'> {
  place: '' | 'paper-'
}

function Body({ facts, nameOf, isMoneyHidden, place }: BodyProps) {
  const { stated, limits } = facts
  const { dearestHour, best, dearest } = stated
  const currency = isMoneyHidden ? null : facts.currency
  return (
    <>
      {currency !== null && (
        <div class="side-by-side">
          <LinesTable
            id={`${place}best`}
            title={t('statement_best')}
            lines={best}
            currency={currency}
            none={t('statement_best_none')}
          />
          <LinesTable
            id={`${place}dearest`}
            title={t('statement_dearest')}
            lines={dearest}
            currency={currency}
            none={t('statement_dearest_none')}
          />
        </div>
      )}
      {currency !== null && dearestHour && (
        <section class="dearest-hour" aria-labelledby={`${place}dearest-hour`}>
          <h2 id={`${place}dearest-hour`}>{t('statement_hour_title')}</h2>
          <p>{dearestHourText(dearestHour, currency)}</p>
        </section>
      )}
      <PromiseList
        id={`${place}promises-kept`}
        promises={facts.promises ?? []}
        isMoneyHidden={isMoneyHidden}
      />
      <KeptList
        id={`${place}kept`}
        limits={limits}
        focus={facts.focus}
        nameOf={nameOf}
        isMoneyHidden={isMoneyHidden}
      />
    </>
  )
}

/** The same part twice if paper says less than the screen. */
const ScreenAndPaper = ({ screen, paper }: { screen: ComponentChildren; paper: ComponentChildren }) =>
  paper ? (
    <>
      <div class="on-screen">{screen}</div>
      <div class="on-paper">{paper}</div>
    </>
  ) : (
    <>{screen}</>
  )

/** The parts with names: on the screen as they are, on paper as others see them. */
function Named(props: WeekViewProps) {
  const { facts, paper, isMoneyHidden } = props
  const { statement, kindsBefore } = facts.stated
  return (
    <>
      <KindTable
        kinds={statement.kinds}
        total={statement.total}
        current={null}
        runningMs={0}
        currency={isMoneyHidden ? null : facts.currency}
        before={kindsBefore}
        hasGone
      />
      <ScreenAndPaper
        screen={<Body {...props} place="" />}
        paper={paper && <Body {...props} facts={paper.facts} place="paper-" />}
      />
    </>
  )
}

/** What comes once the findings are computed: below all figures, so that nothing moves that is being read. */
function Rest(props: WeekViewProps) {
  const { facts, insights, suggestion, exports, isMoneyHidden, range, paper, naming } = props
  if (!insights || !exports) return null
  const isYieldSaid = findingOf(facts, isMoneyHidden)?.type === 'yield'
  const listOf = (all: readonly SaidFinding[], id: string) => {
    const said = isYieldSaid ? all.filter((one) => one.id !== 'yield') : all
    return said.length > 0 && <FindingsList id={id} said={said} range={range} />
  }
  return (
    <>
      <ScreenAndPaper
        screen={listOf(insights.said, 'findings')}
        paper={paper && listOf(paper.said, 'paper-findings')}
      />
      <SuggestionNote
        key={range}
        suggestion={suggestion}
        currency={isMoneyHidden ? null : facts.currency}
        onAccept={props.onAccept}
      />
      <div class="on-screen">{props.promising}</div>
      <StatementActions exports={exports} shared={insights.shared} naming={naming} picture={props.picture} />
    </>
  )
}

/** The Week page: a period, laid out like a bank statement. */
export function WeekView(props: WeekViewProps) {
  const { facts, range, today, beforePeriod, isSoFar, isMoneyHidden, exports, onRange } = props
  const { period, statement, begins, lineBefore, median } = facts.stated
  const currency = isMoneyHidden ? null : facts.currency
  const isEmpty = statement.total.timeMs === 0
  const title = statementTitle(period)
  return (
    <div class="today week" style={{ '--amount-length': longestAmount(statement.total, currency) }}>
      <header class="statement-head">
        <PageHeading>
          {title} {title !== periodName(period) && <span class="soft">{periodName(period)}</span>}
        </PageHeading>
        {!isEmpty && <ExportBar exports={exports} />}
      </header>
      <RangeControl range={range} period={period} today={today} onRange={onRange} />
      <StatementOpening {...props} />
      <ComparedFigures
        total={statement.total}
        before={lineBefore}
        surfaces={statement.surfaces}
        median={median}
        opens={null}
        beforePeriod={beforePeriod}
        begins={begins}
        isSoFar={isSoFar}
        currency={currency}
      />
      {!isEmpty && (
        <>
          <CoverageLine totals={facts.totals ?? []} hasMoney={currency !== null} />
          <Named {...props} />
          <Rest {...props} />
        </>
      )}
    </div>
  )
}
