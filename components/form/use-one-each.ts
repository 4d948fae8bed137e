import { useRef } from 'preact/hooks'
import { type Saving, useSaving } from './use-saving'

/**
 * Runs work one after the other, for several buttons that share a note. A second click on the same button is ignored
 * while its work is under way.
 */
export function useOneEach(): [saving: Saving, run: (button: string, work: () => Promise<unknown>) => void] {
  const [saving, save] = useSaving()
  const underWay = useRef(new Set<string>())
  const run = async (button: string, work: () => Promise<unknown>) => {
    if (underWay.current.has(button)) return
    underWay.current.add(button)
    await save(work)
    underWay.current.delete(button)
  }
  return [saving, (button, work) => void run(button, work)]
}
