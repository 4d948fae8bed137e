import { useEffect, useRef, useState } from 'preact/hooks'
import { reasonOf } from '../describe-trouble'

export type Saving = { state: 'idle' } | { state: 'saved' } | { state: 'failed'; detail: string }

export type Save = (work: () => Promise<unknown>) => Promise<boolean>

/** How long a page says that a change was saved. */
const SAID_MS = 5000

/**
 * Carries out one change at a time and tells how the last one ended; the promise is true where it went well.
 * A change that is asked for while another is under way is a second click on the same button: it is let go.
 */
export function useSaving(): [Saving, Save] {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  useEffect(() => {
    if (saving.state !== 'saved') return undefined
    const timer = setTimeout(() => setSaving({ state: 'idle' }), SAID_MS)
    return () => clearTimeout(timer)
  }, [saving])
  const isUnderWay = useRef(false)
  const save: Save = async (work) => {
    if (isUnderWay.current) return false
    isUnderWay.current = true
    setSaving({ state: 'idle' })
    try {
      await work()
      setSaving({ state: 'saved' })
      return true
    } catch (error) {
      setSaving({ state: 'failed', detail: reasonOf(error) })
      return false
    } finally {
      isUnderWay.current = false
    }
  }
  return [saving, save]
}
