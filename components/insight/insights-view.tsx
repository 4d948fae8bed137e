import { type ComponentChildren, Fragment, type VNode } from 'preact'
import type { Scope } from '../../domain/insight/finding'
import { QUESTIONS } from '../../domain/insight/findings'
import { fullerPeriod } from '../../domain/insight/usual-period'
import type { SourceTime } from '../../domain/record/total-source'
import type { History } from '../../domain/record/history'
import type { ChangeSettings, Settings } from '../../domain/settings/settings'
import type { Day } from '../../domain/time/local-time'
import type { Period } from '../../domain/time/period'
import { writeRange } from '../../domain/time/range'
import { t } from '../../platform/i18n'
import { CoverageLine } from '../totals/coverage-line'
import { InTurn } from '../page/in-turn'
import { PageHeading } from '../page/page-heading'
import { periodName } from '../period/period-name'
import { RangeControl } from '../period/range-control'
import { type PhoneProps, PhoneSection } from '../phone/phone-section'
import { AiCard } from './ai-card'
import { Answered, type AnsweredCards, answeredWords, countAnswered, useAnswered } from './answered'
import { CleanCard } from './clean-card'
import { DriftCard } from './drift-card'
import { IntegrityCard } from './integrity-card'
import { NightsCard } from './nights-card'
import { OwnersCard } from './owners-card'
import { TakeCard } from './take-card'
import { YieldCard } from './yield-card'
import { WorthCard } from './worth-card'

export interface InsightsViewProps {
  range: string
  period: Period
  today: Day
  /** The weekday on which weeks start. */
  weekStart: number
  settings: Settings
  /** Null until everything is read. */
  scope: Scope | null
  /** The record around the cleanings of feeds that are compared; null until it is read. */
  aroundCleanings: History | null
  /** Null if no money is shown. */
  currency: string | null
  /** How much of the period is day totals. */
  totals: readonly SourceTime[]
  /** The card of promises about next week. */
  promises: ComponentChildren
  /** Null until it is read. */
  phone: PhoneProps | null
  onRange: (range: string) => void
  onSettings: ChangeSettings
  /** Told whether all cards are shown. */
  onCards: (areAllShown: boolean) => void
}

/** Above the questions that have no answer yet. */
const ToCome = ({ isAll }: { isAll: boolean }) => (
  <header class="lacking-head">
    <h2>{t(isAll ? 'insights_all_to_come' : 'insights_to_come')}</h2>
    <p class="soft">{t('insights_to_come_when')}</p>
  </header>
)

/** The cards of the questions. */
function cardsOf(props: InsightsViewProps & { scope: Scope }): Record<(typeof QUESTIONS)[number], VNode> {
  const { scope, weekStart, settings, currency, onSettings } = props
  return {
    take: <TakeCard key="take" {...{ scope, settings, currency, onSettings }} />,
    yield: <YieldCard key="yield" {...{ scope, settings, currency, onSettings }} />,
    worth: <WorthCard key="worth" {...{ scope, settings, onSettings }} />,
    drift: <DriftCard key="drift" scope={scope} />,
    ai: <AiCard key="ai" {...{ scope, settings, onSettings }} />,
    owners: <OwnersCard key="owners" scope={scope} />,
    clean: (
      <CleanCard
        key="clean"
        scope={scope}
        cleanings={settings.cleanings}
        around={props.aroundCleanings}
        onCleanings={(cleanings) => onSettings({ cleanings })}
      />
    ),
    nights: (
      <NightsCard key="nights" {...{ scope, weekStart, currency, onSettings }} bedtime={settings.bedtime} />
    ),
  }
}

interface CardsProps extends InsightsViewProps {
  scope: Scope
  answered: AnsweredCards
}

/** The questions with an answer, those without as one list, then what the person can do. */
function Cards({ answered, ...props }: CardsProps) {
  const { scope, settings, currency, phone } = props
  const cards = cardsOf(props)
  const isMissing = (name: (typeof QUESTIONS)[number]) => answered.found?.get(name) === false
  const missing = QUESTIONS.filter(isMissing)
  return (
    <Answered.Provider value={answered}>
      <InTurn onAll={props.onCards}>
        {[
          <CoverageLine key="coverage" totals={props.totals} hasMoney={currency !== null} />,
          ...QUESTIONS.filter((name) => !isMissing(name)).map((name) => cards[name]),
          missing.length > 0 && <ToCome key="to-come" isAll={missing.length === QUESTIONS.length} />,
          ...missing.map((name) => cards[name]),
          <Fragment key="promises">{props.promises}</Fragment>,
          <IntegrityCard key="integrity" scope={scope} isMoneyHidden={settings.moneyHidden} />,
          phone && <PhoneSection key="phone" {...phone} />,
        ]}
      </InTurn>
    </Answered.Provider>
  )
}

/** The Insights page: one card for each question. */
export function InsightsView(props: InsightsViewProps) {
  const { range, period, today, weekStart, scope, onRange } = props
  const answered = useAnswered()
  const count = answered.found && countAnswered(answered.found)
  const fuller = scope && fullerPeriod(scope, weekStart)
  return (
    <div class="insights">
      <PageHeading>{t('insights')}</PageHeading>
      <p class="printed-period">{periodName(period)}</p>
      <p class="lead">
        {count !== null && `${answeredWords(count)} `}
        {count !== 0 && t('insights_lead')}
      </p>
      <RangeControl range={range} period={period} today={today} onRange={onRange} />
      {fuller && count !== null && count < QUESTIONS.length && (
        <p class="young">
          <span class="soft">{t('insights_young')}</span>{' '}
          <button type="button" class="text-button" onClick={() => onRange(writeRange(fuller))}>
            {t('insights_show', periodName(fuller))}
          </button>
        </p>
      )}
      {scope && <Cards {...props} scope={scope} answered={answered} />}
    </div>
  )
}
