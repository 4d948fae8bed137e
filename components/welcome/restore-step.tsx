import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { ImportFile, type ImportProps } from '../data/import-file'
import '../data/data.css'
import '../data/foreign.css'
import { Trouble } from '../page/trouble'
import { useRequest } from '../page/use-request'
import { StepHeading } from './step-heading'

export interface RestoreProps {
  actions: ImportProps['actions']
  onNext: () => void
}

/** Brings in a backup, or the history of another tool, before anything is asked. */
export function RestoreStep({ actions, onNext }: RestoreProps) {
  const [failed, report] = useRequest()
  // The next step would hide the question and the progress, and ask for an hour that the file may bring.
  const [isBusy, setBusy] = useState(false)
  const step = useRef<HTMLDivElement>(null)
  // This step is loaded when it is asked for, so the page cannot move the focus here in time.
  useLayoutEffect(() => step.current?.querySelector('h1')?.focus(), [])
  return (
    <div ref={step} class="narrow">
      <StepHeading step="">{t('welcome_restore')}</StepHeading>
      <p class="lead">{t('welcome_restore_about')}</p>
      {failed && <Trouble {...failed} />}
      <h2 class="only-read">{t('data_import')}</h2>
      <ImportFile actions={actions} report={report} onBusy={setBusy} />
      <div class="actions">
        <button type="button" disabled={isBusy} onClick={onNext}>
          {t('welcome_next')}
        </button>
      </div>
    </div>
  )
}
