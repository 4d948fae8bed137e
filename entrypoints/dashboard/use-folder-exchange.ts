import { useEffect, useState } from 'preact/hooks'
import { reasonOf } from '../../components/page/describe-trouble'
import type { TroubleProps } from '../../components/page/trouble'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { readBackupFolder } from '../../storage/said/backup-folder'

const EVERY_MS = 10 * MINUTE_MS

/** Exchanges through the folder for backups, if there is one; most people have none, and load no code for it. */
async function exchange(isDue: boolean): Promise<void> {
  if (await readBackupFolder()) await (await import('./devices-folder')).exchangeByFolder(isDue)
}

/**
 * Exchanges with other devices through the folder for backups, at once and while the page is open. Returns how to do
 * so now, whenever it was done last, and the trouble that there was.
 */
export function useFolderExchange(): { exchangeNow: () => Promise<void>; failed: TroubleProps | null } {
  const [failed, setFailed] = useState<TroubleProps | null>(null)
  const attempt = (isDue: boolean) =>
    exchange(isDue).then(
      () => setFailed(null),
      (error: unknown) => setFailed({ sentence: t('devices_folder_failed'), detail: reasonOf(error) }),
    )
  useEffect(() => {
    void attempt(false)
    const timer = setInterval(() => void attempt(false), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return { exchangeNow: () => attempt(true), failed }
}
