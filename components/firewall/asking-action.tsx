import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useFirstFocus } from '../form/use-first-focus'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import { PinField } from './pin-field'

interface Props {
  words: ComponentChildren
  isPinSet: boolean
  /** Asked before the action, if set. */
  question?: string
  deletes?: boolean
  onDo: (pin: string | null) => Promise<unknown>
}

interface QuestionProps {
  question: string | undefined
  children: ComponentChildren
  onDo: () => void
}

/** The question before an action. Its first control gets the focus; the one that deletes does not. */
function Question({ question, children, onDo }: QuestionProps) {
  const form = useFirstFocus<HTMLFormElement>()
  const submit = (event: Event) => {
    event.preventDefault()
    onDo()
  }
  return (
    <form ref={form} class="asking" onSubmit={submit}>
      {question && <p>{question}</p>}
      {children}
    </form>
  )
}

/** A button for an action that may need a question or the PIN first. */
export function AskingAction({ words, isPinSet, question, deletes, onDo }: Props) {
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
          class={`text-button ${deletes ? 'danger' : ''}`}
          onClick={mustAsk ? () => setAsking(true) : act}
        >
          {words}
        </button>
        <SaveNote saving={saving} />
      </>
    )
  }
  return (
    <Question question={question} onDo={() => void act()}>
      {isPinSet && <PinField pin={pin} onChange={setPin} />}
      <div class="actions">
        <button type="submit" class={deletes ? 'danger' : 'primary'}>
          {words}
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          {t('cancel')}
        </button>
        <SaveNote saving={saving} />
      </div>
    </Question>
  )
}
