import type { SurfaceSum } from '../../domain/file/foreign/foreign-rows'
import type { Split } from '../../domain/surface/address'
import { partsToChoose } from '../../domain/surface/parts-to-choose'
import { siteOf } from '../../domain/surface/surface'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { duration } from '../figure/format'
import { fullName } from '../figure/full-name'
import { tn } from '../figure/plural'
import { Field } from '../form/field'

interface Props {
  /** The unknown parts, the largest first. */
  open: readonly SurfaceSum[]
  chosen: ReadonlyMap<string, string>
  splits: readonly Split[]
  profileOf: (surface: string) => SurfaceProfile
  onChoose: (surface: string, chosen: string) => void
}

/** So many sites are asked about at once, and so many more if the person wants: none has more with time to speak of. */
const MOST_AT_ONCE = 6
const MOST_MORE = 60

/** The question about one site. */
function PartField({ of, chosen, splits, profileOf, onChoose }: Omit<Props, 'open'> & { of: SurfaceSum }) {
  const { surface, ms } = of
  const site = siteOf(surface)
  return (
    <Field label={`${profileOf(site).name}, ${duration(ms)}`}>
      {(control) => (
        <select
          {...control}
          value={chosen.get(surface) ?? surface}
          onChange={({ currentTarget }) => onChoose(surface, currentTarget.value)}
        >
          <option value={surface}>{t('bring_parts_open')}</option>
          {partsToChoose(site, splits).map((part) => {
            const profile = profileOf(part)
            return (
              <option key={part} value={part}>
                {t('bring_part', fullName(profile), t(`kind_${profile.kind}`))}
              </option>
            )
          })}
        </select>
      )}
    </Field>
  )
}

/** To which part the time of a site belongs, which no file says. Each site is asked once and may stay open. */
export function ForeignParts({ open, ...rest }: Props) {
  const more = open.slice(MOST_AT_ONCE, MOST_AT_ONCE + MOST_MORE)
  return (
    <fieldset class="foreign-parts">
      <legend>{t('bring_parts')}</legend>
      <p class="hint">{t('bring_parts_hint')}</p>
      {open.slice(0, MOST_AT_ONCE).map((of) => (
        <PartField key={of.surface} of={of} {...rest} />
      ))}
      {more.length > 0 && (
        <details>
          <summary>{tn('bring_parts_more', more.length)}</summary>
          {more.map((of) => (
            <PartField key={of.surface} of={of} {...rest} />
          ))}
        </details>
      )}
    </fieldset>
  )
}
