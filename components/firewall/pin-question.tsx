import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { SaveNote } from '../form/save-note'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'

interface PinFieldProps {
  label?: string
  pin: string
  onChange: (pin: string) => void
}

export const PinField = ({ label = t('pin'), pin, onChange }: PinFieldProps) => (
  <Field label={label}>
    {(control) => (
      <input
        {...control}
        type="password"
        inputMode="numeric"
        autocomplete="off"
        class="pin"
        value={pin}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </Field>
)

interface Props {
  words: ComponentChildren
  isPinSet: boolean
  /** Said before it is done, where there is something to say. */
  question?: string
  onDo: (pin: string | null) => Promise<unknown>
}

/** A button that does something to a rule, after a question or the PIN where there is one. */
export function Action({ words, isPinSet, question, onDo }: Props) {
  const [isAsking, setAsking] = useState(false)
  const [pin, setPin] = useState('')
  const [saving, , saveOnce] = useSaving()
  const focused = useFocusAfter(isAsking)
  const mustAsk = isPinSet || question !== undefined
  const act = async () => {
    if (await saveOnce(() => onDo(isPinSet ? pin : null))) setAsking(false)
  }
  if (!isAsking) {
    return (
      <>
        <button
          ref={focused}
          type="button"
          class="text-button"
          onClick={mustAsk ? () => setAsking(true) : act}
        >
          {words}
        </button>
        <SaveNote saving={saving} />
      </>
    )
  }
  const submit = (event: Event) => {
    event.preventDefault()
    void act()
  }
  return (
    <form class="asking" onSubmit={submit}>
      {question && <p>{question}</p>}
      {isPinSet && <PinField pin={pin} onChange={setPin} />}
      <div class="actions">
        <button ref={focused} type="button" onClick={() => setAsking(false)}>
          {t('cancel')}
        </button>
        <button type="submit">{words}</button>
        <SaveNote saving={saving} />
      </div>
    </form>
  )
}
