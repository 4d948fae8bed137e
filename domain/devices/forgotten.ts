/**
 * Words about what was forgotten or deleted, so that it goes from other devices too, and does not come back from them.
 * They name no site: `forgotten <checksum of the site, or *> <first day> <last day>`.
 */
import { siteOf } from '../surface/surface'
import { addDays, type Day, isDay } from '../time/local-time'
import { sortOf, wordId, type WordKey, type Words } from './word'

export interface ForgottenDays {
  /** Null for all sites. */
  site: string | null
  first: Day
  last: Day
}

const SORT = 'forgotten'
const ALL = '*'

const markOf = (site: string): string => wordId(`site ${site}`)

export const forgottenKey = ({ site, first, last }: ForgottenDays): WordKey =>
  `${SORT} ${site === null ? ALL : markOf(site)} ${first} ${last}`

export const isForgottenKey = (key: WordKey): boolean => {
  const [sort, mark = '', first, last] = key.split(' ')
  return sort === SORT && (mark === ALL || /^[\da-f]{16}$/.test(mark)) && isDay(first) && isDay(last)
}

/** Devices send half a year of days; what was forgotten before that is sent by nobody. */
const DAYS_KEPT = 27 * 7

/** Whether nobody sends a day of it any more. */
export const isForgottenOver = (key: WordKey, today: Day): boolean =>
  sortOf(key) === SORT && (key.split(' ')[3] ?? '') < addDays(today, -DAYS_KEPT)

/** Tells of a surface and a day whether they were forgotten, by the words of a device. */
export function forgottenBy(words: Words): (surface: string, day: Day) => boolean {
  const known = [...words.values()].flatMap(({ key }) => (key && isForgottenKey(key) ? [key.split(' ')] : []))
  if (known.length === 0) return () => false
  return (surface, day) => {
    const mark = markOf(siteOf(surface))
    return known.some(
      ([, of, first = '', last = '']) => (of === ALL || of === mark) && day >= first && day <= last,
    )
  }
}
