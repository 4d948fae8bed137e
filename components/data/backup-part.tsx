import { useEffect, useState } from 'preact/hooks'
import { backupDueAt, type BackupMark, EVERY_MS, KEPT_BACKUPS } from '../../domain/file/weekly-backup'
import { t } from '../../platform/i18n'
import { dateOfInstant, whole } from '../figure/format'
import { CheckSetting } from '../form/check-setting'

export interface BackupProps {
  isOn: boolean
  /** Null until it is read. */
  mark: BackupMark | null
  /** The random name of this device in the names of its files. Null until it is read. */
  device: string | null
  onChange: (isOn: boolean) => Promise<unknown>
  folder: FolderActions
  /** Calls back now, and whenever a folder is chosen or forgotten. Returns a function that stops this. */
  onFolder: (onChange: () => void) => () => void
  downloads: DownloadActions
  /** Shows the error when an action fails. */
  report: (asked: Promise<unknown>) => void
}

export interface FolderActions {
  /** Whether this browser lets a page choose a folder to write to. */
  canChoose: boolean
  /** Resolves to the name of the folder; null for the downloads. */
  read: () => Promise<string | null>
  choose: () => Promise<void>
  forget: () => Promise<void>
}

/** Each resolves to whether backups may also be saved while no page is open. */
export interface DownloadActions {
  read: () => Promise<boolean>
  ask: () => Promise<boolean>
  stop: () => Promise<boolean>
}

/** When and where the last backup went, or when the first one comes. */
function lastWords({ isOn, mark }: BackupProps, folder: string | null): string {
  if (!mark) return ''
  const last = mark.files.at(-1)
  if (last) {
    const day = dateOfInstant(last.at)
    return last.folder === null
      ? t('backup_last', day, last.name)
      : t('backup_last_folder', day, last.name, last.folder)
  }
  const everyMs = folder === null ? EVERY_MS.downloads : EVERY_MS.folder
  return isOn ? t('backup_none', dateOfInstant(backupDueAt(mark, { folder, everyMs }))) : t('backup_none_off')
}

interface AlwaysProps extends Pick<BackupProps, 'downloads' | 'onFolder' | 'report'> {
  folder: string | null
}

function AlwaysSetting({ folder, downloads, onFolder, report }: AlwaysProps) {
  const [isOn, setOn] = useState(false)
  // Erasing everything takes the permission back, too.
  useEffect(() => onFolder(() => report(downloads.read().then(setOn))), [])
  return (
    <CheckSetting
      label={t('backup_always')}
      hint={
        folder === null
          ? t('backup_always_hint', whole(KEPT_BACKUPS))
          : t('backup_always_hint_folder', folder, whole(KEPT_BACKUPS))
      }
      checked={isOn}
      onSave={async (wanted) => setOn(await (wanted ? downloads.ask() : downloads.stop()))}
    />
  )
}

/** Switches backups, says where they go, and tells of the last one. */
export function BackupPart(props: BackupProps) {
  const [folder, setFolder] = useState<string | null>(null)
  const { canChoose, read, choose, forget } = props.folder
  // Not only the buttons here change it: so do the notice of a closed folder, another page, and erasing everything.
  useEffect(() => (canChoose ? props.onFolder(() => props.report(read().then(setFolder))) : undefined), [])
  return (
    <div class="data-part">
      <h3>{t('backup_weekly')}</h3>
      <p class="hint last-backup">{lastWords(props, folder)}</p>
      {props.device !== null && <p class="hint">{t('backup_device', props.device)}</p>}
      <CheckSetting
        label={t('backup_on')}
        hint={folder === null ? t('backup_hint') : t('backup_hint_folder', folder, whole(KEPT_BACKUPS))}
        checked={props.isOn}
        onSave={props.onChange}
      />
      {props.isOn && <AlwaysSetting {...props} folder={folder} />}
      {canChoose && (
        <>
          <p class="hint folder-about">{t('backup_folder_about')}</p>
          <div class="actions">
            <button type="button" onClick={() => props.report(choose())}>
              {t(folder === null ? 'backup_choose' : 'backup_choose_another')}
            </button>
            {folder !== null && (
              <button type="button" onClick={() => props.report(forget())}>
                {t('backup_to_downloads')}
              </button>
            )}
          </div>
        </>
      )}
    </div>
  )
}
