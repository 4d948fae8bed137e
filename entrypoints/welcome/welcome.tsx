import { useEffect, useRef, useState } from 'preact/hooks'
import { errorIn, storageTroubleOf, valueOf } from '../../components/page/describe-trouble'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { Begun } from '../../components/welcome/begun'
import { type Answers, WelcomeView } from '../../components/welcome/welcome-view'
import { type Day, personDay } from '../../domain/time/local-time'
import { firstRules } from '../../domain/firewall/presets'
import { firstDayOfNew } from '../../domain/value/rate-history'
import { suggestedCurrency } from '../../domain/value/region-currency'
import { isPaused, type Settings } from '../../domain/settings/settings'
import type { Rate } from '../../domain/value/hour-price'
import { preferredLanguage, t } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { inTime } from '../../storage/base/in-time'
import { liveSettings, liveTrouble } from '../../storage/record/live'
import { allRates } from '../../storage/said/rates'

type NewRatePlace = Pick<Rate, 'from' | 'hourTypes'>

/** The first rate holds from the beginning, a later one from today with the hour types of the current rate. */
async function placeOfNew(today: Day): Promise<NewRatePlace> {
  const rates = await inTime(allRates)
  const now = rates.findLast(({ from }) => from <= today)
  return { from: firstDayOfNew(rates, today), hourTypes: now?.hourTypes ?? null }
}

/** Saves the answers that differ from the settings. */
function useSave(settings: Settings | undefined) {
  // Determined once, so that a second try after a failure saves the same rate.
  const place = useRef<NewRatePlace | null>(null)
  // Rules that a first try has set are not set again.
  const rulesSet = useRef(0)
  return async (answers: Answers): Promise<void> => {
    const { currency, hourMinor, dayStartHour, guessMinutes } = answers
    const now = Date.now()
    const day = personDay(now, localOffset(now), dayStartHour)
    await send('changeSettings', {
      ...(currency !== settings?.currency && { currency }),
      ...(dayStartHour !== settings?.dayStartHour && { dayStartHour }),
      ...(guessMinutes !== null && { guess: { day, minutes: guessMinutes } }),
    })
    if (hourMinor !== null) {
      place.current ??= await placeOfNew(day)
      await send('putRate', { rate: { ...place.current, amountMinor: hourMinor, currency }, replaces: null })
    }
    for (const rule of firstRules(answers.feedMinutes, answers.closed).slice(rulesSet.current)) {
      await send('putRule', { rule, pin: null })
      rulesSet.current += 1
    }
  }
}

/** Whether rules exist; null until that is known. */
function useHasRules(): boolean | null {
  const [hasRules, setHasRules] = useState<boolean | null>(null)
  useEffect(() => {
    send('firewall', null).then(
      ({ rules }) => setHasRules(rules.length > 0),
      () => setHasRules(false),
    )
  }, [])
  return hasRules
}

/** Kept in the URL, so that a reloaded page still says what was done. */
const SAVED = '#saved'

/** The welcome page. The worker opens it once; the person can open it again at any time. */
export function Welcome() {
  const liveSet = useLive(liveSettings, '')
  const trouble = storageTroubleOf(valueOf(useLive(liveTrouble, '')))
  const [isDone, setDone] = useState(location.hash === SAVED)
  const settings = valueOf(liveSet)
  const save = useSave(settings)
  const hasRules = useHasRules()
  useEffect(() => {
    document.title = `${t('welcome')} – ${t('extension_name')}`
  }, [])
  useReady(settings !== undefined && hasRules !== null)

  const bad = trouble ?? errorIn(liveSet)
  if (!settings || hasRules === null) return bad && <Trouble {...bad} />
  return (
    <main>
      {bad && <Trouble {...bad} />}
      {isDone ? (
        <Begun iconUrl="/icons/recording.svg" isPaused={isPaused(settings, Date.now())} />
      ) : (
        <WelcomeView
          currency={settings.currency ?? suggestedCurrency(preferredLanguage())}
          dayStartHour={settings.dayStartHour}
          hasRules={hasRules}
          onSave={save}
          onSaved={() => {
            history.replaceState(null, '', SAVED)
            setDone(true)
          }}
        />
      )}
    </main>
  )
}
