import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DayRecord } from '../../domain/statement/day-record'
import { type EnteredDraft, type TypedStretch, typedStretch } from '../../domain/record/entered-draft'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration } from '../figure/format'
import { hourOfDay } from '../figure/numbers'
import { clockTime } from '../rule/clock-words'
import { Trouble } from '../page/trouble'
import { ClockFields, type ClockName } from './clock-fields'
import { clockText } from './clock-text'
import type { DayActions, EnteredPart, UseKnown } from './day-actions'
import { SurfaceField, surfaceTyped } from './surface-field'

interface Props {
  record: DayRecord
  useKnown: UseKnown
  actions: DayActions
  onEnter: (parts: readonly EnteredPart[]) => void
  onClose: () => void
}

const NO_TIMES: EnteredDraft = { from: '', to: '' }

/** The span in progress has no end yet, so nothing can be entered after its start. */
const recordedOf = ({ visits }: DayRecord) =>
  visits.flatMap(({ spans, isRunning }) =>
    spans.map((span) => (isRunning ? { ...span, end: Infinity } : span)),
  )

/** Enters time that was not recorded. It is checked as it is typed, and never overlaps what is recorded. */
export function EnterForm({ record, useKnown, actions, onEnter, onClose }: Props) {
  const { known, whenKnown, failed } = useKnown()
  const [draft, setDraft] = useState(NO_TIMES)
  const [isSent, setSent] = useState(false)
  const [site, setSite] = useState('')
  const [siteProblem, setSiteProblem] = useState<string | null>(null)
  const first = useRef<HTMLInputElement | null>(null)
  useLayoutEffect(() => first.current?.focus(), [])

  const read = () => typedStretch(draft, { ...record, now: Date.now(), recorded: recordedOf(record) })
  const typed = read()
  const submit = async (event: Event) => {
    event.preventDefault()
    setSent(true)
    const target = await surfaceTyped(site, await whenKnown(), actions)
    setSiteProblem('problem' in target ? target.problem : null)
    const stretch = read()
    if ('problem' in target || !stretch.ok) return
    onEnter(
      stretch.free.map((part) => ({
        ...part,
        surface: target.surface,
        utcOffsetMinutes: record.clock(part.from),
      })),
    )
  }
  return (
    <form class="card enter-form" onSubmit={(event) => void submit(event)} noValidate>
      {failed && <Trouble {...failed} />}
      <SurfaceField
        label={t('site')}
        value={site}
        problem={siteProblem}
        known={known}
        inputRef={(input) => {
          first.current = input
        }}
        onInput={setSite}
      />
      <Times draft={draft} typed={typed} isSent={isSent} record={record} onDraft={setDraft} />
      <div class="actions">
        <button type="submit" class="primary">
          {typed.ok && typed.takenMs > 0 ? t('enter_free_button', duration(typed.freeMs)) : t('enter_button')}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}

interface TimesProps {
  draft: EnteredDraft
  typed: TypedStretch
  /** Whether the form was submitted: then an empty field is an error. */
  isSent: boolean
  record: DayRecord
  onDraft: (change: (before: EnteredDraft) => EnteredDraft) => void
}

/** Start and end; each is checked once its field is left. */
function Times({ draft, typed, isSent, record, onDraft }: TimesProps) {
  const [left, setLeft] = useState({ from: false, to: false })
  const starts = hourOfDay(record.dayStartHour)
  const problemAt = (name: ClockName): string | null =>
    !typed.ok && typed.field === name && (left[name] || isSent)
      ? t(`enter_${typed.flaw}`, typed.flaw === 'noTime' ? clockTime(14 * 60 + 30) : starts)
      : null
  return (
    <>
      <ClockFields
        draft={draft}
        labelOf={(name) => t(`enter_${name}`)}
        problemAt={problemAt}
        onDraft={onDraft}
        onLeave={(name) => setLeft((before) => ({ ...before, [name]: true }))}
      />
      <p class="taken" role="status">
        {typed.ok && typed.takenMs > 0 && takenWords(typed, record)}
      </p>
      <p class="hint">{t('enter_hint', starts, clockTime(14 * 60 + 30))}</p>
    </>
  )
}

/** How much of the entered time is already recorded, and which parts are free. */
function takenWords({ free, takenMs }: TypedStretch & { ok: true }, { clock }: DayRecord): string {
  const time = (at: number) => clockText(at + clock(at) * MINUTE_MS)
  const parts = free.map(({ from, until }) => `${time(from)}–${time(until)}`)
  return t('enter_partly', duration(takenMs), parts.join(', '))
}
