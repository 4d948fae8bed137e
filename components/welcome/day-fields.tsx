import { type NumberFlaw, type NumberRange, parseNumber } from '../../domain/value/amount'
import { DAY_MINUTES } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { NumberInput } from '../form/number-input'
import { numberSentence } from '../form/flaw-sentence'
import { Options } from '../form/select-setting'
import { decimalSeparator } from '../figure/numbers'
import { hourOptions } from '../settings/hour-options'

/** Minutes a day. */
const GUESS: NumberRange = { digits: 0, min: 0, max: DAY_MINUTES }

/** The guess in minutes, null for none; or what is wrong with it. */
export function readGuess(text: string): { minutes: number | null } | { flaw: NumberFlaw } {
  const typed = parseNumber(text, decimalSeparator(), GUESS)
  if (typed.ok) return { minutes: typed.units }
  return typed.flaw === 'empty' ? { minutes: null } : { flaw: typed.flaw }
}

interface HourProps {
  hour: number
  onChange: (hour: number) => void
}

export const DayStartField = ({ hour, onChange }: HourProps) => (
  <Field label={t('day_start')} hint={t('day_start_hint')}>
    {(control) => (
      <select
        {...control}
        value={String(hour)}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
      >
        <Options options={hourOptions()} />
      </select>
    )}
  </Field>
)

interface GuessProps {
  guess: string
  /** The flaw to show, if any. */
  flaw: NumberFlaw | null
  onChange: (guess: string) => void
  onLeave: () => void
}

export const GuessField = ({ guess, flaw, onChange, onLeave }: GuessProps) => (
  <Field label={t('guess')} hint={t('guess_hint')} problem={flaw && numberSentence(flaw, GUESS)}>
    {(control) => (
      <NumberInput control={control} value={guess} unit={t('minutes')} onInput={onChange} onLeave={onLeave} />
    )}
  </Field>
)
