import { useEffect, useState } from 'preact/hooks'
import { messageOf } from '../describe-trouble'

export type Saving = { state: 'idle' } | { state: 'saved' } | { state: 'failed'; detail: string }

export type Save = (work: () => Promise<unknown>) => Promise<boolean>

/** How long a page says that a change was saved. */
const SAID_MS = 5000

/** Carries out changes and tells how the last one ended; the promise is true where it went well. */
export function useSaving(): [Saving, Save] {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  useEffect(() => {
    if (saving.state !== 'saved') return undefined
    const timer = setTimeout(() => setSaving({ state: 'idle' }), SAID_MS)
    return () => clearTimeout(timer)
  }, [saving])
  const save: Save = async (work) => {
    setSaving({ state: 'idle' })
    try {
      await work()
      setSaving({ state: 'saved' })
      return true
    } catch (error) {
      setSaving({ state: 'failed', detail: messageOf(error) })
      return false
    }
  }
  return [saving, save]
}
