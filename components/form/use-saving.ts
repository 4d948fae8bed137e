import { useEffect, useRef, useState } from 'preact/hooks'
import { reasonOf } from '../page/describe-trouble'

export type Saving = { state: 'idle' } | { state: 'saved' } | { state: 'failed'; detail: string }

export type Save = (work: () => Promise<unknown>) => Promise<boolean>

/** How long "saved" stays on show. */
const SHOWN_MS = 5000

/**
 * Runs changes one after the other and holds the result of the last one. Each promise resolves to true on
 * success. `saveOnce` drops a change while another is running: a second click on the same button.
 */
export function useSaving(): [saving: Saving, save: Save, saveOnce: Save] {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  useEffect(() => {
    if (saving.state !== 'saved') return undefined
    const timer = setTimeout(() => setSaving({ state: 'idle' }), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [saving])
  const last = useRef<Promise<unknown> | null>(null)

  async function carryOut(work: () => Promise<unknown>, before: Promise<unknown> | null): Promise<boolean> {
    await before
    setSaving({ state: 'idle' })
    try {
      await work()
      setSaving({ state: 'saved' })
      return true
    } catch (error) {
      setSaving({ state: 'failed', detail: reasonOf(error) })
      return false
    }
  }
  const save: Save = async (work) => {
    const done = carryOut(work, last.current)
    last.current = done
    const isSaved = await done
    if (last.current === done) last.current = null
    return isSaved
  }
  const saveOnce: Save = async (work) => last.current === null && save(work)
  return [saving, save, saveOnce]
}
