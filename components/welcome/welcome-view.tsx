import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ClockRange } from '../../domain/time/interval'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useSaving } from '../form/use-saving'
import { CurrencyField } from '../rate/currency-field'
import { PayFields } from '../rate/pay-fields'
import { usePay } from '../rate/use-pay'
import { DayStartField, GuessField, readGuess } from './day-fields'
import { LimitFields, useLimits } from './limit-fields'
import { What } from './what'
import './welcome.css'

/** The answers; null for those that were skipped. */
export interface Answers {
  currency: string
  hourMinor: number | null
  dayStartHour: number
  guessMinutes: number | null
  /** Minutes of feeds a day. */
  feedMinutes: number | null
  /** The minutes of the day at which feeds, videos and games close and open again. */
  closed: ClockRange | null
}

interface Props {
  currency: string
  dayStartHour: number
  /** Whether there are rules already: then no limits are offered. */
  hasRules: boolean
  onSave: (answers: Answers) => Promise<unknown>
  onSaved: () => void
}

/** The answers as they are typed; `valid` is null while one of them is wrong. */
function useAnswers(props: Props) {
  // Null until changed here, so that a change made elsewhere while this page is open shows up and is kept.
  const [chosenCurrency, setCurrency] = useState<string | null>(null)
  const [chosenHour, setHour] = useState<number | null>(null)
  const currency = chosenCurrency ?? props.currency
  const hour = chosenHour ?? props.dayStartHour
  const [guess, setGuess] = useState('')
  const [isGuessLeft, setGuessLeft] = useState(false)
  const pay = usePay(currency, null)
  const limits = useLimits()
  const read = readGuess(guess)
  const isPayRight = pay.isEmpty || pay.hourMinor !== null
  const valid: Answers | null =
    isPayRight && 'minutes' in read && limits.valid
      ? {
          currency,
          hourMinor: pay.isEmpty ? null : pay.hourMinor,
          dayStartHour: hour,
          guessMinutes: read.minutes,
          ...limits.valid,
        }
      : null
  const leaveGuess = () => setGuessLeft(true)
  return {
    valid,
    pay,
    limits,
    currency: { currency, onChange: setCurrency },
    dayStart: { hour, onChange: setHour },
    guess: {
      guess,
      flaw: isGuessLeft && 'flaw' in read ? read.flaw : null,
      onChange: setGuess,
      onLeave: leaveGuess,
    },
    leaveAll: () => {
      pay.leaveAll()
      limits.leaveAll()
      leaveGuess()
    },
  }
}

/** The welcome page: what Zeitwert does, and a few questions for the first figures. All can be skipped. */
export function WelcomeView(props: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  const [saving, , saveOnce] = useSaving()
  const answers = useAnswers(props)
  useLayoutEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])

  const submit = async (event: Event) => {
    event.preventDefault()
    const { valid } = answers
    answers.leaveAll()
    if (!valid) setTries(tries + 1)
    else if (await saveOnce(() => props.onSave(valid))) props.onSaved()
  }
  return (
    <form ref={form} class="welcome" onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t('welcome')}</h1>
      <p class="lead">{t('welcome_lead')}</p>
      <What />
      <section aria-labelledby="hour">
        <h2 id="hour">{t('rate_missing')}</h2>
        <p class="soft about">{t('welcome_hour')}</p>
        <CurrencyField {...answers.currency} />
        <PayFields pay={answers.pay} mayBeEmpty />
      </section>
      <section aria-labelledby="day">
        <h2 id="day">{t('welcome_day')}</h2>
        <DayStartField {...answers.dayStart} />
        <GuessField {...answers.guess} />
      </section>
      {!props.hasRules && <LimitFields {...answers.limits} />}
      <div class="finish">
        <button type="submit" class="primary">
          {t('save')}
        </button>
        <p class="soft">{t('welcome_skip')}</p>
        <SaveNote saving={saving} />
      </div>
    </form>
  )
}
