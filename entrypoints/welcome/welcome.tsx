import { useEffect, useState } from 'preact/hooks'
import { errorIn, storageTroubleOf, valueOf } from '../../components/describe-trouble'
import { Trouble } from '../../components/trouble'
import { useLive } from '../../components/use-live'
import { Begun } from '../../components/welcome/begun'
import { type Said, WelcomeView } from '../../components/welcome/welcome-view'
import { personDay } from '../../domain/local-time'
import { firstDayOfNew } from '../../domain/rate-history'
import { currencyOfLanguage } from '../../domain/region-currency'
import { t } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveSettings, liveTrouble } from '../../storage/live'
import { allRates } from '../../storage/rates'

const SUGGESTED_CURRENCY = currencyOfLanguage(navigator.language) ?? 'EUR'

async function save({ currency, hourMinor, dayStartHour, guessMinutes }: Said): Promise<void> {
  const now = Date.now()
  const day = personDay(now, localOffset(now), dayStartHour)
  await send('changeSettings', {
    currency,
    dayStartHour,
    ...(guessMinutes !== null && { guess: { day, minutes: guessMinutes } }),
  })
  if (hourMinor === null) return
  const rate = {
    from: firstDayOfNew(await allRates(), day),
    amountMinor: hourMinor,
    currency,
    hourTypes: null,
  }
  await send('putRate', { rate, replaces: null })
}

/** Opened once by the worker; may be opened again at any time. */
export function Welcome() {
  const liveSet = useLive(liveSettings, '')
  const trouble = storageTroubleOf(valueOf(useLive(liveTrouble, '')))
  const [isDone, setDone] = useState(false)
  const settings = valueOf(liveSet)
  const isReady = settings !== undefined
  useEffect(() => {
    document.title = `${t('welcome')} – ${t('extension_name')}`
    if (isReady) performance.mark('ready')
  }, [isReady])

  const bad = trouble ?? errorIn(liveSet)
  if (!settings) return bad && <Trouble {...bad} />
  return (
    <main>
      {bad && <Trouble {...bad} />}
      {isDone ? (
        <Begun iconUrl="/icons/recording.svg" />
      ) : (
        <WelcomeView
          currency={settings.currency ?? SUGGESTED_CURRENCY}
          dayStartHour={settings.dayStartHour}
          onSave={save}
          onSaved={() => setDone(true)}
        />
      )}
    </main>
  )
}
