import type { RefCallback, TargetedKeyboardEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { FIRST_DAY, LAST_DAY } from '../../domain/time/local-time'
import type { Day } from '../../domain/time/local-time'

interface Props {
  label: string
  day: Day
  max?: Day
  field?: RefCallback<HTMLInputElement> | null
  onDay: (day: Day) => void
}

/** Keys that edit a date part by part and produce other dates on the way. */
const TYPED = /^(?:\d|Backspace|Delete|ArrowUp|ArrowDown)$/

/**
 * A date field. A picked date counts at once. Typing produces other dates on the way (in the year 2, in another
 * month), so a typed date counts on Enter or when the field is left; Escape restores the old one.
 */
export function DateField({ label, day, max = LAST_DAY, field = null, onDay }: Props) {
  const [typed, setTyped] = useState<{ over: Day; text: string } | null>(null)
  const isTyping = useRef(false)
  // Only over the date it was typed over: once the page shows another one, leaving the field must not go back.
  const draft = typed?.over === day ? typed.text : day

  const giveUp = () => {
    isTyping.current = false
    setTyped(null)
  }
  const take = (input: HTMLInputElement): boolean => {
    isTyping.current = false
    const { value, validity } = input
    if (value === '' || !validity.valid) return false
    if (value !== day) {
      // The parent swaps dates that are out of order: then this field may keep its old date.
      setTyped(null)
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
      onInput={({ currentTarget }) => setTyped({ over: day, text: currentTarget.value })}
      onChange={({ currentTarget }) => {
        if (!isTyping.current) take(currentTarget)
      }}
      onBlur={({ currentTarget }) => {
        if (!take(currentTarget)) giveUp()
      }}
    />
  )
}
