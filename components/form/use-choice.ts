import { useEffect, useRef, useState } from 'preact/hooks'
import { type Saving, useSaving } from './use-saving'

/**
 * Shows a choice at once and saves it in the background. The choice stays on show until the stored value
 * follows or the save fails. Of the choices made during a save, only the last is saved.
 */
export function useChoice<Value>(
  stored: Value,
  onSave: (value: Value) => Promise<unknown>,
): [shown: Value, choose: (value: Value) => void, saving: Saving] {
  const [saving, save] = useSaving()
  const [ahead, setAhead] = useState<{ value: Value } | null>(null)
  const wanted = useRef<{ value: Value } | null>(null)

  useEffect(() => {
    if (wanted.current === null || stored === ahead?.value) setAhead(null)
  }, [stored])

  const saveWanted = async () => {
    for (let next = wanted.current; next; next = wanted.current === next ? null : wanted.current) {
      const { value } = next
      if (!(await save(() => onSave(value))) && wanted.current === next) setAhead(null)
    }
    wanted.current = null
  }
  const choose = (value: Value) => {
    const isSaving = wanted.current !== null
    wanted.current = { value }
    setAhead(wanted.current)
    if (!isSaving) void saveWanted()
  }
  return [ahead ? ahead.value : stored, choose, saving]
}
