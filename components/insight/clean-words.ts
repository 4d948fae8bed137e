import { type CleanFeed, type CleanFeeds, newestChange } from '../../domain/insight/clean-feeds'
import type { Compared } from '../../domain/insight/cleaning-change'
import { type DriftCount, driftShare } from '../../domain/insight/drift'
import { FEED_GUIDES } from '../../domain/insight/data/feed-guides'
import { wholeMinutes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { duration, listed, whole } from '../figure/format'
import { shortDay } from '../figure/numbers'
import { tn } from '../figure/plural'
import type { FindingWords } from './finding-sentence'
import { sharePercent } from './owners-words'

/** More names than this make no sentence. */
const MOST_NAMES = 3

/** `YouTube, TikTok and 2 others`. */
function someListed(names: readonly string[]): string {
  const shown = names.length <= MOST_NAMES ? names : names.slice(0, MOST_NAMES - 1)
  const others = names.length - shown.length
  const all = others > 0 ? [...shown, tn('insight_owners_others', others)] : shown
  return listed(all)
}

/** The feed that is due next. */
const nextOf = (feeds: readonly CleanFeed[]): CleanFeed | undefined =>
  feeds
    .filter(({ next, isDue }) => next !== null && !isDue)
    .toSorted((a, b) => ((a.next ?? '') < (b.next ?? '') ? -1 : 1))[0]

/** `In the four weeks after you cleaned X, you spent 12 min less there a week.` Empty if nothing was compared. */
function changedWords(feeds: Pick<CleanFeeds, 'feeds'>): string {
  const change = newestChange(feeds)
  if (!change) return ''
  const { feed, comparison } = change
  const { drift } = comparison
  const words = t('insight_clean_changed', feed.name, differenceWords(comparison))
  return drift ? `${words} ${t('insight_clean_drifted', shareOf(drift.after), shareOf(drift.before))}` : words
}

const shareOf = (count: DriftCount): string => sharePercent(driftShare(count))

/** `You used 3 feeds that can be cleaned. YouTube is due.`, and what changed after the newest cleaning. */
export function cleanWords(found: CleanFeeds): FindingWords {
  const { text, strong } = dueSentence(found)
  return { text: `${text} ${changedWords(found)}`.trim(), strong }
}

/** How many feeds were used, and which is due or next. */
function dueSentence({ feeds }: CleanFeeds): FindingWords {
  const count = feeds.filter(({ isUsed }) => isUsed).length
  const used = tn('insight_clean_feeds', count)
  const due = feeds.filter(({ isDue }) => isDue).map(({ name }) => name)
  if (due.length > 0) {
    const names = someListed(due)
    const words = due.length === 1 ? t('insight_clean_is_due', names) : t('insight_clean_are_due', names)
    return { text: `${used} ${words}`, strong: [words] }
  }
  const next = nextOf(feeds)
  if (next?.next) {
    const words = t('insight_clean_next', next.name, shortDay(next.next))
    return { text: `${used} ${words}`, strong: [next.name] }
  }
  return { text: used, strong: [whole(count)] }
}

/** The day on which the steps were last checked. */
export const lastChecked = (): string =>
  shortDay(FEED_GUIDES.reduce((latest, { checked }) => (checked > latest ? checked : latest), ''))

export const cleanBasis = (): string => t('insight_clean_basis', lastChecked())

/** `Cleaned Oct 5, 2026 · next Jan 5, 2027`, without what is due. */
export function cleanedWords({ cleaning: { done }, next, isDue }: CleanFeed): string {
  const last = done.at(-1)
  if (last === undefined) return t('insight_clean_never')
  const cleaned = t('insight_clean_last', shortDay(last))
  return next === null || isDue ? cleaned : `${cleaned} · ${t('insight_clean_again', shortDay(next))}`
}

/** `due`, or since when; empty if it is not. */
export const dueWords = ({ isDue, next }: CleanFeed): string => {
  if (!isDue) return ''
  return next === null ? t('insight_clean_due') : t('insight_clean_due_since', shortDay(next))
}

/** `12 min less`, `12 min more`, `the same`. */
export function differenceWords({ beforeMs, afterMs }: Pick<Compared, 'beforeMs' | 'afterMs'>): string {
  const difference = wholeMinutes(afterMs) - wholeMinutes(beforeMs)
  if (difference === 0) return t('insight_clean_same')
  return difference < 0
    ? t('insight_clean_less', duration(-difference))
    : t('insight_clean_more', duration(difference))
}
