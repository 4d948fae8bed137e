import { comparedDays } from '../../domain/insight/cleaning-change'
import type { Cleanings } from '../../domain/settings/cleaning'
import type { Day } from '../../domain/time/local-time'
import { useHistory } from './use-history'

/** The record around the cleanings of feeds that are compared; today's if there are none. */
export function useAroundCleanings(cleanings: Cleanings, today: Day) {
  const { first, last } = comparedDays(cleanings, today) ?? { first: today, last: today }
  const { valued, failed } = useHistory(first, last)
  return { around: valued?.history ?? null, failed }
}
