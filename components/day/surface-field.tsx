import type { ComponentChildren } from 'preact'
import { addressOf, joinTarget, type KnownSurface } from '../../domain/surface/surface-directory'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { useOwnId } from '../form/use-own-id'
import { fullName } from '../figure/full-name'
import { placeTyped } from '../sites/editor/use-place'
import type { DayActions } from './day-actions'

interface Props {
  label: string
  value: string
  problem: string | null
  known: readonly KnownSurface[]
  inputRef?: (element: HTMLInputElement | null) => void
  onInput: (typed: string) => void
  children?: ComponentChildren
}

/** A field for a site or a part of one. It suggests the known ones. */
export function SurfaceField({ label, value, problem, known, inputRef, onInput, children }: Props) {
  const list = useOwnId()
  return (
    <Field label={label} problem={problem}>
      {(control) => (
        <div class="control">
          <input
            {...control}
            ref={inputRef ?? null}
            type="text"
            list={list}
            autocomplete="off"
            placeholder="example.com"
            value={value}
            onInput={({ currentTarget }) => onInput(currentTarget.value)}
          />
          <datalist id={list}>
            {known
              .filter(({ countsAs }) => !countsAs)
              .map(({ profile }) => (
                <option key={profile.surface} value={addressOf(profile.surface)}>
                  {fullName(profile)}
                </option>
              ))}
          </datalist>
          {children}
        </div>
      )}
    </Field>
  )
}

/** Finds the surface for a known name or any address; otherwise returns the problem in words. */
export async function surfaceTyped(
  typed: string,
  known: readonly KnownSurface[],
  actions: Pick<DayActions, 'placeOf'>,
): Promise<{ surface: string } | { problem: string }> {
  // `joinTarget` refuses the surface that is to be joined; no surface has an empty name, so none is refused.
  const named = joinTarget(typed, '', known, null)
  if (named.ok) return { surface: named.surface }
  if (named.flaw === 'empty') return { problem: t('surface_empty') }
  const place = await placeTyped(typed, known, actions)
  return place ? { surface: place.surface } : { problem: t('surface_unknown') }
}
