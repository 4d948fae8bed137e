/** Backups of other devices in a folder, each with a button that brings it in. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { backupNamed } from '../../domain/file/weekly-backup'
import { t } from '../../platform/i18n'
import { shortDay } from '../figure/numbers'

interface Props {
  /** The newest backup of each other device among files, or in the folder for backups. */
  othersIn: (files: readonly File[] | null) => Promise<readonly File[]>
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

export function OtherBackups({ othersIn, onOpen, report }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [found, setFound] = useState<readonly File[]>([])
  const [hasLooked, setLooked] = useState(false)
  const look = (files: readonly File[] | null) => report(othersIn(files).then(setFound))
  useEffect(() => look(null), [])
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        {...{ webkitdirectory: true }}
        onChange={({ currentTarget }) => {
          setLooked(true)
          look([...(currentTarget.files ?? [])])
        }}
      />
      <button type="button" onClick={() => input.current?.click()}>
        {t('others_look')}
      </button>
      <div role="status" class="other-backups">
        {found.length > 0 && (
          <>
            <p>{t('others_found')}</p>
            <ul>
              {found.map((file) => (
                <Row key={file.name} file={file} onOpen={onOpen} />
              ))}
            </ul>
          </>
        )}
        {found.length === 0 && hasLooked && <p class="soft">{t('others_none')}</p>}
      </div>
    </>
  )
}
