import type { SiteProps } from './site-actions'
import { useState } from 'preact/hooks'
import type { Split } from '../../../domain/surface/address'
import { siteOf } from '../../../domain/surface/surface'
import { addressOf } from '../../../domain/surface/surface-directory'
import { t } from '../../../platform/i18n'
import { Field } from '../../form/field'
import { SaveNote } from '../../form/save-note'
import { useSaving } from '../../form/use-saving'

/** Splits off a subdomain or a path as a surface of its own, from now on. */
export function SplitField({ site: { profile }, known, actions }: SiteProps) {
  const { site } = profile
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [saving, save] = useSaving()

  const split = async (event: Event) => {
    event.preventDefault()
    let part: Split | null
    try {
      part = await actions.splitOf(typed)
    } catch (error) {
      return save(() => Promise.reject(error))
    }
    if (!part || siteOf(part.surface) !== site) return setProblem(t('split_no_part', addressOf(site)))
    const isKnown = known.some(
      ({ opinion }) => opinion.surface === part.surface && opinion.split !== undefined,
    )
    setProblem(isKnown ? t('split_known', addressOf(part.surface)) : null)
    if (isKnown) return undefined
    setTyped('')
    return save(() => actions.change(part.surface, { split: part.pattern }))
  }
  return (
    <form onSubmit={(event) => void split(event)} noValidate>
      <Field label={t('split')} hint={t('split_hint')} problem={problem}>
        {(control) => (
          <div class="control">
            <input
              {...control}
              type="text"
              autocomplete="off"
              placeholder={`${addressOf(site)}/blog`}
              value={typed}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <button type="submit">{t('split_button')}</button>
            <SaveNote saving={saving} />
          </div>
        )}
      </Field>
    </form>
  )
}

/** Says that a surface was split off, and undoes that from now on. */
export function SplitNote({ site: { profile }, actions }: SiteProps) {
  const [saving, save] = useSaving()
  return (
    <div class="control">
      <p>{t('split_now', addressOf(profile.site))}</p>
      <button type="button" onClick={() => void save(() => actions.change(profile.surface, { split: null }))}>
        {t('split_undo')}
      </button>
      <SaveNote saving={saving} />
    </div>
  )
}
