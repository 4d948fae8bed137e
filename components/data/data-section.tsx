import type { Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Section } from '../page/section'
import { Trouble } from '../page/trouble'
import { useRequest } from '../page/use-request'
import { type DeleteActions, DeletePart } from './delete-part'
import { type ExportActions, ExportPart } from './export-part'
import { ImportPart } from './import-part'
import type { ImportActions } from './use-import'
import './data.css'

export interface DataProps {
  today: Day
  actions: ExportActions & ImportActions & DeleteActions
}

/** The Data section of the settings: export, import and deletion. */
export function DataSection({ today, actions }: DataProps) {
  const [failed, report] = useRequest()
  return (
    <Section id="data" title={t('data')} about={t('data_about')}>
      {failed && <Trouble {...failed} />}
      <ExportPart today={today} actions={actions} />
      <ImportPart actions={actions} report={report} />
      <DeletePart today={today} actions={actions} />
    </Section>
  )
}
