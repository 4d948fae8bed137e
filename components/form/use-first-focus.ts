import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** Focuses the first control that deletes nothing in the element with this ref as soon as it appears. */
export function useFirstFocus<Root extends HTMLElement>(): RefObject<Root | null> {
  const root = useRef<Root>(null)
  useLayoutEffect(() => root.current?.querySelector<HTMLElement>('input, button:not(.danger)')?.focus(), [])
  return root
}
