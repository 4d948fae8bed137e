import { useEffect } from 'preact/hooks'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { SettingsView } from '../../components/settings/settings-view'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { type Day, personDay } from '../../domain/time/local-time'
import { heirOf } from '../../domain/value/rate-history'
import { suggestedCurrency } from '../../domain/value/region-currency'
import { FROM_THE_BEGINNING, type Rate } from '../../domain/value/hour-price'
import { icons } from '../../platform/favicon'
import { preferredLanguage } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveRates } from '../../storage/record/known-surfaces'
import { liveSettings } from '../../storage/record/live'
import { dataActions } from './data-actions'
import type { Route } from './route'
import { siteActions } from './site-actions'
import { TermsNote } from './terms-note'
import { useDirectory } from './use-directory'

const dayNow = (dayStartHour: number): Day => {
  const now = Date.now()
  return personDay(now, localOffset(now), dayStartHour)
}

/** Deletes a rate. If it was the earliest, the next one then holds from the beginning. */
function removeRate(from: Day, rates: readonly Rate[]): Promise<unknown> {
  const heir = heirOf(from, rates)
  if (!heir) return send('removeRate', { from })
  return send('putRate', { rate: { ...heir, from: FROM_THE_BEGINNING }, replaces: heir.from })
}

/** Scrolls to a section and focuses the given surface in it, or else its heading. */
function goTo(section: string, surface: string | null = null): void {
  const target = document.getElementById(section)
  target?.scrollIntoView()
  const row = target?.querySelector<HTMLElement>(`[data-surface="${CSS.escape(surface ?? '')}"] button`)
  const goal = row ?? target?.querySelector('h2')
  goal?.focus({ preventScroll: true })
}

export function SettingsPage({ part: section, surface }: Omit<Route, 'page'>) {
  const liveSet = useLive(liveSettings, '')
  const ratesNow = useLive(liveRates, '')
  const directory = useDirectory()
  const settings = valueOf(liveSet)
  const rates = valueOf(ratesNow)
  const failed = errorIn(liveSet, ratesNow) ?? directory.failed

  const isReady = settings !== undefined && rates !== undefined && directory.known !== null
  useReady(isReady)
  useEffect(() => {
    if (section !== null && isReady) goTo(section, surface)
  }, [section, surface, isReady])

  return (
    <>
      {failed && <Trouble {...failed} />}
      {settings && (
        <SettingsView
          general={{ settings, onChange: (change) => send('changeSettings', change) }}
          rate={
            rates
              ? {
                  rates,
                  currency: settings.currency,
                  suggestedCurrency: suggestedCurrency(preferredLanguage()),
                  today: dayNow(settings.dayStartHour),
                  onSave: async (rate, replaces) => {
                    if (settings.currency === null) await send('changeSettings', { currency: rate.currency })
                    await send('putRate', { rate, replaces })
                  },
                  onRemove: (from) => removeRate(from, rates),
                }
              : null
          }
          pause={{
            settings,
            offsetAt: localOffset,
            onPause: (pausedUntil) => send('changeSettings', { pausedUntil }),
          }}
          data={{ today: dayNow(settings.dayStartHour), actions: dataActions(settings) }}
          onSection={(name) => goTo(name)}
          sites={directory.known && { known: directory.known, icons, actions: siteActions, wanted: surface }}
        />
      )}
      <TermsNote changes={[settings, rates, directory.opinions]} />
    </>
  )
}
