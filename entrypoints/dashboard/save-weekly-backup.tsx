import { WeeklyBackup } from '../../components/data/weekly-backup'
import { Trouble } from '../../components/page/trouble'
import type { Settings } from '../../domain/settings/settings'
import { openFolder } from '../../platform/folder'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { backUpIfDue } from '../../storage/bulk/weekly-backup'
import { readBackupFolder, writeBackupFolder } from '../../storage/said/backup-folder'
import { backupPlace } from './backup-places'
import { useFolderExchange } from './use-folder-exchange'

/** Saves a backup if one is due, and exchanges with the folder, when the dashboard or the popup is opened. Loaded after their first figures. */
export function SaveWeeklyBackup({ settings }: { settings: Settings }) {
  const { exchangeNow, failed } = useFolderExchange()
  const backUp = async () => {
    const at = Date.now()
    const place = await backupPlace()
    const saved = await backUpIfDue({ at, offset: localOffset(at), settings }, place)
    if (saved !== null && saved !== 'closed' && saved.folder !== null) void exchangeNow()
    return saved === 'closed' ? { closed: place.folder ?? '' } : saved
  }
  const allow = async () => {
    const folder = await readBackupFolder()
    if (folder && (await openFolder(folder))) void exchangeNow()
  }
  return (
    <>
      {failed && <Trouble {...failed} />}
      <WeeklyBackup
        backUp={backUp}
        onAllow={allow}
        onForgetFolder={() => writeBackupFolder(null)}
        onTurnOff={() => void send('changeSettings', { weeklyBackup: false })}
      />
    </>
  )
}
