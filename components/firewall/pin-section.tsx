import type { FirewallActions } from './firewall-actions'
import { useState } from 'preact/hooks'
import type { FirewallStatus } from '../../domain/firewall/firewall-status'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useFirstFocus } from '../form/use-first-focus'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import { timeOfWeek } from '../figure/format'
import { AskingAction } from './asking-action'
import { PinField } from './pin-field'

interface Props {
  pin: FirewallStatus['pin']
  actions: FirewallActions
}

const LEAST_DIGITS = 4

function PinForm({
  isSet,
  onSave,
  onClose,
}: {
  isSet: boolean
  onSave: (pin: string, old: string | null) => Promise<unknown>
  onClose: () => void
}) {
  const [old, setOld] = useState('')
  const [pin, setPin] = useState('')
  const [isShort, setShort] = useState(false)
  const [saving, , saveOnce] = useSaving()
  const form = useFirstFocus<HTMLFormElement>()
  const submit = async (event: Event) => {
    event.preventDefault()
    setShort(pin.length < LEAST_DIGITS)
    if (pin.length < LEAST_DIGITS) return
    if (await saveOnce(() => onSave(pin, isSet ? old : null))) onClose()
  }
  return (
    <form ref={form} class="asking" onSubmit={(event) => void submit(event)} noValidate>
      {isSet && <PinField label={t('pin_old')} pin={old} onChange={setOld} />}
      <PinField label={t(isSet ? 'pin_new' : 'pin')} hint={t('pin_advice')} pin={pin} onChange={setPin} />
      <p class="problem" aria-live="polite">
        {isShort && t('pin_short', LEAST_DIGITS)}
      </p>
      <div class="actions">
        <button type="submit" class="primary">
          {t('save')}
        </button>
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <SaveNote saving={saving} />
      </div>
    </form>
  )
}

/** Sets, changes or removes the PIN for rule changes, also when it is forgotten. */
export function PinSection({ pin: { isSet, removedAt }, actions }: Props) {
  const [isOpen, setOpen] = useState(false)
  const focused = useFocusAfter(isOpen)
  if (isOpen) return <PinForm isSet={isSet} onSave={actions.setPin} onClose={() => setOpen(false)} />
  return (
    <>
      <p>{t(isSet ? 'pin_is_set' : 'pin_is_not_set')}</p>
      {removedAt !== null && <p>{t('pin_goes', timeOfWeek(removedAt))}</p>}
      <div class="actions rule-actions">
        <button ref={focused} type="button" class="text-button" onClick={() => setOpen(true)}>
          {t(isSet ? 'pin_change' : 'pin_set')}
        </button>
        {isSet && <AskingAction words={t('pin_remove')} isPinSet onDo={(pin) => actions.removePin(pin)} />}
        {isSet && removedAt === null && (
          <AskingAction
            words={t('pin_forgotten')}
            isPinSet={false}
            question={t('pin_forgotten_sure')}
            onDo={() => actions.removePin(null)}
          />
        )}
        {isSet && removedAt !== null && (
          <AskingAction words={t('pin_keep')} isPinSet={false} onDo={() => actions.keepPin()} />
        )}
      </div>
    </>
  )
}
