import { useEffect, useState } from 'preact/hooks'
import type { DevicesFile } from '../../domain/devices/devices-file'
import { t } from '../../platform/i18n'
import { reasonOf } from '../page/describe-trouble'
import { useNow } from '../page/use-live'
import { agoWords } from './devices-words'
import { FileButton } from './file-button'
import { FileForm } from './file-form'
import { FileNote } from './file-note'
import type { DeviceFileActions, DeviceFileWork, DevicesFolder } from './use-device-file'

interface Props {
  file: DeviceFileWork
  inFolder: DeviceFileActions['inFolder']
}

interface FolderProps {
  folder: DevicesFolder
  onRead: (file: DevicesFile) => void
}

/** What happens in the folder by itself, and the files there that need a passphrase. */
function FolderNote({ folder: { name, found }, onRead }: FolderProps) {
  const now = useNow()
  return (
    <div class="devices-folder">
      <p class="hint">{t('devices_folder', name)}</p>
      {found.length > 0 && (
        <>
          <p>{t('devices_folder_found')}</p>
          <ul class="other-devices">
            {found.map((one) => (
              <li key={one.device} class="device">
                <span>{t('devices_folder_row', one.device, agoWords(one.writtenAt, now))}</span>
                <button
                  type="button"
                  aria-label={t('devices_folder_read', one.device)}
                  onClick={() => onRead(one)}
                >
                  {t('devices_file_read_now')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** The folder as it is whenever a file was read, or why it cannot be looked into; null while nobody knows. */
function useFolder(inFolder: Props['inFolder'], turn: string) {
  const [folder, setFolder] = useState<DevicesFolder | { failed: string } | null>(null)
  useEffect(() => {
    let isCurrent = true
    const show = (found: typeof folder) => {
      if (isCurrent) setFolder(found)
    }
    inFolder().then(show, (error: unknown) => show({ failed: reasonOf(error) }))
    return () => {
      isCurrent = false
    }
  }, [turn])
  return folder
}

/** Carries what devices exchange to a browser or an account that shares none with this one. */
export function FilePart({ file, inFolder }: Props) {
  const { asked, said, work, save, open, ask, answer } = file
  const folder = useFolder(inFolder, said)
  return (
    <div class="devices-part">
      <h3>{t('devices_file')}</h3>
      <p class="hint">{t('devices_file_about')}</p>
      <div class="actions">
        <button type="button" aria-disabled={work.isBusy} onClick={save}>
          {t('devices_file_save')}
        </button>
        <FileButton label={t('devices_file_read')} isBusy={work.isBusy} turn={asked === null} onFile={open} />
      </div>
      <FileNote file={file} />
      {asked && <FileForm key={asked.file.writtenAt} name={null} onRead={answer} onClose={() => ask(null)} />}
      {folder && 'failed' in folder && <p class="problem">{folder.failed}</p>}
      {folder && 'found' in folder && <FolderNote folder={folder} onRead={ask} />}
    </div>
  )
}
