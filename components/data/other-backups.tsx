/** Backups of other devices in a folder, each with a button that brings it in. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { backupNamed } from '../../domain/file/weekly-backup'
import { t } from '../../platform/i18n'
import { shortDay } from '../figure/numbers'
import { useOwnId } from '../form/use-own-id'
import type { ImportActions } from './use-import'

interface Props {
  actions: Pick<ImportActions, 'othersIn' | 'onFolder'>
  onOpen: (file: File) => void
  /** Shows the error when a read fails. */
  report: (asked: Promise<unknown>) => void
}

function Row({ file, onOpen }: { file: File; onOpen: (file: File) => void }) {
  const named = backupNamed(file.name)
  if (!named) return null
  const { day, device } = named
  return (
    <li>
      <span>{t('others_row', device, shortDay(day))}</span>
      <button
        type="button"
        aria-label={t('others_open_spoken', device, shortDay(day))}
        onClick={() => onOpen(file)}
      >
        {t('others_open')}
      </button>
    </li>
  )
}

/** What the newest look has found; null before it ends and if it fails. */
function useLooks({ actions, report }: Props) {
  const [found, setFound] = useState<readonly File[] | null>(null)
  const newest = useRef(0)
  const look = (files: readonly File[] | null) => {
    const own = (newest.current += 1)
    setFound(null)
    const show = (others: readonly File[]) => {
      // Nobody asked about the folder for backups, so nothing is said if it holds none.
      if (own === newest.current) setFound(files === null && others.length === 0 ? null : others)
    }
    report(actions.othersIn(files).then(show))
  }
  useEffect(() => actions.onFolder(() => look(null)), [])
  return { found, look }
}

export function OtherBackups(props: Props) {
  const input = useRef<HTMLInputElement>(null)
  const { found, look } = useLooks(props)
  const id = useOwnId()
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        {...{ webkitdirectory: true }}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // Cleared, so that choosing the same folder again fires a change event.
          currentTarget.value = ''
          look(files)
        }}
      />
      <button type="button" aria-describedby={id} onClick={() => input.current?.click()}>
        {t('others_look')}
      </button>
      <p id={id} class="hint others-hint">
        {t('others_hint')}
      </p>
      <div role="status" class="other-backups">
        {found && found.length > 0 && (
          <>
            <p>{t('others_found')}</p>
            <ul>
              {found.map((file) => (
                <Row key={file.name} file={file} onOpen={props.onOpen} />
              ))}
            </ul>
          </>
        )}
        {found?.length === 0 && <p class="soft">{t('others_none')}</p>}
      </div>
    </>
  )
}
