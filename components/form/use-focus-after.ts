import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Recovers a lost focus: when `turn` has changed and the focused element is gone, the element with this ref
 * gets the focus.
 */
export function useFocusAfter(turn: unknown): (element: HTMLElement | null) => void {
  const target = useRef<HTMLElement | null>(null)
  const isFirst = useRef(true)
  const ref = useRef((element: HTMLElement | null) => {
    target.current = element
  })
  useLayoutEffect(() => {
    if (!isFirst.current && document.activeElement === document.body) target.current?.focus()
    isFirst.current = false
  }, [turn])
  return ref.current
}
