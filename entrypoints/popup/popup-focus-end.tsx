/** What came of the last focus hour, said once: the next time that the popup opens. */
import { useEffect, useState } from 'preact/hooks'
import { focusSentence } from '../../components/focus/focus-words'
import type { FocusDone } from '../../domain/firewall/focused-time'
import { t } from '../../platform/i18n'
import { lastFocusRow } from '../../storage/firewall/focus-log'
import { focusDoneOf } from '../../storage/statement/focus-done'

const SEEN = 'focusSeen'

/** To be shown while no focus hour runs: the worker has then completed the row of the last one. */
export function PopupFocusEnd() {
  const [done, setDone] = useState<FocusDone | null>(null)
  useEffect(() => {
    const read = async () => {
      const row = await lastFocusRow(Date.now())
      if (row?.endedAt === undefined || localStorage.getItem(SEEN) === row.id) return
      setDone(await focusDoneOf(row))
      localStorage.setItem(SEEN, row.id)
    }
    // The popup shows already what is wrong with the database.
    read().catch(() => undefined)
  }, [])
  return (
    done && (
      <p role="status" class="focus-end">
        {t('focus_over')}: {focusSentence(done)}
      </p>
    )
  )
}
