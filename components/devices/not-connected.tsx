import { t } from '../../platform/i18n'
import type { useFocusAfter } from '../form/use-focus-after'
import { ConnectButton } from './connect-button'
import { FileButton } from './file-button'
import { FileNote } from './file-note'
import type { ConnectMode } from './use-connecting'
import type { DeviceFileWork } from './use-device-file'

interface Props {
  isInUse: () => Promise<boolean>
  file: DeviceFileWork
  focused: ReturnType<typeof useFocusAfter>
  onMode: (mode: ConnectMode) => void
}

/** The two ways to connect: through the browser's account, or with a file. */
export const NotConnected = ({ file, ...props }: Props) => (
  <>
    <ConnectButton {...props}>
      <FileButton
        label={t('devices_file_join')}
        isBusy={file.work.isBusy}
        turn={file.asked === null}
        onFile={file.open}
      />
    </ConnectButton>
    <FileNote file={file} />
  </>
)
