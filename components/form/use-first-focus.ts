import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** Focuses the first control in the element with this ref as soon as it appears. */
export function useFirstFocus<Root extends HTMLElement>(): RefObject<Root | null> {
  const root = useRef<Root>(null)
  useLayoutEffect(() => root.current?.querySelector<HTMLElement>('input, button')?.focus(), [])
  return root
}
