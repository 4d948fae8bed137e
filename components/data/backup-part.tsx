import { backupDueAt, type BackupMark } from '../../domain/file/weekly-backup'
import { t } from '../../platform/i18n'
import { dateOfInstant } from '../figure/format'
import { CheckSetting } from '../form/check-setting'

export interface BackupProps {
  isOn: boolean
  /** Null until it is read. */
  mark: BackupMark | null
  onChange: (isOn: boolean) => Promise<unknown>
}

/** When and where the last backup went, or when the first one comes. */
function lastWords({ isOn, mark }: BackupProps): string {
  if (!mark) return ''
  if (mark.last) return t('backup_last', dateOfInstant(mark.last.at), mark.last.name)
  return isOn ? t('backup_none', dateOfInstant(backupDueAt(mark))) : t('backup_none_off')
}

/** Switches the weekly backup, and tells of the last one. */
export const BackupPart = (props: BackupProps) => (
  <div class="data-part">
    <h3>{t('backup_weekly')}</h3>
    <CheckSetting
      label={t('backup_on')}
      hint={t('backup_hint')}
      checked={props.isOn}
      onSave={props.onChange}
    />
    <p class="soft last-backup">{lastWords(props)}</p>
  </div>
)
