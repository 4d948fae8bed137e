import { useState } from 'preact/hooks'
import type { DayVisit } from '../../domain/statement/day-visits'
import type { Span } from '../../domain/record/span'
import type { EdgeChange } from '../../domain/record/edge-draft'
import type { DayRecord } from '../../domain/statement/day-record'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { Trouble } from '../page/trouble'
import { FromTo } from './clock-text'
import type { DayActions, UseKnown } from './day-actions'
import { EdgeForm } from './edge-form'
import { SurfaceField, surfaceTyped } from './surface-field'

export interface Corrections {
  onDelete: (spans: readonly Span[], visit: DayVisit) => void
  onGive: (spans: readonly Span[], surface: string) => void
  onMove: (change: EdgeChange, visit: DayVisit) => void
}

interface Props extends Corrections {
  visit: DayVisit
  record: DayRecord
  nameOf: (surface: string) => string
  useKnown: UseKnown
  actions: DayActions
}

/** The spans of a visit, and corrections for those that are ticked. */
export function VisitDetails({ visit, record, nameOf, onDelete, onMove, ...rest }: Props) {
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const ticked = visit.spans.filter(({ id }) => !unticked.has(id))
  return (
    <div class="visit-details">
      <EdgeForm visit={visit} record={record} nameOf={nameOf} onMove={onMove} />
      {visit.spans.length > 1 && (
        <SpanList spans={visit.spans} unticked={unticked} onUnticked={setUnticked} />
      )}
      <GiveForm {...rest} visit={visit} ticked={ticked} />
      <button
        type="button"
        class="danger"
        disabled={ticked.length === 0}
        onClick={() => onDelete(ticked, visit)}
      >
        {t('visit_delete')}
      </button>
    </div>
  )
}

interface SpanListProps {
  spans: readonly Span[]
  unticked: ReadonlySet<string>
  onUnticked: (change: (unticked: ReadonlySet<string>) => ReadonlySet<string>) => void
}

function SpanList({ spans, unticked, onUnticked }: SpanListProps) {
  const tick = (id: string, isTicked: boolean) =>
    onUnticked((before) =>
      isTicked ? new Set([...before].filter((other) => other !== id)) : new Set(before).add(id),
    )
  return (
    <fieldset>
      <legend class="soft">{t('visit_which')}</legend>
      <ul>
        {spans.map((span) => (
          <li key={span.id}>
            <label class="check">
              <input
                type="checkbox"
                checked={!unticked.has(span.id)}
                onChange={({ currentTarget }) => tick(span.id, currentTarget.checked)}
              />
              <span>
                <FromTo first={span} /> <Time class="soft" ms={span.end - span.start} />
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

interface GiveProps extends Pick<Props, 'visit' | 'useKnown' | 'actions' | 'onGive'> {
  ticked: readonly Span[]
}

function GiveForm({ visit: { profile }, ticked, useKnown, actions, onGive }: GiveProps) {
  const { known, whenKnown, failed } = useKnown()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const give = async (event: Event) => {
    event.preventDefault()
    const target = await surfaceTyped(typed, await whenKnown(), actions)
    if ('problem' in target) setProblem(target.problem)
    else if (target.surface === profile.surface) setProblem(t('join_itself'))
    else onGive(ticked, target.surface)
  }
  return (
    <form onSubmit={(event) => void give(event)} noValidate>
      {failed && <Trouble {...failed} />}
      <SurfaceField label={t('visit_give')} value={typed} problem={problem} known={known} onInput={setTyped}>
        <button type="submit" disabled={ticked.length === 0}>
          {t('visit_give_button')}
        </button>
      </SurfaceField>
    </form>
  )
}
