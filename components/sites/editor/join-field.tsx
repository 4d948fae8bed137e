import type { SiteProps } from './site-actions'
import { useState } from 'preact/hooks'
import type { Place } from '../../../domain/surface/address'
import { addressOf, joinTarget } from '../../../domain/surface/surface-directory'
import { t } from '../../../platform/i18n'
import { Field } from '../../form/field'
import { SaveNote } from '../../form/save-note'
import { type Saving, useSaving } from '../../form/use-saving'
import { fullName } from '../../figure/full-name'
import { useFocusAfter } from '../../form/use-focus-after'
import { useOwnId } from '../../form/use-own-id'
import { placeTyped } from './use-place'

/** Makes a surface count as another one, for the past too, or undoes that. */
export function JoinField(props: SiteProps) {
  const { site, actions } = props
  const { profile, countsAs } = site
  const [saving, save] = useSaving()
  const focused = useFocusAfter(countsAs?.surface)
  const join = (joined: string | null) => void save(() => actions.change(profile.surface, { joined }))
  if (!countsAs) return <JoinForm {...props} saving={saving} focused={focused} onJoin={join} />
  return (
    <div class="control">
      <p>{t('join_now', fullName(countsAs))}</p>
      <button ref={focused} type="button" onClick={() => join(null)}>
        {t('join_undo')}
      </button>
      <SaveNote saving={saving} />
    </div>
  )
}

interface FormProps extends SiteProps {
  saving: Saving
  focused: ReturnType<typeof useFocusAfter>
  onJoin: (surface: string) => void
}

function JoinForm({ site, known, actions, saving, focused, onJoin }: FormProps) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const list = useOwnId()

  const targetAt = (place: Place | null) => joinTarget(typed, site.profile.surface, known, place)

  const submit = async (event: Event) => {
    event.preventDefault()
    const named = targetAt(null)
    const target =
      !named.ok && named.flaw === 'unknown' ? targetAt(await placeTyped(typed, known, actions)) : named
    setProblem(target.ok ? null : t(`join_${target.flaw}`))
    if (target.ok) onJoin(target.surface)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Field label={t('join')} hint={t('join_hint')} problem={problem}>
        {(control) => (
          <div class="control">
            <input
              {...control}
              ref={focused}
              type="text"
              list={list}
              autocomplete="off"
              placeholder="example.com"
              value={typed}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <datalist id={list}>
              {known
                .filter((other) => other !== site && !other.countsAs)
                .map(({ profile }) => (
                  <option key={profile.surface} value={addressOf(profile.surface)}>
                    {fullName(profile)}
                  </option>
                ))}
            </datalist>
            <button type="submit">{t('join_button')}</button>
            <SaveNote saving={saving} />
          </div>
        )}
      </Field>
    </form>
  )
}
