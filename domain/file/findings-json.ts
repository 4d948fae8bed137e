/** The findings of a statement for other programs; docs/formats.md describes each field. */
import type { AiDividend } from '../insight/ai-dividend'
import type { CleanFeed, CleanFeeds } from '../insight/clean-feeds'
import { newestCompared } from '../insight/cleaning-change'
import type { Concentration, Spread } from '../insight/concentration'
import type { Drift } from '../insight/drift'
import type { Findings, FindingSettings } from '../insight/findings'
import type { HourYield } from '../insight/hour-yield'
import type { Integrity } from '../insight/integrity'
import type { Nights } from '../insight/nights'
import type { Take, TakeFigures } from '../insight/take'
import type { WorthAnswers } from '../insight/worth-answers'

const secondsOf = (ms: number): number => Math.floor(ms / 1000)

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

const takenOf = ({ timeMs, money, earned }: TakeFigures) => ({
  seconds: secondsOf(timeMs),
  costMinor: money?.costMinor ?? null,
  returnMinor: money?.returnMinor ?? null,
  netMinor: money?.netMinor ?? null,
  earnedUsCents: earned,
})

const takeJson = ({ lines, owners, total, unknown }: Take, region: FindingSettings['region']) => ({
  region,
  platforms: lines.map(({ take, owner, grade, ...figures }) => ({
    site: take.site,
    owner,
    ...takenOf(figures),
    grade,
    checked: take.checked,
  })),
  owners: owners.map(({ owner, ...figures }) => ({ owner, ...takenOf(figures) })),
  total: takenOf(total),
  unknown,
})

const yieldJson = (found: HourYield) => ({
  yieldMinor: found.yieldMinor,
  priceMinor: found.priceMinor,
  ownMinor: found.ownMinor,
  assumedMinor: found.assumedMinor,
  pricedSeconds: secondsOf(found.pricedMs),
  lossSeconds: secondsOf(found.lossMs),
  surfaces: found.surfaces,
  assumedSurfaces: found.assumedSurfaces,
})

const worthJson = ({ surfaces, worthIt, answered, asked }: WorthAnswers) => ({
  asked,
  answered,
  worthIt,
  surfaces: surfaces.map(({ profile, rated, assumedQuarters, worthIt: own }) => ({
    surface: profile.surface,
    answered: rated.count,
    worthIt: own,
    worthQuarters: rounded(rated.worthQuarters, 2),
    lowQuarters: rounded(rated.low, 2),
    highQuarters: rounded(rated.high, 2),
    assumedQuarters,
  })),
})

const driftJson = ({ period, drifted, visits, surfaces, parts }: Drift) => ({
  first: period.first,
  last: period.last,
  drifted,
  visits,
  surfaces: surfaces.map(({ profile, ...count }) => ({ surface: profile.surface, ...count })),
  hours: parts.map(({ part, ...count }) => ({ ...part, ...count })),
})

const aiJson = ({ aiMs, dividendMs, aiDays, split }: AiDividend, settings: FindingSettings) => ({
  savedPercent: settings.aiSavedPercent,
  goal: settings.aiGoal,
  seconds: secondsOf(aiMs),
  dividendSeconds: secondsOf(dividendMs),
  keptSeconds: split && secondsOf(split.keptMs),
  leakedSeconds: split && secondsOf(split.leakedMs),
  unknownSeconds: split && secondsOf(split.unknownMs),
  days: split && split.days,
  aiDays,
})

const spreadJson = ({ timeMs, effective, hhi, shares }: Spread) => ({
  seconds: secondsOf(timeMs),
  effective: rounded(effective, 2),
  hhi: Math.round(hhi),
  shares: shares.map(({ name, timeMs: own, share }) => ({
    name,
    seconds: secondsOf(own),
    share: rounded(share, 4),
  })),
})

const ownersJson = (found: Concentration) => ({
  ...spreadJson(found),
  ai: found.ai && spreadJson(found.ai),
})

/** What changed in the four weeks after the last cleaning that can be compared; null if none can. */
function changeJson({ comparisons }: CleanFeed) {
  const found = newestCompared(comparisons)
  return found
    ? {
        cleaned: found.cleaned,
        weekSecondsBefore: secondsOf(found.beforeMs),
        weekSecondsAfter: secondsOf(found.afterMs),
        drift: found.drift,
      }
    : null
}

const cleanJson = ({ feeds, weeks }: CleanFeeds) => ({
  first: weeks.first,
  last: weeks.last,
  feeds: feeds.map((feed) => ({
    site: feed.guide.site,
    seconds: secondsOf(feed.timeMs),
    isUsed: feed.isUsed,
    interval: feed.cleaning.interval,
    cleaned: feed.cleaning.done.at(-1) ?? null,
    next: feed.next,
    isDue: feed.isDue,
    change: changeJson(feed),
  })),
})

const nightsJson = ({ nights, kept, of, minute, pastMs, costMinor, run, afterBedMs }: Nights) => ({
  first: nights[0]?.day ?? null,
  last: nights.at(-1)?.day ?? null,
  cutoffMinute: minute,
  kept,
  of,
  longestRun: run.longest,
  pastSeconds: secondsOf(pastMs),
  costMinor,
  afterBedSeconds: afterBedMs === null ? null : secondsOf(afterBedMs),
})

/** No rule is named: a statement for others names none that is not in its period. */
const integrityJson = ({ weeks, kept, of, limits, commitments, focus, events, isByFirst }: Integrity) => ({
  first: weeks[0]?.period.first ?? null,
  last: weeks.at(-1)?.period.last ?? null,
  kept,
  of,
  limits,
  commitments,
  focus,
  isByFirst,
  ...events,
  weeks: weeks.map((week) => ({
    first: week.period.first,
    last: week.period.last,
    kept: week.kept,
    of: week.of,
    ...week.events,
  })),
})

/** The figures of each finding that exists, by the name of its card; null if there is none. */
export function findingsJson(findings: Findings, settings: FindingSettings): object | null {
  const { take, yield: earned, worth, drift, ai, owners, clean, nights, integrity } = findings
  const found = {
    ...(take && { take: takeJson(take, settings.region) }),
    ...(earned && { yield: yieldJson(earned) }),
    ...(worth && { worth: worthJson(worth) }),
    ...(drift && { drift: driftJson(drift) }),
    ...(ai && { ai: aiJson(ai, settings) }),
    ...(owners && { owners: ownersJson(owners) }),
    ...(clean && { clean: cleanJson(clean) }),
    ...(nights && { nights: nightsJson(nights) }),
    ...(integrity && { integrity: integrityJson(integrity) }),
  }
  return Object.keys(found).length > 0 ? found : null
}
