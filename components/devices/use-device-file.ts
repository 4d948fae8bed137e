import { useRef, useState } from 'preact/hooks'
import type { DevicesFile } from '../../domain/devices/devices-file'
import type { DevicesNews } from '../../domain/devices/devices-news'
import type { OtherDevice } from '../../domain/devices/devices-status'
import { t } from '../../platform/i18n'
import type { LeftFile } from './left-file'
import { newsWords } from './news-words'
import { useWork, type Work } from './use-work'

/** The folder for backups, where files come and go by themselves. */
export interface DevicesFolder {
  name: string
  /** Those that need a passphrase. */
  found: readonly DevicesFile[]
}

export interface DeviceFileActions {
  /** Saves a file for another browser; resolves to its name. */
  save: () => Promise<string>
  /** Rejects with own errors, `error_file_…`. `isLocked` says that it needs a passphrase of its own. */
  open: (chosen: File) => Promise<{ file: DevicesFile; isLocked: boolean }>
  /** Merges a file; without a passphrase if it has that of this device. Rejects with `error_passphrase_wrong`. */
  take: (file: DevicesFile, passphrase: string | null) => Promise<DevicesNews>
  /** Connects this device with the head and the passphrase of a file, and merges it. */
  join: (file: DevicesFile, name: string, passphrase: string) => Promise<DevicesNews>
  /** The devices whose files were read, and when the last one of each was written. */
  lastRead: () => Promise<readonly OtherDevice[]>
  /** Null without a folder, and if it cannot be read. */
  inFolder: () => Promise<DevicesFolder | null>
  /** Removes the file of this device from the folder; resolves to it if it stays. */
  removeOwn: () => Promise<LeftFile | null>
}

export interface DeviceFileWork {
  /** A file whose passphrase is asked for; to join by it if this device was not connected. */
  asked: { file: DevicesFile; isJoining: boolean } | null
  /** What came of the last file. */
  said: string
  work: Pick<Work, 'isBusy' | 'failure'>
  /** What is said while it is under way. */
  during: string
  save: () => void
  open: (chosen: File) => void
  ask: (file: DevicesFile | null) => void
  /** Reads the file that was asked about; as `name`, this device joins its devices. */
  answer: (name: string | null, passphrase: string) => Promise<void>
  tell: (words: string) => void
}

/** Saves and reads files for other browsers, one after the other. `isOn` says whether this device is connected. */
export function useDeviceFile(actions: DeviceFileActions, isOn: boolean): DeviceFileWork {
  const { run, forgetFailure, ...work } = useWork()
  const [asked, setAsked] = useState<DeviceFileWork['asked']>(null)
  const [said, tell] = useState('')
  const during = useRef('')
  const begin = (words: string, job: () => Promise<void>) => {
    during.current = words
    tell('')
    void run(job)
  }
  const ask = (file: DevicesFile | null) => {
    forgetFailure()
    tell('')
    // This device is connected before the file is read to its end.
    setAsked(file && { file, isJoining: !isOn })
  }
  return {
    asked,
    said,
    work,
    during: during.current,
    save: () =>
      begin(t('devices_file_saving'), async () =>
        tell(t('devices_file_saved', await actions.save(), t('settings'), t('devices'))),
      ),
    open: (chosen) =>
      begin(t('devices_file_reading'), async () => {
        setAsked(null)
        const { file, isLocked } = await actions.open(chosen)
        if (isLocked || !isOn) ask(file)
        else tell(newsWords(await actions.take(file, null)))
      }),
    ask,
    answer: async (name, passphrase) => {
      if (!asked) return
      const news =
        name === null
          ? await actions.take(asked.file, passphrase)
          : await actions.join(asked.file, name, passphrase)
      ask(null)
      tell(newsWords(news))
    },
    tell,
  }
}
