import { useMemo } from 'preact/hooks'
import { Trouble } from '../../components/page/trouble'
import { SurfaceView } from '../../components/sites/surface-view'
import { quartersBySurface } from '../../domain/record/rating'
import { heatOf } from '../../domain/statement/heat'
import { opensOf } from '../../domain/statement/site-lines'
import { type KnownSurface, surfaceDirectory } from '../../domain/surface/surface-directory'
import { statementOfAccounts } from '../../domain/statement/statement'
import { accountsOf, type SurfaceTally } from '../../domain/statement/tally'
import { trendOf } from '../../domain/statement/trend'
import { dayTotalsIn } from './day-totals-in'
import { hashOf } from './route'
import { siteActions } from './site-actions'
import { TermsNote } from './terms-note'
import { useFirstDay } from './use-devices'
import { useDirectory } from './use-directory'
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
  hrefOf: (surface: string) => string
}

const stated = (own: readonly SurfaceTally[]) => statementOfAccounts(accountsOf(own))

/** The page of one surface, from its share of the period's tallies. */
export function SurfacePage(props: Props) {
  const { surface, tallies, steps, extent, today, range, dayStartHour } = props
  const { history, valuing } = tallies.valued
  const profile = valuing.profileOf(surface)
  const figures = useMemo(() => {
    const isOwn = (tally: SurfaceTally) => tally.profile === profile
    const isVisited = (visited: string) => valuing.profileOf(visited) === profile
    const [now, before] = [tallies.now.filter(isOwn), tallies.before.filter(isOwn)]
    const { total, surfaces } = stated(now)
    const ofSite = tallies.now.filter((tally) => tally.profile.site === profile.site)
    return {
      total,
      partsMs: stated(ofSite).total.timeMs - total.timeMs,
      surfaces,
      earlier: stated(before).total,
      begins: tallies.begins,
      opens: { now: opensOf(now), before: opensOf(before) },
      trend: trendOf(now, steps),
      ofTotals: trendOf(tallies.totals.filter(isOwn), steps),
      totals: dayTotalsIn(tallies.valued, extent, isVisited),
      heat: heatOf(history, extent, dayStartHour, today, isVisited),
    }
  }, [tallies, profile, today])
  const { first: recordedSince } = useFirstDay()
  const ratings = quartersBySurface(tallies.valued.ratings).get(profile.surface) ?? []
  const { known, opinions, failed } = useDirectory()
  const editing = useMemo(() => {
    if (!known) return null
    const isMeant = (other: KnownSurface) => other.profile.surface === surface
    // A surface that is in no store yet can be set too.
    const site = known.find(isMeant) ?? surfaceDirectory(new Map([[surface, 0]]), opinions).find(isMeant)
    return site ? { site, known } : null
  }, [known, surface])
  const backHref = hashOf('sites', range)
  return (
    <>
      {failed && <Trouble {...failed} />}
      <SurfaceView
        {...props}
        profile={profile}
        ratings={ratings}
        recordedSince={recordedSince ?? null}
        figures={figures}
        backHref={backHref}
        editing={
          editing && {
            ...editing,
            actions: siteActions,
            onForgotten: () => {
              location.hash = backHref
            },
          }
        }
      />
      <TermsNote changes={[opinions]} />
    </>
  )
}
