import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { ratedWorth } from '../../domain/surface/worth'
import { tn } from '../figure/plural'
import { worthPercent } from '../figure/worth-percent'

interface Props {
  profile: Pick<SurfaceProfile, 'kind' | 'worth'>
  /** In quarters; at least one. */
  ratings: readonly number[]
}

/** How sure a worth from answers is: their number and its range. */
export function RatedNote({ profile: { kind, worth }, ratings }: Props) {
  const { worthQuarters, low, high, count } = ratedWorth(ratings, kind)
  const key = worth.source === 'own' ? 'insight_worth_unused' : 'insight_worth_rated'
  return (
    <p class="soft">{tn(key, count, worthPercent(worthQuarters), worthPercent(low), worthPercent(high))}</p>
  )
}
