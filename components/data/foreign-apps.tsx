import type { ForeignApp } from '../../domain/file/foreign/phone-apps'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { duration } from '../figure/format'
import { fullName } from '../figure/full-name'
import { Field } from '../form/field'

interface Props {
  apps: readonly ForeignApp[]
  typed: ReadonlyMap<string, string>
  surfaceOf: (typed: string) => string | null
  profileOf: (surface: string) => SurfaceProfile
  onType: (app: string, typed: string) => void
}

/** The site of one app, with what it becomes. */
function AppField({ app, typed, surfaceOf, profileOf, onType }: Omit<Props, 'apps'> & { app: ForeignApp }) {
  const text = typed.get(app.name) ?? ''
  const surface = surfaceOf(text)
  return (
    <Field
      label={`${app.name}, ${duration(app.ms)}`}
      hint={surface === null ? null : fullName(profileOf(surface))}
      problem={text.trim() === '' || surface !== null ? null : t('bring_app_no_site')}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          value={text}
          placeholder="example.com"
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => onType(app.name, currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** Which sites the apps belong to that no table knows. What stays empty is left out. */
export const ForeignApps = ({ apps, ...rest }: Props) => (
  <details class="foreign-parts">
    <summary>{t('bring_apps')}</summary>
    <p class="hint">{t('bring_apps_hint')}</p>
    {apps.map((app) => (
      <AppField key={app.name} app={app} {...rest} />
    ))}
  </details>
)
