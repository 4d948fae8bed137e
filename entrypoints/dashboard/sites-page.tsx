import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { discreetName } from '../../components/figure/full-name'
import { FIRST_CHOICE } from '../../components/sites/site-choice'
import { SitesView } from '../../components/sites/sites-view'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { extentOf } from '../../domain/time/period'
import type { Settings } from '../../domain/settings/settings'
import { icons } from '../../platform/favicon'
import { send } from '../../platform/messages'
import { liveSettings } from '../../storage/record/live'
import { dayTotalsIn } from './day-totals-in'
import { KnownSites } from './known-sites'
import { hashOf, type Route } from './route'
import { SurfacePage } from './surface-page'
import { usePeriod, useTitle } from './use-period'
import { useSteps } from './use-steps'
import { useTallies } from './use-tallies'

const USUAL = 'this-month'

export function SitesPage({ part, surface }: Omit<Route, 'page'>) {
  const liveSet = useLive(liveSettings, '')
  const settings = valueOf(liveSet)
  const failed = errorIn(liveSet)
  return (
    <>
      {failed && <Trouble {...failed} />}
      {settings && <Sites range={part ?? USUAL} surface={surface} settings={settings} />}
    </>
  )
}

interface Props {
  range: string
  surface: string | null
  settings: Settings
}

/** The page of all sites, or of one surface. */
function Sites({ range, surface, settings }: Props) {
  const shown = usePeriod(range, USUAL, settings)
  const { period, before } = shown
  const steps = useSteps(period, shown.weekStart)
  const { tallies, failed } = useTallies(shown, steps.steps)
  const profile = surface !== null && tallies ? tallies.valued.valuing.profileOf(surface) : null
  useTitle('sites', shown, profile ? discreetName(profile) : undefined)
  const totals = useMemo(() => dayTotalsIn(tallies?.valued, shown.extent), [tallies])
  const [choice, choose] = useState(FIRST_CHOICE)
  useReady(tallies !== null)
  useLayoutEffect(() => {
    if (surface !== null) scrollTo(0, 0)
  }, [surface])
  const hasRate = (tallies?.valued.rates.length ?? 0) > 0
  const hrefOf = (of: string) => hashOf('sites', range, of)
  const shared = {
    range,
    currency: hasRate && !settings.moneyHidden ? settings.currency : null,
    isSoFar: before.extent.until < extentOf(before.period, settings.dayStartHour).until,
    onRange: (next: string) => {
      location.hash = hashOf('sites', next, surface ?? undefined)
    },
  }
  return (
    <>
      {failed && <Trouble {...failed} />}
      {surface === null ? (
        <SitesView
          {...shown}
          {...shared}
          tallies={tallies}
          totals={totals}
          choice={choice}
          onChoice={choose}
          icons={icons}
          onChange={(of, change) => send('changeSurface', { surface: of, change })}
          othersOf={(wanted) => <KnownSites {...wanted} hrefOf={hrefOf} />}
          hrefOf={hrefOf}
        />
      ) : (
        tallies && (
          <SurfacePage
            key={surface}
            {...shown}
            {...steps}
            {...shared}
            surface={surface}
            hrefOf={hrefOf}
            tallies={tallies}
            dayStartHour={settings.dayStartHour}
          />
        )
      )}
    </>
  )
}
