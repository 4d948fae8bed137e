import { useState } from 'preact/hooks'
import type { DeviceActions, DevicesStatus } from '../../domain/devices/devices-status'
import { t } from '../../platform/i18n'
import { useFocusAfter } from '../form/use-focus-after'
import { Section } from '../page/section'
import { ConnectForm } from './connect-form'
import { ConnectedView } from './connected-view'
import { FileForm } from './file-form'
import { FreshPassphrase } from './fresh-passphrase'
import { fileLeftWords } from './left-file'
import { NotConnected } from './not-connected'
import { TroubleNote } from './trouble-note'
import type { ConnectMode } from './use-connecting'
import { type DeviceFileActions, useDeviceFile } from './use-device-file'
import { WhatGoes } from './what-goes'
import './device-files.css'
import './devices.css'
import './exchange-part.css'

export interface DevicesProps {
  status: DevicesStatus
  actions: DeviceActions
  files: DeviceFileActions
}

/** The Devices section of the settings: connects this device with the person's others, and says how that goes. */
export function DevicesSection({ status, actions, files }: DevicesProps) {
  const { isOn, name, trouble } = status
  /** Of the form, while it is open. */
  const [mode, setMode] = useState<ConnectMode | null>(null)
  /** A new passphrase, until the person leaves the page. */
  const [fresh, setFresh] = useState<string | null>(null)
  const file = useDeviceFile(files, isOn)
  const isJoining = file.asked?.isJoining === true
  const focused = useFocusAfter(JSON.stringify([isOn, mode, fresh, isJoining]))

  const connect = async (how: ConnectMode, as: string, passphrase: string) => {
    await (how === 'anew' ? actions.startAnew : actions.turnOn)(as, passphrase)
    setMode(null)
    setFresh(how === 'join' ? null : passphrase)
  }
  const turnOff = async () => {
    await actions.turnOff()
    setFresh(null)
    // Not after the wait: the person may have chosen a file by then.
    file.ask(null)
    const left = await files.removeOwn()
    if (left) file.tell(fileLeftWords(left))
  }
  return (
    <Section id="devices" title={t('devices')} about={t('devices_about')}>
      {isOn ? (
        <p ref={focused} class="devices-state" tabIndex={-1} role="status">
          {t(trouble ? 'devices_on_trouble' : 'devices_on')}
        </p>
      ) : (
        <WhatGoes isFolded={mode !== null || isJoining} />
      )}
      {fresh !== null && <FreshPassphrase passphrase={fresh} onHide={() => setFresh(null)} />}
      {mode !== null && (
        <ConnectForm
          mode={mode}
          name={name}
          asksName={!isOn}
          make={actions.newPassphrase}
          onConnect={connect}
          onMode={setMode}
          onClose={() => setMode(null)}
        />
      )}
      {isJoining && <FileForm name={name} onRead={file.answer} onClose={() => file.ask(null)} />}
      {mode === null && !isOn && !isJoining && (
        <NotConnected isInUse={actions.isInUse} file={file} focused={focused} onMode={setMode} />
      )}
      {mode === null && isOn && !isJoining && (
        <>
          <TroubleNote trouble={trouble} onType={() => setMode('join')} />
          <ConnectedView
            status={status}
            actions={{ ...actions, turnOff }}
            file={file}
            files={files}
            isShown={fresh !== null}
            onAnew={() => setMode('anew')}
          />
        </>
      )}
    </Section>
  )
}
