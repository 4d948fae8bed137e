import { useState } from 'preact/hooks'
import type { Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import type { UseKnown } from '../day/day-actions'
import { tn } from '../figure/plural'
import { Field } from '../form/field'
import { SaveNote } from '../form/save-note'
import { useSaving } from '../form/use-saving'
import { Trouble } from '../page/trouble'
import type { PhoneActions } from './phone-actions'
import { type BadLine, readPasted } from './read-pasted'

interface Props {
  today: Day
  useKnown: UseKnown
  actions: PhoneActions
  onClose: () => void
}

/** Several days at once, from a table. Lines that cannot be saved stay in the field, each with the reason. */
export function PhonePaste({ today, useKnown, actions, onClose }: Props) {
  const { whenKnown, failed } = useKnown()
  const [pasted, setPasted] = useState('')
  const [bad, setBad] = useState<readonly BadLine[]>([])
  const [count, setCount] = useState<number | null>(null)
  const [saving, , saveOnce] = useSaving()
  const save = (event: Event) => {
    event.preventDefault()
    void saveOnce(async () => {
      const read = await readPasted(pasted, await whenKnown(), today, actions)
      if (read.totals.length > 0) await actions.put(read.totals)
      setPasted(read.bad.map(({ text }) => text).join('\n'))
      setBad(read.bad)
      setCount(read.totals.length)
    })
  }
  return (
    <form class="card phone-form" onSubmit={save} noValidate>
      {failed && <Trouble {...failed} />}
      <Field label={t('phone_table')} hint={t('phone_table_hint')}>
        {(control) => (
          <textarea
            {...control}
            rows={6}
            spellcheck={false}
            value={pasted}
            placeholder={t('phone_table_example')}
            onInput={({ currentTarget }) => setPasted(currentTarget.value)}
          />
        )}
      </Field>
      <div role="status">
        {count !== null && <p>{tn('phone_lines_saved', count)}</p>}
        {bad.length > 0 && (
          <>
            <p class="problem">{tn('phone_lines_left', bad.length)}</p>
            <ul class="bad-lines">
              {bad.map(({ text, words }, index) => (
                <li key={index}>
                  <code>{text}</code>: {words}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="actions">
        <button type="submit" class="primary" disabled={pasted.trim() === ''}>
          {t('save')}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t('close')}
        </button>
        {saving.state === 'failed' && <SaveNote saving={saving} />}
      </div>
    </form>
  )
}
