import type { RefCallback } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { FIRST_DAY, LAST_DAY } from '../../domain/range'
import type { Day } from '../../domain/local-time'

interface Props {
  label: string
  day: Day
  max?: Day
  field?: RefCallback<HTMLInputElement> | null
  onDay: (day: Day) => void
}

/**
 * A date. What is picked counts at once. What is typed passes through other dates on its way (of the year 2, of another
 * month): it counts with Enter or when the field is left.
 */
export function DateField({ label, day, max = LAST_DAY, field = null, onDay }: Props) {
  const [draft, setDraft] = useState<string>(day)
  const isTyping = useRef(false)
  useEffect(() => setDraft(day), [day])

  const take = (input: HTMLInputElement): boolean => {
    isTyping.current = false
    const isDay = input.value !== '' && input.validity.valid
    if (isDay && input.value !== day) onDay(input.value)
    return isDay
  }
  return (
    <input
      ref={field}
      type="date"
      aria-label={label}
      value={draft}
      min={FIRST_DAY}
      max={max}
      onKeyDown={({ key, currentTarget }) => {
        isTyping.current = key !== 'Enter' && (key !== 'Tab' || isTyping.current)
        if (key !== 'Enter') return
        if (!take(currentTarget)) currentTarget.reportValidity()
      }}
      onInput={({ currentTarget }) => setDraft(currentTarget.value)}
      onChange={({ currentTarget }) => {
        if (!isTyping.current) take(currentTarget)
      }}
      onBlur={({ currentTarget }) => {
        if (!take(currentTarget)) setDraft(day)
      }}
    />
  )
}
