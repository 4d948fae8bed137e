import { useEffect, useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { readBackup } from '../../storage/bulk/backup'
import { hashOf } from './route'

interface Props {
  /** The current page: each change of page checks again. */
  page: string
  /** Shows the error when a read fails. */
  report: (asked: Promise<unknown>) => void
}

/** Says that an import was cut short and where it can be undone. Reading an expired backup deletes it. */
export function CutShortNote({ page, report }: Props) {
  const [isCutShort, setCutShort] = useState(false)
  useEffect(() => {
    report(readBackup(Date.now()).then((undoable) => setCutShort(undoable?.isCutShort ?? false)))
  }, [page])
  if (!isCutShort || page === 'settings') return null
  return (
    <section class="trouble" role="alert">
      <p>{t('data_cut_short')}</p>
      <p>
        <a href={hashOf('settings', 'data')}>{t('data_cut_short_where')}</a>
      </p>
    </section>
  )
}
