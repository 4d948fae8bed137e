/**
 * Which feeds a person can clean, and which are due: platforms with a guide on whose recommended parts they spent
 * `LEAST_ATTENTION_MS` in the last eight weeks, and those for which they chose an interval.
 */
import { type History, withoutTotals } from '../record/history'
import { type Cleaning, cleaningOf, type Cleanings, isCleaningDue, nextCleaning } from '../settings/cleaning'
import type { Day } from '../time/local-time'
import type { Period } from '../time/period'
import { type Compared, type Comparison, comparedDays, comparisonsOf } from './cleaning-change'
import { LEAST_ATTENTION_MS, lastDayOf, type Missing, MOST_WEEKS, type Scope, weeksUpTo } from './finding'
import { missingMinutes, whenSince } from './missing'
import type { FeedGuide, Way } from './data/feed-guides'
import { feedMsIn, type FeedTime, feedTimes, filledBy } from './feed-times'

export interface CleanFeed {
  guide: FeedGuide
  name: string
  /** The site of the platform that was used most: a country version, or the main site. */
  site: string
  /** Ms in the period, on the parts that recommendations fill, day totals included. */
  timeMs: number
  /** Whether it was used enough; otherwise it is listed for its interval. */
  isUsed: boolean
  cleaning: Cleaning
  isDue: boolean
  /** The next day on which it is due; null if the interval is off or it was never cleaned. */
  next: Day | null
  comparisons: Comparison[]
}

export interface CleanFeeds {
  /** The most used of the eight weeks first. */
  feeds: CleanFeed[]
  /** The eight weeks. */
  weeks: Pick<Period, 'first' | 'last'>
}

export interface FeedChange {
  feed: CleanFeed
  comparison: Compared
}

const NO_TIME: FeedTime = { days: new Map(), sites: new Map() }

const mostUsed = ({ sites }: FeedTime, { site }: FeedGuide): string =>
  [...sites].toSorted(([a, aMs], [b, bMs]) => bMs - aMs || (a < b ? -1 : 1))[0]?.[0] ?? site

/** The newest comparison of all feeds, with its feed; null if none was compared. */
export function newestChange({ feeds }: Pick<CleanFeeds, 'feeds'>): FeedChange | null {
  const changes = feeds.flatMap((feed) =>
    feed.comparisons.flatMap((one) => (one.state === 'compared' ? [{ feed, comparison: one }] : [])),
  )
  return changes.toSorted((a, b) => (a.comparison.cleaned < b.comparison.cleaned ? 1 : -1))[0] ?? null
}

/**
 * `around` is the record of the `comparedDays`; nothing is compared while it is null. What is due and what is compared
 * holds for today.
 */
export function cleanFeedsOf(
  scope: Scope,
  cleanings: Cleanings,
  around: History | null,
): CleanFeeds | Missing {
  const { period, history, valuing, today } = scope
  const weeks = { first: weeksUpTo(scope, MOST_WEEKS)[0]!.first, last: lastDayOf(scope) }
  const read = { ...weeks, first: weeks.first < period.first ? weeks.first : period.first }
  const times = [...feedTimes(history, read, valuing)]
  const days = comparedDays(cleanings, today)
  const timesAround = days && around && feedTimes(withoutTotals(around), days, valuing)
  const answers = Map.groupBy(scope.ratings, ({ surface }) => filledBy(surface, valuing.profileOf)?.guide)
  const used = times
    .map(([guide, time]) => ({ guide, time, usedMs: feedMsIn(time, weeks) }))
    .toSorted((a, b) => b.usedMs - a.usedMs || (a.guide.site < b.guide.site ? -1 : 1))
  const feeds = used.flatMap(({ guide, time, usedMs }): CleanFeed[] => {
    const cleaning = cleaningOf(cleanings, guide.site)
    const isUsed = usedMs >= LEAST_ATTENTION_MS
    if (!isUsed && cleaning.interval === 'off') return []
    return [
      {
        guide,
        name: valuing.profileOf(guide.site).name,
        site: mostUsed(time, guide),
        timeMs: feedMsIn(time, period),
        isUsed,
        cleaning,
        isDue: isCleaningDue(cleaning, today),
        next: nextCleaning(cleaning),
        // Ads are no feed whose time could change.
        comparisons:
          guide.reach === 'ads' || around === null
            ? []
            : comparisonsOf(
                cleaning,
                { time: timesAround?.get(guide) ?? NO_TIME, answers: answers.get(guide) ?? [] },
                scope,
              ),
      },
    ]
  })
  if (feeds.length > 0) return { feeds, weeks }
  const usedMs = used[0]?.usedMs ?? 0
  const when = whenSince(weeks.first, usedMs, LEAST_ATTENTION_MS, scope)
  return missingMinutes('feeds', usedMs, LEAST_ATTENTION_MS, when)
}

/** The link of a way, on the site of the platform that the person uses. */
export const linkOn = ({ link }: Way, { guide, site }: Pick<CleanFeed, 'guide' | 'site'>): string | null =>
  link?.replace(`://www.${guide.site}/`, `://www.${site}/`) ?? null
