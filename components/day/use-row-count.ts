import { useEffect, useState } from 'preact/hooks'

const WIDE = '(min-width: 880px)'
const MIDDLE = '(min-width: 560px)'

const count = (): number => (matchMedia(WIDE).matches ? 1 : matchMedia(MIDDLE).matches ? 2 : 4)

/** The number of rows for a day at this window width, so that an hour stays wide enough to read. */
export function useRowCount(): number {
  const [rows, setRows] = useState(count)
  useEffect(() => {
    const queries = [matchMedia(WIDE), matchMedia(MIDDLE)]
    const follow = () => setRows(count())
    for (const query of queries) query.addEventListener('change', follow)
    // The window may have changed since the first render.
    follow()
    return () => {
      for (const query of queries) query.removeEventListener('change', follow)
    }
  }, [])
  return rows
}
