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

/** Sites beyond this number stay open: they have little time. */
const MOST_ASKED = 6

/** To which part the time of a site belongs, which no file says. Each site is asked once and may stay open. */
export const ForeignParts = ({ open, chosen, splits, profileOf, onChoose }: Props) => (
  <fieldset class="foreign-parts">
    <legend>{t('bring_parts')}</legend>
    <p class="hint">{t('bring_parts_hint')}</p>
    {open.slice(0, MOST_ASKED).map(({ surface, ms }) => {
      const site = siteOf(surface)
      return (
        <Field key={surface} label={`${profileOf(site).name}, ${duration(ms)}`}>
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
    })}
    {open.length > MOST_ASKED && <p class="hint">{tn('bring_parts_more', open.length - MOST_ASKED)}</p>}
  </fieldset>
)
