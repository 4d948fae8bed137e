import type { ComponentChild } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Props {
  /** As many from the first to the last time. */
  children: readonly ComponentChild[]
  /** Told whether all are shown. */
  onAll: (areAllShown: boolean) => void
}

/** Shows its children one after the other, so that the page paints the first without waiting for the last. */
export function InTurn({ children, onAll }: Props) {
  const [shown, show] = useState(1)
  const areAllShown = shown >= children.length
  // An effect runs after a paint.
  useEffect(() => {
    if (!areAllShown) show(shown + 1)
  }, [shown])
  useEffect(() => {
    onAll(areAllShown)
    return () => onAll(false)
  }, [areAllShown])
  return <>{children.slice(0, shown)}</>
}
