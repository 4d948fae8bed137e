import { useEffect, useRef, useState } from 'preact/hooks'
import { type Saving, useSaving } from './use-saving'

/**
 * A choice that is shown at once and saved behind it: it stays on show until what is stored has followed, or
 * could not. Of choices made while one is being saved, only the last is saved.
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
