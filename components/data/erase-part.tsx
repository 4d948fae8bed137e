import { useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { type LeftFile, fileLeftWords } from '../devices/left-file'
import { Field } from '../form/field'
import { useFocusAfter } from '../form/use-focus-after'
import { BulkNote } from './bulk-note'
import { useBulk } from './use-bulk'

interface Erased {
  /** Whether limits are left: those in force cannot be deleted at once. */
  hasLimits: boolean
  /** The file for other devices, if the browser did not let it be removed from its folder. */
  left: LeftFile | null
}

export interface EraseActions {
  erase: () => Promise<Erased>
}

const toFocus = (element: HTMLElement | null) => element?.focus()

interface SureProps {
  onErase: () => void
  onClose: () => void
}

/** Asks the person to type a word, so that nobody erases everything by accident. */
function EraseSure({ onErase, onClose }: SureProps) {
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const word = t('data_erase_word')
  return (
    <form
      class="sure"
      aria-label={t('data_erase')}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim().toLowerCase() === word) onErase()
        else setWrong(true)
      }}
    >
      <p>{t('data_erase_limits')}</p>
      <Field label={t('data_erase_type', word)} problem={isWrong ? t('data_erase_wrong', word) : null}>
        {(control) => (
          <input
            {...control}
            ref={toFocus}
            type="text"
            autocomplete="off"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        )}
      </Field>
      <div class="actions">
        <button type="submit" class="danger">
          {t('data_erase')}
        </button>
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}

/** Erases everything once the person has typed the confirmation. */
export function ErasePart({ actions }: { actions: EraseActions }) {
  const [isAsking, setAsking] = useState(false)
  const [bulk, run] = useBulk()
  const focused = useFocusAfter(isAsking)
  const erase = () => {
    setAsking(false)
    const after = ({ hasLimits, left }: Erased) =>
      [t(hasLimits ? 'data_erased_limits' : 'data_erased'), left && fileLeftWords(left)]
        .filter(Boolean)
        .join(' ')
    void run({ during: t('data_erase'), after }, actions.erase, false)
  }
  return (
    <div class="erase">
      <p class="hint">{t('data_erase_hint')}</p>
      {isAsking ? (
        <EraseSure onErase={erase} onClose={() => setAsking(false)} />
      ) : (
        <div class="actions">
          <button ref={focused} type="button" class="danger" onClick={() => setAsking(true)}>
            {t('data_erase')}
          </button>
        </div>
      )}
      <BulkNote bulk={bulk} />
    </div>
  )
}
