import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { enteredTotal, flawsOfTotals, typedMinutes } from '../../domain/file/minutes-table'
import { type DayTotal, isSameTotal } from '../../domain/record/day-total'
import { addressOf, type KnownSurface } from '../../domain/surface/surface-directory'
import { type Day, MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import type { UseKnown } from '../day/day-actions'
import { SurfaceField, surfaceTyped } from '../day/surface-field'
import { Field } from '../form/field'
import { NumberInput } from '../form/number-input'
import { Trouble } from '../page/trouble'
import type { PhoneActions } from './phone-actions'
import { flawWords } from './phone-words'

interface Props {
  /** The day to begin with. */
  day: Day
  today: Day
  /** The total that is changed; null for a new one. */
  changed: DayTotal | null
  useKnown: UseKnown
  actions: PhoneActions
  onPut: (total: DayTotal) => void
  onClose: () => void
}

interface Draft {
  day: string
  site: string
  minutes: string
}

type Problems = Partial<Record<keyof Draft, string>>

const draftOf = (changed: DayTotal | null, day: Day): Draft =>
  changed
    ? {
        day: changed.day,
        site: addressOf(changed.surface),
        minutes: String(Math.round(changed.ms / MINUTE_MS)),
      }
    : { day, site: '', minutes: '' }

const OF_THE_DAY = new Set(['noDay', 'tooEarly', 'tooLate'])

/** Minutes of the phone, for one day and platform. */
export function PhoneForm({ day, today, changed, useKnown, actions, onPut, onClose }: Props) {
  const { known, whenKnown, failed } = useKnown()
  const [draft, setDraft] = useState(() => draftOf(changed, day))
  const [problems, setProblems] = useState<Problems>({})
  const first = useRef<HTMLInputElement | null>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const set = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }))
    setProblems({})
  }

  const read = async (): Promise<DayTotal | Problems> => {
    const typed = typedMinutes(draft, today)
    if (!typed.ok) return { [OF_THE_DAY.has(typed.flaw) ? 'day' : 'minutes']: flawWords(typed.flaw) }
    const target = await surfaceTyped(draft.site, await whenKnown(), actions)
    if ('problem' in target) return { site: target.problem }
    const total = enteredTotal(typed.day, target.surface, typed.ms)
    const stored = await actions.typedOn([typed.day])
    const others = stored.filter((one) => !changed || !isSameTotal(one, changed))
    const [flaw] = flawsOfTotals([total], others)
    return flaw ? { minutes: flawWords(flaw) } : total
  }
  const submit = async (event: Event) => {
    event.preventDefault()
    const total = await read()
    if ('surface' in total) onPut(total)
    else setProblems(total)
  }
  return (
    <form class="card phone-form" onSubmit={(event) => void submit(event)} noValidate>
      {failed && <Trouble {...failed} />}
      <Fields
        draft={draft}
        problems={problems}
        known={known}
        inputRef={(input) => {
          first.current = input
        }}
        onDraft={set}
      />
      <div class="actions">
        <button type="submit" class="primary">
          {t('save')}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}

interface FieldsProps {
  draft: Draft
  problems: Problems
  known: readonly KnownSurface[]
  inputRef: (element: HTMLInputElement | null) => void
  onDraft: (change: Partial<Draft>) => void
}

const Fields = ({ draft, problems, known, inputRef, onDraft }: FieldsProps) => (
  <div class="phone-fields">
    <Field label={t('phone_day')} problem={problems.day}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={draft.day}
          onInput={({ currentTarget }) => onDraft({ day: currentTarget.value })}
        />
      )}
    </Field>
    <SurfaceField
      label={t('phone_platform')}
      value={draft.site}
      problem={problems.site ?? null}
      known={known}
      inputRef={inputRef}
      onInput={(site) => onDraft({ site })}
    />
    <Field label={t('phone_minutes')} problem={problems.minutes}>
      {(control) => (
        <NumberInput
          control={control}
          value={draft.minutes}
          unit={t('minutes')}
          onInput={(minutes) => onDraft({ minutes })}
        />
      )}
    </Field>
  </div>
)
