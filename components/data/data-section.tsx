import type { Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { shortDay } from '../figure/numbers'
import { Section } from '../page/section'
import { Trouble } from '../page/trouble'
import { useRequest } from '../page/use-request'
import { type DeleteActions, DeletePart } from './delete-part'
import { type ExportActions, ExportPart } from './export-part'
import { BackupPart, type BackupProps } from './backup-part'
import { ImportPart } from './import-part'
import type { ImportActions } from './use-import'
import './data.css'
import './foreign.css'

export interface DataProps {
  today: Day
  /** Null before anything was recorded, undefined until it is read. */
  recordedSince: Day | null | undefined
  backup: Omit<BackupProps, 'report' | 'onFolder'>
  actions: ExportActions & ImportActions & DeleteActions
}

/** How far the record goes back, once that is known. */
function sinceWords(recordedSince: DataProps['recordedSince']): string {
  if (recordedSince === undefined) return ''
  return recordedSince === null ? t('data_none') : t('data_since', shortDay(recordedSince))
}

/** The Data section of the settings: export, import and deletion. */
export function DataSection({ today, recordedSince, backup, actions }: DataProps) {
  const [failed, report] = useRequest()
  return (
    <Section id="data" title={t('data')} about={`${sinceWords(recordedSince)} ${t('data_about')}`.trim()}>
      {failed && <Trouble {...failed} />}
      <ExportPart today={today} actions={actions} />
      <BackupPart {...backup} onFolder={actions.onFolder} report={report} />
      <ImportPart actions={actions} report={report} />
      <DeletePart today={today} actions={actions} />
    </Section>
  )
}
