/** Everything that can be found about a period, for pages and files that show all findings together. */
import type { History } from '../record/history'
import type { Settings } from '../settings/settings'
import { type AiDividend, aiDividendOf } from './ai-dividend'
import { type CleanFeeds, cleanFeedsOf } from './clean-feeds'
import { type Concentration, concentrationOf } from './concentration'
import { type Drift, driftOf } from './drift'
import { isMissing, type Missing, type Scope } from './finding'
import { type HourYield, hourYieldOf } from './hour-yield'
import { type Integrity, integrityOf } from './integrity'
import { type Nights, nightsOf } from './nights'
import { type Take, takeOf } from './take'
import { type WorthAnswers, worthAnswersOf } from './worth-answers'

/** The questions, by the name of their card and in the order of the cards. */
export const QUESTIONS = ['take', 'yield', 'worth', 'drift', 'ai', 'owners', 'clean', 'nights'] as const
/** Kept promises are no question: their card stands only where there was something to keep. */
export type FindingName = (typeof QUESTIONS)[number] | 'integrity'

/** Null where there is too little data. */
export interface Findings extends Record<FindingName, object | null> {
  take: Take | null
  yield: HourYield | null
  worth: WorthAnswers | null
  drift: Drift | null
  ai: AiDividend | null
  owners: Concentration | null
  clean: CleanFeeds | null
  nights: Nights | null
  integrity: Integrity | null
}

/** What the person said that findings rest on. */
export type FindingSettings = Pick<Settings, 'region' | 'aiSavedPercent' | 'aiGoal' | 'cleanings' | 'bedtime'>

const unlessMissing = <Found extends object>(found: Found | Missing): Found | null =>
  isMissing(found) ? null : found

/** All findings of a scope; `around` is the record around the cleanings that are compared, null to compare none. */
export const findingsOf = (
  scope: Scope,
  settings: FindingSettings,
  around: History | null = null,
): Findings => ({
  take: unlessMissing(takeOf(scope, settings.region)),
  yield: unlessMissing(hourYieldOf(scope)),
  worth: unlessMissing(worthAnswersOf(scope)),
  drift: unlessMissing(driftOf(scope)),
  ai: unlessMissing(aiDividendOf(scope, settings)),
  owners: unlessMissing(concentrationOf(scope)),
  clean: unlessMissing(cleanFeedsOf(scope, settings.cleanings, around)),
  nights: unlessMissing(nightsOf(scope, settings.bedtime)),
  integrity: integrityOf(scope),
})
