import type { ComponentChildren } from 'preact'
import type { Scope } from '../../domain/insight/finding'
import { QUESTIONS } from '../../domain/insight/findings'
import { fullerPeriod } from '../../domain/insight/usual-period'
import type { SourceTime } from '../../domain/record/day-total'
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
import { Answered, answeredWords, useAnswered } from './answered'
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

/** The Insights page: one card for each question. */
export function InsightsView(props: InsightsViewProps) {
  const { range, period, today, weekStart, settings, scope, currency, onRange, onSettings } = props
  const [answered, tell] = useAnswered()
  const fuller = scope && fullerPeriod(scope, weekStart)
  return (
    <div class="insights">
      <PageHeading>{t('insights')}</PageHeading>
      <p class="printed-period">{periodName(period)}</p>
      <p class="lead">
        {answered !== null && `${answeredWords(answered)} `}
        {t('insights_lead')}
      </p>
      <RangeControl range={range} period={period} today={today} onRange={onRange} />
      {fuller && answered !== null && answered < QUESTIONS.length && (
        <p class="young">
          <span class="soft">{t('insights_young')}</span>{' '}
          <button type="button" class="text-button" onClick={() => onRange(writeRange(fuller))}>
            {t('insights_show', periodName(fuller))}
          </button>
        </p>
      )}
      {scope && (
        <Answered.Provider value={tell}>
          <InTurn onAll={props.onCards}>
            <CoverageLine totals={props.totals} hasMoney={currency !== null} />
            <TakeCard scope={scope} settings={settings} currency={currency} onSettings={onSettings} />
            <YieldCard scope={scope} settings={settings} currency={currency} onSettings={onSettings} />
            <WorthCard scope={scope} settings={settings} onSettings={onSettings} />
            <DriftCard scope={scope} />
            <AiCard scope={scope} settings={settings} onSettings={onSettings} />
            <OwnersCard scope={scope} />
            <CleanCard
              scope={scope}
              cleanings={settings.cleanings}
              around={props.aroundCleanings}
              onCleanings={(cleanings) => onSettings({ cleanings })}
            />
            <NightsCard
              scope={scope}
              weekStart={weekStart}
              bedtime={settings.bedtime}
              currency={currency}
              onSettings={onSettings}
            />
            {props.promises}
            <IntegrityCard scope={scope} isMoneyHidden={settings.moneyHidden} />
            {props.phone && <PhoneSection {...props.phone} />}
          </InTurn>
        </Answered.Provider>
      )}
    </div>
  )
}
