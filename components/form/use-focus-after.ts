import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Keeps the focus where the action is: when `turn` has changed and what had the focus is gone, it goes to the
 * element with this ref.
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
