import { type RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Keeps the focus where the action is: on this element whenever `turn` has changed what is on show. */
export function useFocusAfter<Target extends HTMLElement>(turn: unknown): RefObject<Target | null> {
  const target = useRef<Target>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current) target.current?.focus()
    isFirst.current = false
  }, [turn])
  return target
}
