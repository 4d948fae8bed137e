import { useState } from 'preact/hooks'
import type { DayRecord } from '../../domain/statement/day-record'
import type { DayVisit } from '../../domain/statement/day-visits'
import { type EdgeChange, type TypedEdges, typedEdges } from '../../domain/record/edge-draft'
import type { EnteredDraft } from '../../domain/record/entered-draft'
import type { Span } from '../../domain/record/span'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration } from '../figure/format'
import { hourOfDay } from '../figure/numbers'
import { ClockFields, type ClockName } from './clock-fields'
import { clockText, localEnd, localStart } from './clock-text'

interface Props {
  visit: DayVisit
  record: DayRecord
  nameOf: (surface: string) => string
  onMove: (change: EdgeChange, visit: DayVisit) => void
}

/** The spans of all other visits. The span in progress has no end yet, so nothing may reach beyond its start. */
const othersOf = ({ visits }: DayRecord, { spans: own }: DayVisit) =>
  visits.flatMap(({ spans, isRunning }) =>
    spans === own ? [] : spans.map((span) => (isRunning ? { ...span, end: Infinity } : span)),
  )

const edgesOf = ({ spans }: DayVisit): EnteredDraft => ({
  from: clockText(localStart(spans[0] as Span)),
  to: clockText(localEnd(spans.at(-1) as Span)),
})

/** What is wrong with a typed time, and what would be right. */
function flawWords(
  typed: TypedEdges & { ok: false },
  { clock, dayStartHour }: DayRecord,
  props: Props,
): string {
  const starts = hourOfDay(dayStartHour)
  if (typed.flaw === 'neighbour') {
    const at = clockText(typed.at + clock(typed.at) * MINUTE_MS)
    return t(typed.field === 'from' ? 'edge_until' : 'edge_from', props.nameOf(typed.surface), at)
  }
  if (typed.flaw === 'nothingLeft') return t('edge_nothing')
  if (typed.flaw === 'beforeDay') return t('edge_before', starts)
  return t(`enter_${typed.flaw}`, starts)
}

/** Changes when a visit began and ended. What it gains is marked as entered by hand. */
export function EdgeForm(props: Props) {
  const { visit, record, onMove } = props
  const [draft, setDraft] = useState(() => edgesOf(visit))
  // A field is checked once it is left, and both once the form is sent.
  const [checked, setChecked] = useState({ from: false, to: false })
  const read = () =>
    typedEdges(draft, visit.spans, { ...record, now: Date.now(), others: othersOf(record, visit) })
  const typed = read()
  const move = (event: Event) => {
    event.preventDefault()
    setChecked({ from: true, to: true })
    const now = read()
    if (now.ok && now.change) onMove(now.change, visit)
  }
  const problemAt = (name: ClockName) =>
    checked[name] && !typed.ok && typed.field === name ? flawWords(typed, record, props) : null
  const change = typed.ok ? typed.change : null
  return (
    <form class="edge-form" onSubmit={move} noValidate>
      <ClockFields
        draft={draft}
        labelOf={(name) => t(`edge_${name}_label`)}
        problemAt={problemAt}
        onDraft={setDraft}
        onLeave={(name) => setChecked((before) => ({ ...before, [name]: true }))}
      >
        <button type="submit" disabled={typed.ok && !change}>
          {t('edge_button')}
        </button>
      </ClockFields>
      <p class="hint" role="status">
        {change && consequence(change)}
      </p>
    </form>
  )
}

const lengthOf = (parts: readonly number[]): number => parts.reduce((sum, ms) => sum + ms, 0)

/** How much the visit loses and gains. */
function consequence({ lost, gained }: EdgeChange): string {
  const lostMs = lengthOf(lost.map(({ start, end }) => end - start))
  const gainedMs = lengthOf(gained.map(({ from, until }) => until - from))
  return [
    lostMs > 0 ? t('edge_loses', duration(lostMs)) : '',
    gainedMs > 0 ? t('edge_gains', duration(gainedMs)) : '',
  ]
    .filter(Boolean)
    .join(' ')
}
