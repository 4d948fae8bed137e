/** The form that begins a focus hour. It is loaded on demand, so the popup imports its styles. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isSameTarget, nameIn } from '../../domain/firewall/coverage'
import { flawOfWish, type FocusWish, nextClockAt } from '../../domain/firewall/focus'
import type { Target } from '../../domain/firewall/rule'
import type { OffsetAt } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { useOwnId } from '../form/use-own-id'
import { lengthText } from '../rule/clock-words'
import type { NameOf } from '../rule/rule-sentence'
import { BreakChoice, breaksOf, type TypedBreaks, typedBreaks } from './break-choice'
import { Toggle } from './toggle'

const LENGTHS = [25, 50, 90] as const

interface Props {
  /** The last choice. */
  begin: FocusWish
  /** What is offered to stay open besides. */
  offered: readonly Target[]
  now: number
  offsetAt: OffsetAt
  nameOf: NameOf
  /** Finds what a typed text names; null if nothing. */
  find: (typed: string) => Target | null
  scheduleHref: (wish: FocusWish) => string
  onStart: (wish: FocusWish) => void
  onCancel: () => void
}

interface Draft extends Pick<FocusWish, 'named' | 'strictness'> {
  /** Minutes; null until a time. */
  length: number | null
  /** `15:30`. */
  clock: string
  breaks: TypedBreaks
}

const has = (targets: readonly Target[], target: Target): boolean =>
  targets.some((one) => isSameTarget(one, target))

const union = (some: readonly Target[], more: readonly Target[]): Target[] => [
  ...some,
  ...more.filter((target) => !has(some, target)),
]

/** What is wanted now. What is no number or no time becomes a flaw of the wish. */
function wishOf({ length, clock, breaks, ...said }: Draft, now: number, offsetAt: OffsetAt): FocusWish {
  const [hour = NaN, minute = NaN] = clock.split(':').map(Number)
  const until = length === null ? nextClockAt(60 * hour + minute, now, offsetAt) : null
  return { ...said, minutes: length ?? 0, until, ...breaksOf(breaks) }
}

const FLAWS = {
  named: 'focus_flaw_named',
  length: 'focus_flaw_length',
  break: 'focus_flaw_break',
} as const

const Part = ({ legend, children }: { legend: string; children: ComponentChildren }) => (
  <fieldset>
    <legend>{legend}</legend>
    {children}
  </fieldset>
)

interface NamedProps extends Pick<Props, 'nameOf' | 'find'> {
  offered: readonly Target[]
  named: readonly Target[]
  onNamed: (named: readonly Target[]) => void
  onOffered: (offered: readonly Target[]) => void
}

/** What stays open: what is offered, and a field for anything else. */
function Named({ offered, named, nameOf, find, onNamed, onOffered }: NamedProps) {
  const [typed, setTyped] = useState('')
  const [isUnknown, setUnknown] = useState(false)
  const problem = useOwnId()
  const toggle = (target: Target) =>
    onNamed(has(named, target) ? named.filter((one) => !isSameTarget(one, target)) : [...named, target])
  const add = () => {
    if (typed.trim() === '') return
    const target = find(typed)
    setUnknown(target === null)
    if (!target) return
    onOffered(union(offered, [target]))
    onNamed(union(named, [target]))
    setTyped('')
  }
  return (
    <Part legend={t('focus_stays_open')}>
      {offered.map((target) => (
        <Toggle
          key={`${target.type} ${nameIn(target)}`}
          isOn={has(named, target)}
          onClick={() => toggle(target)}
        >
          {nameOf(target)}
        </Toggle>
      ))}
      <input
        type="text"
        class="focus-more"
        aria-label={t('focus_more')}
        placeholder={t('focus_more')}
        aria-invalid={isUnknown}
        aria-describedby={problem}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
          setUnknown(false)
        }}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return
          event.preventDefault()
          add()
        }}
      />
      <p id={problem} class="problem" aria-live="polite">
        {isUnknown && t('rule_flaw_unknown')}
      </p>
    </Part>
  )
}

interface DraftProps {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
}

const Length = ({ draft, onChange }: DraftProps) => (
  <Part legend={t('focus_how_long')}>
    {LENGTHS.map((length) => (
      <Toggle key={length} isOn={draft.length === length} onClick={() => onChange({ length })}>
        {lengthText(length)}
      </Toggle>
    ))}
    <Toggle isOn={draft.length === null} onClick={() => onChange({ length: null })}>
      {t('focus_until_time')}
    </Toggle>
    {draft.length === null && (
      <input
        type="time"
        aria-label={t('focus_until_time')}
        value={draft.clock}
        onInput={({ currentTarget }) => onChange({ clock: currentTarget.value })}
      />
    )}
  </Part>
)

const HowStrict = ({ draft, onChange }: DraftProps) => (
  <Part legend={t('focus_how_strict')}>
    {(['wall', 'lock'] as const).map((strictness) => (
      <Toggle
        key={strictness}
        isOn={draft.strictness === strictness}
        onClick={() => onChange({ strictness })}
      >
        {t(`focus_${strictness}`)}
      </Toggle>
    ))}
    <p class="soft">{t(`focus_${draft.strictness}_line`)}</p>
  </Part>
)

const draftOf = (begin: FocusWish): Draft => ({
  named: begin.named,
  strictness: begin.strictness,
  length: LENGTHS.find((length) => length >= begin.minutes) ?? 90,
  clock: '',
  breaks: typedBreaks(begin),
})

export function FocusForm({ begin, now, offsetAt, nameOf, find, ...props }: Props) {
  const [offered, setOffered] = useState<readonly Target[]>(() => union(begin.named, props.offered))
  const [draft, setDraft] = useState<Draft>(() => draftOf(begin))
  const [flaw, setFlaw] = useState<keyof typeof FLAWS | null>(null)
  const start = useRef<HTMLButtonElement>(null)
  // Enter begins what was chosen last.
  useLayoutEffect(() => start.current?.focus(), [])
  const onChange = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setFlaw(null)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const at = Date.now()
    const wish = wishOf(draft, at, offsetAt)
    const found = flawOfWish(wish, at)
    setFlaw(found)
    if (found === null) props.onStart(wish)
  }
  return (
    <form class="describe focus-form" aria-label={t('focus')} onSubmit={submit} noValidate>
      <Length {...{ draft, onChange }} />
      <Named
        {...{ offered, nameOf, find }}
        named={draft.named}
        onNamed={(named) => onChange({ named })}
        onOffered={setOffered}
      />
      <BreakChoice breaks={draft.breaks} onChange={(breaks) => onChange({ breaks })} />
      <HowStrict {...{ draft, onChange }} />
      <p class="problem" aria-live="polite">
        {flaw && t(FLAWS[flaw])}
      </p>
      <div class="focus-actions">
        <button ref={start} type="submit" class="primary">
          {t('focus_start')}
        </button>
        <button type="button" onClick={props.onCancel}>
          {t('cancel')}
        </button>
        <a class="small" href={props.scheduleHref(wishOf(draft, now, offsetAt))} target="_blank">
          {t('focus_schedule')}
        </a>
      </div>
    </form>
  )
}
