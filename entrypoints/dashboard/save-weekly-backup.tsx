import { WeeklyBackup } from '../../components/data/weekly-backup'
import type { Settings } from '../../domain/settings/settings'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { saveFile } from '../../platform/save-file'
import { backUpIfDue } from '../../storage/bulk/weekly-backup'

/** Saves the weekly backup if it is due when the dashboard or the popup is opened. Loaded after their first figures. */
export function SaveWeeklyBackup({ settings }: { settings: Settings }) {
  const backUp = () => {
    const at = Date.now()
    return backUpIfDue({ at, offset: localOffset(at), settings }, saveFile)
  }
  return (
    <WeeklyBackup backUp={backUp} onTurnOff={() => void send('changeSettings', { weeklyBackup: false })} />
  )
}
