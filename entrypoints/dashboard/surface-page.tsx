import { useMemo } from 'preact/hooks'
import { valueOf } from '../../components/page/describe-trouble'
import { useLive } from '../../components/page/use-live'
import { SurfaceView } from '../../components/sites/surface-view'
import { sourceTimes } from '../../domain/record/day-total'
import { quartersBySurface } from '../../domain/record/rating'
import { heatOf } from '../../domain/statement/heat'
import type { OpinionChange } from '../../domain/surface/opinion'
import { opensOf } from '../../domain/statement/site-lines'
import { statementOfAccounts } from '../../domain/statement/statement'
import { accountsOf, type SurfaceTally } from '../../domain/statement/tally'
import { trendOf } from '../../domain/statement/trend'
import { liveFirstDay } from '../../storage/record/live-history'
import { hashOf } from './route'
import type { PeriodShown } from './use-period'
import type { Steps } from './use-steps'
import type { Tallies } from './use-tallies'

interface Props extends PeriodShown, Steps {
  surface: string
  range: string
  tallies: Tallies
  currency: string | null
  isSoFar: boolean
  dayStartHour: number
  onRange: (range: string) => void
  onChange: (surface: string, change: OpinionChange) => Promise<unknown>
}

const totalOf = (own: readonly SurfaceTally[]) => statementOfAccounts(accountsOf(own)).total

/** The page of one surface, from its share of the period's tallies. */
export function SurfacePage(props: Props) {
  const { surface, tallies, steps, extent, today, range, dayStartHour } = props
  const { history, valuing } = tallies.valued
  const profile = valuing.profileOf(surface)
  const figures = useMemo(() => {
    const isOwn = (tally: SurfaceTally) => tally.profile === profile
    const isVisited = (visited: string) => valuing.profileOf(visited) === profile
    const [now, before] = [tallies.now.filter(isOwn), tallies.before.filter(isOwn)]
    return {
      total: totalOf(now),
      earlier: totalOf(before),
      opens: { now: opensOf(now), before: opensOf(before) },
      trend: trendOf(now, steps),
      ofTotals: trendOf(tallies.totals.filter(isOwn), steps),
      totals: sourceTimes(history.totals ?? [], extent, dayStartHour, isVisited),
      heat: heatOf(history, extent, dayStartHour, today, isVisited),
    }
  }, [tallies, profile, today])
  const recordedSince = valueOf(useLive(liveFirstDay, ''))
  const ratings = quartersBySurface(tallies.valued.ratings).get(profile.surface) ?? []
  return (
    <SurfaceView
      {...props}
      profile={profile}
      ratings={ratings}
      recordedSince={recordedSince ?? null}
      figures={figures}
      backHref={hashOf('sites', range)}
    />
  )
}
