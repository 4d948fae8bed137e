import { useEffect, useState } from 'preact/hooks'
import type { DevicesFile } from '../../domain/devices/devices-file'
import type { OtherDevice } from '../../domain/devices/devices-status'
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
  files: Pick<DeviceFileActions, 'inFolder' | 'lastRead'>
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

/** What was read, and what is in the folder. */
interface Files {
  read: readonly OtherDevice[]
  folder: DevicesFolder | null
}

/** The files as they are whenever one was read, or why that cannot be told; null while nobody knows. */
function useFiles({ inFolder, lastRead }: Props['files'], turn: string) {
  const [files, setFiles] = useState<Files | { failed: string } | null>(null)
  useEffect(() => {
    let isCurrent = true
    const show = (found: typeof files) => {
      if (isCurrent) setFiles(found)
    }
    Promise.all([lastRead(), inFolder()]).then(
      ([read, folder]) => show({ read, folder }),
      (error: unknown) => show({ failed: reasonOf(error) }),
    )
    return () => {
      isCurrent = false
    }
  }, [turn])
  return files
}

function LastRead({ read }: Pick<Files, 'read'>) {
  const now = useNow()
  if (read.length === 0) return null
  return (
    <ul class="last-files hint">
      {read.map(({ id, name, at }) => (
        <li key={id}>{t('devices_file_last', name, agoWords(at, now))}</li>
      ))}
    </ul>
  )
}

/** Carries what devices exchange to a browser or an account that shares none with this one. */
export function FilePart({ file, files }: Props) {
  const { asked, said, work, save, open, ask, answer } = file
  const found = useFiles(files, said)
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
      {found && 'failed' in found && <p class="problem">{found.failed}</p>}
      {found && 'read' in found && <LastRead read={found.read} />}
      {found && 'folder' in found && found.folder && <FolderNote folder={found.folder} onRead={ask} />}
    </div>
  )
}
