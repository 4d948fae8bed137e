import { useLayoutEffect, useRef } from 'preact/hooks'

/** Tells when the element with this ref goes, and with it whatever in it had the focus. */
export function useFocusLoss<Kind extends HTMLElement>(onFocusLost: () => void) {
  const element = useRef<Kind>(null)
  const leave = () => {
    if (element.current?.contains(document.activeElement)) onFocusLost()
  }
  useLayoutEffect(() => leave, [])
  return element
}
