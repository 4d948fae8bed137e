import type { RefCallback, TargetedKeyboardEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { FIRST_DAY, LAST_DAY } from '../../domain/time/local-time'
import type { Day } from '../../domain/time/local-time'

interface Props {
  label: string
  day: Day
  max?: Day
  field?: RefCallback<HTMLInputElement> | null
  onDay: (day: Day) => void
}

/** Keys that change a date part by part: on their way they pass through others. */
const TYPED = /^(?:\d|Backspace|Delete|ArrowUp|ArrowDown)$/

/**
 * A date. What is picked counts at once. What is typed passes through other dates on its way (of the year 2, of another
 * month): it counts with Enter or when the field is left, and Escape takes it back.
 */
export function DateField({ label, day, max = LAST_DAY, field = null, onDay }: Props) {
  const [draft, setDraft] = useState<string>(day)
  const isTyping = useRef(false)
  useEffect(() => setDraft(day), [day])

  const giveUp = () => {
    isTyping.current = false
    setDraft(day)
  }
  const take = (input: HTMLInputElement): boolean => {
    isTyping.current = false
    const { value, validity } = input
    if (value === '' || !validity.valid) return false
    if (value !== day) {
      // Dates that are not in order are turned around: then this one may be the same as before.
      setDraft(day)
      onDay(value)
    }
    return true
  }
  const pressed = ({ key, altKey, currentTarget }: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (key === 'Escape') giveUp()
    else if (key === 'Enter' && !take(currentTarget)) currentTarget.reportValidity()
    else isTyping.current = TYPED.test(key) ? !altKey : isTyping.current && key === 'Tab'
  }
  return (
    <input
      ref={field}
      type="date"
      aria-label={label}
      value={draft}
      min={FIRST_DAY}
      max={max}
      onKeyDown={pressed}
      onPointerDown={() => (isTyping.current = false)}
      onInput={({ currentTarget }) => setDraft(currentTarget.value)}
      onChange={({ currentTarget }) => {
        if (!isTyping.current) take(currentTarget)
      }}
      onBlur={({ currentTarget }) => {
        if (!take(currentTarget)) giveUp()
      }}
    />
  )
}
