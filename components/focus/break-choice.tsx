import type { FocusWish } from '../../domain/firewall/focus'
import { t } from '../../platform/i18n'
import { whole } from '../figure/format'
import { Toggle } from './toggle'

/** Minutes of work and of the break after it. */
const USUAL = [
  [25, 5],
  [50, 10],
] as const

/** As typed: no breaks, or minutes of work and of the break after it. */
export interface TypedBreaks {
  has: boolean
  isOwn: boolean
  work: string
  rest: string
}

const isUsual = (work: number | null, rest: number): boolean =>
  USUAL.some(([minutes, after]) => minutes === work && after === rest)

export const typedBreaks = ({ workMinutes, breakMinutes }: FocusWish): TypedBreaks => ({
  has: workMinutes !== null,
  isOwn: workMinutes !== null && !isUsual(workMinutes, breakMinutes),
  work: String(workMinutes ?? USUAL[0][0]),
  rest: String(breakMinutes || USUAL[0][1]),
})

const minutesIn = (typed: string): number => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : NaN)

export const breaksOf = ({ has, work, rest }: TypedBreaks): Pick<FocusWish, 'workMinutes' | 'breakMinutes'> =>
  has
    ? { workMinutes: minutesIn(work), breakMinutes: minutesIn(rest) }
    : { workMinutes: null, breakMinutes: 0 }

interface Props {
  breaks: TypedBreaks
  onChange: (breaks: TypedBreaks) => void
}

/** Whether there are breaks, and how long work and breaks are. */
export function BreakChoice({ breaks, onChange }: Props) {
  const { has, isOwn, work, rest } = breaks
  const field = (key: 'work' | 'rest', words: string) => (
    <input
      type="text"
      class="focus-minutes"
      inputMode="numeric"
      aria-label={words}
      value={breaks[key]}
      onInput={({ currentTarget }) => onChange({ ...breaks, [key]: currentTarget.value })}
    />
  )
  return (
    <fieldset>
      <legend>{t('focus_breaks')}</legend>
      <Toggle isOn={!has} onClick={() => onChange({ ...breaks, has: false, isOwn: false })}>
        {t('focus_break_none')}
      </Toggle>
      {USUAL.map(([minutes, after]) => (
        <Toggle
          key={minutes}
          isOn={has && !isOwn && work === String(minutes) && rest === String(after)}
          onClick={() => onChange({ has: true, isOwn: false, work: String(minutes), rest: String(after) })}
        >
          {t('focus_break_usual', whole(minutes), whole(after))}
        </Toggle>
      ))}
      <Toggle isOn={isOwn} onClick={() => onChange({ ...breaks, has: true, isOwn: true })}>
        {t('focus_break_own')}
      </Toggle>
      {isOwn && (
        <span class="focus-own">
          {field('work', t('focus_break_work'))}
          <span aria-hidden="true">/</span>
          {field('rest', t('focus_break_rest'))}
          <span class="soft">{t('minutes')}</span>
        </span>
      )}
    </fieldset>
  )
}
