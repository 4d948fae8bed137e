import { useLayoutEffect, useRef, useState } from 'preact/hooks'
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

/** What was filled in; null for what was skipped. */
export interface Said {
  currency: string
  hourMinor: number | null
  dayStartHour: number
  guessMinutes: number | null
  /** Minutes of feeds a day. */
  feedMinutes: number | null
  /** The minute of the day at which feeds, videos and games end. */
  cutoffMinute: number | null
}

interface Props {
  currency: string
  dayStartHour: number
  /** Who has rules already is offered none. */
  hasRules: boolean
  onSave: (said: Said) => Promise<unknown>
  onSaved: () => void
}

/** The answers as they are typed; `said` is null while one of them is wrong. */
function useAnswers(props: Props) {
  // What is not touched stays what it is, even if it is changed elsewhere while this page is open.
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
  const said: Said | null =
    isPayRight && 'minutes' in read && limits.said
      ? {
          currency,
          hourMinor: pay.isEmpty ? null : pay.hourMinor,
          dayStartHour: hour,
          guessMinutes: read.minutes,
          ...limits.said,
        }
      : null
  const leaveGuess = () => setGuessLeft(true)
  return {
    said,
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

/** What Zeitwert does, and the few questions that make its figures one's own. All may be skipped. */
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
    const { said } = answers
    answers.leaveAll()
    if (!said) setTries(tries + 1)
    else if (await saveOnce(() => props.onSave(said))) props.onSaved()
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
