/** Saves a backup when a page is opened and one is due, and says what the person has to know of it. */
import { useEffect, useState } from 'preact/hooks'
import type { BackupFile } from '../../domain/file/weekly-backup'
import { t } from '../../platform/i18n'
import { reasonOf } from '../page/describe-trouble'
import { Trouble, type TroubleProps } from '../page/trouble'
import '../page/notice.css'

interface Closed {
  /** The name of the folder to which the browser does not let pages write any more. */
  closed: string
}

interface Props {
  /** Null if no backup was due. */
  backUp: () => Promise<BackupFile | Closed | null>
  /** Lets the browser ask whether the folder may be written to. */
  onAllow: () => Promise<void>
  onForgetFolder: () => Promise<unknown>
  onTurnOff: () => void
}

interface NoticeProps {
  words: string
  buttons: readonly { label: string; onClick: () => void }[]
}

const Notice = ({ words, buttons }: NoticeProps) => (
  <section class="notice" role="status">
    <p>{words}</p>
    <p class="buttons">
      {buttons.map(({ label, onClick }) => (
        <button key={label} type="button" onClick={onClick}>
          {label}
        </button>
      ))}
    </p>
  </section>
)

export function WeeklyBackup({ backUp, onAllow, onForgetFolder, onTurnOff }: Props) {
  const [done, setDone] = useState<BackupFile | Closed | null>(null)
  const [failed, setFailed] = useState<TroubleProps | null>(null)
  const attempt = (before: Promise<unknown>) => {
    setDone(null)
    before
      .then(backUp)
      .then(setDone, (error: unknown) => setFailed({ sentence: t('backup_failed'), detail: reasonOf(error) }))
  }
  useEffect(() => attempt(Promise.resolve()), [])
  if (failed) return <Trouble {...failed} />
  if (!done) return null
  if ('closed' in done)
    return (
      <Notice
        words={t('backup_closed', done.closed)}
        buttons={[
          { label: t('backup_allow'), onClick: () => attempt(onAllow()) },
          { label: t('backup_to_downloads'), onClick: () => attempt(onForgetFolder()) },
        ]}
      />
    )
  // A folder of its own fills in silence: the person has allowed it.
  if (done.folder !== null) return null
  const close = () => setDone(null)
  const stop = () => {
    onTurnOff()
    close()
  }
  return (
    <Notice
      words={t('backup_saved', done.name)}
      buttons={[
        { label: t('notice_read'), onClick: close },
        { label: t('backup_turn_off'), onClick: stop },
      ]}
    />
  )
}
