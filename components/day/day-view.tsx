import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DayRecord } from '../../domain/statement/day-record'
import type { FocusHour } from '../../domain/statement/focus-hours'
import { visitId } from '../../domain/statement/day-visits'
import { HOUR_MS } from '../../domain/time/local-time'
import type { Span } from '../../domain/record/span'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { useFocusAfter } from '../form/use-focus-after'
import { duration } from '../figure/format'
import { FocusList } from '../focus/focus-list'
import { fullName } from '../figure/full-name'
import { numberFormat } from '../figure/intl'
import { tn } from '../figure/plural'
import type { IconCache } from '../figure/site-icon'
import { intervalText } from './clock-text'
import type { DayActions, EnteredPart, UseKnown } from './day-actions'
import { DayStrip } from './day-strip'
import { EnterForm } from './enter-form'
import { Readout } from './readout'
import { UndoBar } from './undo-bar'
import { useCorrections } from './use-corrections'
import { VisitList } from './visit-list'
import './day-view.css'

export interface DayViewProps {
  record: DayRecord
  /** The focus hours of the day. */
  focus: readonly FocusHour[]
  profileOf: (surface: string) => SurfaceProfile
  useKnown: UseKnown
  /** Null if no money is shown. */
  currency: string | null
  icons: IconCache
  actions: DayActions
}

const lengthOf = (spans: readonly Span[]): string =>
  duration(spans.reduce((sum, { start, end }) => sum + end - start, 0))

/** The selected visit, whether the list is shown, and which visit is unfolded in it. */
function usePlaces({ visits }: DayRecord) {
  const [active, setActive] = useState<string | null>(null)
  const [isListed, setListed] = useState(false)
  const [unfolded, setUnfolded] = useState<string | null>(null)
  const goal = useRef<string | null>(null)
  // The list appears with the next render: only then can the focus move from the strip to the visit.
  useLayoutEffect(() => {
    if (goal.current === null) return
    const row = document.querySelector<HTMLElement>(`[data-visit="${CSS.escape(goal.current)}"]`)
    row?.focus()
    if (row) goal.current = null
  })
  return {
    active: visits.findIndex((visit) => visitId(visit) === active),
    setActive: (visit: number) => setActive(visits[visit] ? visitId(visits[visit]) : null),
    isListed,
    setListed,
    unfolded,
    setUnfolded,
    openActive: () => {
      setListed(true)
      setUnfolded(active)
      goal.current = active
    },
  }
}

/** A day by the hour: the strip, the visits and their corrections. */
export function DayView({ record, focus, profileOf, ...rest }: DayViewProps) {
  const { actions } = rest
  const places = usePlaces(record)
  const [isEntering, setEntering] = useState(false)
  const { made, saving, correct, undo } = useCorrections(actions, () => {
    places.setUnfolded(null)
    setEntering(false)
  })
  const nameOf = (surface: string) => fullName(profileOf(surface))

  const enter = (parts: readonly EnteredPart[]) =>
    correct(
      () => actions.enter(parts),
      ({ added }) =>
        added.length === 0
          ? t('enter_taken')
          : t('done_entered', nameOf(parts[0]?.surface ?? ''), lengthOf(added.map(({ span }) => span))),
    )
  return (
    <section class="day" aria-label={t('day_strip')}>
      <StripWithReadout record={record} focus={focus} places={places} />
      <Choices
        count={record.visits.length}
        places={places}
        isEntering={isEntering}
        onEntering={setEntering}
      />
      {isEntering && (
        <EnterForm {...rest} record={record} onClose={() => setEntering(false)} onEnter={enter} />
      )}
      {places.isListed && (
        <VisitList
          {...rest}
          record={record}
          nameOf={nameOf}
          unfolded={places.unfolded}
          onUnfold={places.setUnfolded}
          onDelete={(spans, { profile }) =>
            correct(
              () => actions.remove(spans),
              () => t('done_deleted', fullName(profile), lengthOf(spans)),
            )
          }
          onGive={(spans, surface) =>
            correct(
              () => actions.give(spans, surface),
              () => t('done_given', nameOf(surface), lengthOf(spans)),
            )
          }
          onMove={(change, { profile }) =>
            correct(
              () => actions.move(change),
              () => t('done_moved', fullName(profile), intervalText(change.span, record.clock)),
            )
          }
        />
      )}
      <UndoBar done={made} saving={saving} onUndo={undo} />
    </section>
  )
}

type Places = ReturnType<typeof usePlaces>

/** The strip and the selected visit; nothing for a day without visits. */
function StripWithReadout({
  record,
  focus,
  places,
}: Pick<DayViewProps, 'record' | 'focus'> & { places: Places }) {
  const { visits, bounds } = record
  const { active, setActive, openActive } = places
  const hours = (bounds.until - bounds.from) / HOUR_MS
  if (visits.length === 0) return <FocusList hours={focus} />
  return (
    <>
      <h2 id="day-strip">{t('day_strip')}</h2>
      <DayStrip record={record} focus={focus} active={active} onActive={setActive} onOpen={openActive} />
      <Readout visit={visits[active] ?? null} onOpen={openActive} />
      <FocusList hours={focus} />
      {hours !== 24 && (
        <p class="hint">{t('day_long', numberFormat({ maximumFractionDigits: 1 }).format(hours))}</p>
      )}
    </>
  )
}

interface ChoicesProps {
  count: number
  places: Places
  isEntering: boolean
  onEntering: (isEntering: boolean) => void
}

function Choices({ count, places: { isListed, setListed }, isEntering, onEntering }: ChoicesProps) {
  const enterButton = useFocusAfter(isEntering)
  return (
    <div class="actions">
      {count > 0 && (
        <button type="button" aria-expanded={isListed} onClick={() => setListed(!isListed)}>
          {isListed ? t('day_list_hide') : tn('day_list_show', count)}
        </button>
      )}
      <button
        ref={enterButton}
        type="button"
        aria-expanded={isEntering}
        onClick={() => onEntering(!isEntering)}
      >
        {t('enter')}
      </button>
    </div>
  )
}
