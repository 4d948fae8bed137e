import { type RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { fittingCount } from './fitting'

/**
 * How many items of a wrapping list fit into `lines` lines beside a note about the others, which is the last element of
 * the list while it is measured; null means measure: show all items and the note, cut off after the last line. Measured
 * after the paint, because a layout of its own would hold the first figures up; again when `key` or the width of the window changes.
 */
export function useFitting(
  key: string,
  lines: number,
): { list: RefObject<HTMLUListElement | null>; count: number | null } {
  const list = useRef<HTMLUListElement>(null)
  const [measured, setMeasured] = useState<{ key: string; width: number; count: number } | null>(null)
  const [width, setWidth] = useState(innerWidth)
  const count = measured?.key === key && measured.width === width ? measured.count : null
  useEffect(() => {
    const follow = () => setWidth(innerWidth)
    addEventListener('resize', follow)
    return () => removeEventListener('resize', follow)
  }, [])
  useEffect(() => {
    const element = list.current
    if (count !== null || !element) return
    const widths = Array.from(element.children, (child) => child.getBoundingClientRect().width)
    const moreWidth = widths.pop() ?? 0
    const gap = Number.parseFloat(getComputedStyle(element).columnGap) || 0
    const fitting = fittingCount({ widths, moreWidth, available: element.clientWidth, gap, lines })
    setMeasured({ key, width, count: fitting })
  }, [key, width, count])
  return { list, count }
}
