import { useState } from 'preact/hooks'
import type { Correction } from '../../domain/record/correction'
import { t } from '../../platform/i18n'
import { useSaving } from '../form/use-saving'
import type { DayActions } from './day-actions'
import type { Done } from './undo-bar'

interface Made extends Done {
  correction: Correction | null
}

/** Makes corrections one at a time and keeps the last one for Undo. */
export function useCorrections(actions: DayActions, onDone: () => void) {
  const [made, setMade] = useState<Made | null>(null)
  const [saving, , saveOnce] = useSaving()
  // A save of its own: the record is already corrected and can be undone before the worker has answered.
  const [notifying, notify] = useSaving()

  const carryOut = async (work: () => Promise<Made>) => {
    const isDone = await saveOnce(async () => setMade(await work()))
    if (!isDone) return
    onDone()
    await notify(actions.tell)
  }
  return {
    made,
    saving: saving.state === 'failed' ? saving : notifying,
    correct: (work: () => Promise<Correction>, wordsOf: (correction: Correction) => string) =>
      void carryOut(async () => {
        const correction = await work()
        const canUndo = correction.removed.length + correction.added.length > 0
        return { words: wordsOf(correction), canUndo, correction }
      }),
    undo: () =>
      void carryOut(async () => {
        if (made?.correction) await actions.undo(made.correction)
        return { words: t('undone'), canUndo: false, correction: null }
      }),
  }
}
