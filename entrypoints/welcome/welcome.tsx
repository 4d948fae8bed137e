import { useEffect, useRef, useState } from 'preact/hooks'
import { errorIn, storageTroubleOf, valueOf } from '../../components/page/describe-trouble'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { useReady } from '../../components/page/use-ready'
import { targetName } from '../../components/rule/target-name'
import type { SetNow } from '../../components/welcome/done-step'
import { type HourAnswer, type WelcomeStep, STEPS, WelcomeView } from '../../components/welcome/welcome-view'
import { type FirstChoice, firstRules } from '../../domain/firewall/presets'
import type { Rule, Target } from '../../domain/firewall/rule'
import { isPaused, type Settings } from '../../domain/settings/settings'
import { surfaceBook } from '../../domain/surface/surface-book'
import { type Day, personDay } from '../../domain/time/local-time'
import type { Rate } from '../../domain/value/hour-price'
import { rescale } from '../../domain/value/minor-units'
import { firstDayOfNew } from '../../domain/value/rate-history'
import { suggestedCurrency } from '../../domain/value/region-currency'
import { preferredLanguage, t } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { lazyPage } from '../dashboard/lazy-page'
import { inTime } from '../../storage/base/in-time'
import { liveRates } from '../../storage/record/known-surfaces'
import { liveSettings, liveTrouble } from '../../storage/record/live'
import { allRates } from '../../storage/said/rates'

const Restore = lazyPage(async () => (await import('./restore')).Restore)

type NewRatePlace = Pick<Rate, 'from' | 'hourTypes'>

const rateOn = (rates: readonly Rate[], day: Day) => rates.findLast(({ from }) => from <= day)

const todayOf = ({ dayStartHour }: Settings): Day => {
  const now = Date.now()
  return personDay(now, localOffset(now), dayStartHour)
}

/** The first rate holds from the beginning, a later one from today with the hour types of the current rate. */
async function placeOfNew(today: Day): Promise<NewRatePlace> {
  const rates = await inTime(() => allRates())
  return { from: firstDayOfNew(rates, today), hourTypes: rateOn(rates, today)?.hourTypes ?? null }
}

/** Saves what was said about the hour, as far as it differs from the settings. */
function useSaveHour(settings: Settings | undefined) {
  // Determined once, so that going back and saving again changes the same rate.
  const place = useRef<NewRatePlace | null>(null)
  return async ({ currency, hourMinor }: HourAnswer): Promise<void> => {
    if (!settings) return
    if (currency !== null && currency !== settings.currency) await send('changeSettings', { currency })
    if (hourMinor === null || currency === null) return
    place.current ??= await placeOfNew(todayOf(settings))
    await send('putRate', { rate: { ...place.current, amountMinor: hourMinor, currency }, replaces: null })
  }
}

/** The rules; null until they are known. Read anew after each one that is set here. */
function useRules() {
  const [rules, setRules] = useState<readonly Rule[] | null>(null)
  // What a first try has set is not set again.
  const isSet = useRef(new Set<Rule>())
  const read = () =>
    send('firewall', null).then(
      (status) => setRules(status.rules.map(({ rule }) => rule)),
      () => setRules((known) => known ?? []),
    )
  useEffect(() => void read(), [])
  const choose = async (choice: FirstChoice): Promise<void> => {
    for (const rule of firstRules[choice].filter((one) => !isSet.current.has(one))) {
      await send('putRule', { rule, pin: null })
      isSet.current.add(rule)
    }
    await read()
  }
  return { rules, read, choose }
}

const stepIn = (hash: string): WelcomeStep => STEPS.find((step) => hash === `#${step}`) ?? 'hour'

/** The step, kept in the URL: a reloaded page shows the same one, and the browser goes back to the one before. */
function useStep(): [WelcomeStep, (step: WelcomeStep) => void] {
  const [step, setStep] = useState(stepIn(location.hash))
  useEffect(() => {
    const follow = () => setStep(stepIn(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return [step, (next) => (location.hash = next)]
}

/** Names sites by the catalogue. Rules that are set here are for kinds. */
const profileOf = surfaceBook([])
const nameOf = (target: Target) => targetName(target, profileOf)

/** What holds now, as the last step repeats it. */
function setNow(settings: Settings, rates: readonly Rate[], rules: readonly Rule[]): SetNow {
  const today = todayOf(settings)
  const { currency, guess, moneyHidden } = settings
  const rate = rateOn(rates, today)
  const shown = currency ?? rate?.currency ?? ''
  return {
    isPaused: isPaused(settings, Date.now()),
    hourMinor: rate ? rescale(rate.amountMinor, rate.currency, shown) : null,
    currency: shown,
    isMoneyHidden: moneyHidden,
    rules,
    guess: guess?.day === today ? guess.minutes : null,
  }
}

/** The welcome page. The worker opens it once; the person can open it again at any time. */
export function Welcome() {
  const liveSet = useLive(liveSettings, '')
  const rates = useLive(liveRates, '')
  const trouble = storageTroubleOf(valueOf(useLive(liveTrouble, '')))
  const settings = valueOf(liveSet)
  const [step, setStep] = useStep()
  const saveHour = useSaveHour(settings)
  const { rules, read, choose } = useRules()
  useEffect(() => {
    document.title = t('welcome')
  }, [])
  const isKnown = settings !== undefined && rules !== null && rates !== null
  useReady(isKnown)

  const bad = trouble ?? errorIn(liveSet)
  if (!isKnown) return bad && <Trouble {...bad} />
  return (
    <main>
      {bad && <Trouble {...bad} />}
      <WelcomeView
        step={step}
        iconUrl="/icons/recording.svg"
        currency={settings.currency ?? suggestedCurrency(preferredLanguage())}
        hasRules={rules.length > 0}
        now={setNow(settings, valueOf(rates) ?? [], rules)}
        nameOf={nameOf}
        onStep={setStep}
        onHour={saveHour}
        onLimit={choose}
        restore={
          <Restore
            settings={settings}
            onNext={() => void read().then(() => setStep(valueOf(rates)?.length ? 'saved' : 'hour'))}
          />
        }
        onGuess={(minutes) => send('changeSettings', { guess: { day: todayOf(settings), minutes } })}
      />
    </main>
  )
}
