/** Saves the weekly backup when a page is opened and it is due, and says so. */
import { useEffect, useState } from 'preact/hooks'
import type { BackupFile } from '../../domain/file/weekly-backup'
import { t } from '../../platform/i18n'
import { reasonOf } from '../page/describe-trouble'
import { Trouble, type TroubleProps } from '../page/trouble'
import '../page/notice.css'

export interface WeeklyBackupProps {
  /** Null if none was due. */
  backUp: () => Promise<BackupFile | null>
  onTurnOff: () => void
}

export function WeeklyBackup({ backUp, onTurnOff }: WeeklyBackupProps) {
  const [saved, setSaved] = useState<BackupFile | null>(null)
  const [failed, setFailed] = useState<TroubleProps | null>(null)
  useEffect(() => {
    backUp().then(setSaved, (error: unknown) =>
      setFailed({ sentence: t('backup_failed'), detail: reasonOf(error) }),
    )
  }, [])
  if (failed) return <Trouble {...failed} />
  if (!saved) return null
  const close = () => setSaved(null)
  return (
    <section class="notice" role="status">
      <p>{t('backup_saved', saved.name)}</p>
      <p class="buttons">
        <button type="button" onClick={close}>
          {t('notice_read')}
        </button>
        <button
          type="button"
          onClick={() => {
            onTurnOff()
            close()
          }}
        >
          {t('backup_turn_off')}
        </button>
      </p>
    </section>
  )
}
