import { useState } from 'preact/hooks'
import { type DayTotal, isSameTotal } from '../../domain/record/day-total'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import type { Day } from '../../domain/time/local-time'
import { holds, type Period } from '../../domain/time/period'
import { t } from '../../platform/i18n'
import type { UseKnown } from '../day/day-actions'
import { type Done, UndoBar } from '../day/undo-bar'
import { closedBy } from '../form/closed-by'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import type { PhoneActions } from './phone-actions'
import { PhoneForm } from './phone-form'
import { PhoneList } from './phone-list'
import { PhonePaste } from './phone-paste'
import { totalWords } from './phone-words'
import './phone.css'

export interface PhoneProps {
  period: Period
  today: Day
  /** Typed for the period. */
  typed: readonly DayTotal[]
  profileOf: (surface: string) => SurfaceProfile
  useKnown: UseKnown
  actions: PhoneActions
}

type Open = { form: 'minutes'; changed: DayTotal | null } | { form: 'table' } | null

interface Made extends Done {
  /** What Undo puts back. */
  removed: DayTotal | null
}

const latestFirst = (typed: readonly DayTotal[]): DayTotal[] =>
  typed.toSorted((a, b) => (a.day === b.day ? b.ms - a.ms : a.day < b.day ? 1 : -1))

/** Saves and deletes totals one at a time, and keeps the last deleted one for Undo. */
function useTotals({ period, profileOf, actions }: PhoneProps) {
  const [made, setMade] = useState<Made | null>(null)
  const [saving, , saveOnce] = useSaving()
  const carryOut = (work: () => Promise<unknown>, words: string, removed: DayTotal | null = null) =>
    void saveOnce(async () => {
      await work()
      setMade({ words, canUndo: removed !== null, removed })
    })
  return {
    made,
    saving,
    put: (total: DayTotal, changed: DayTotal | null, onDone: () => void) => {
      const isElsewhere = holds(period, total.day) ? '' : ` ${t('phone_elsewhere')}`
      const work = async () => {
        await actions.put([total])
        if (changed && !isSameTotal(changed, total)) await actions.remove(changed)
        onDone()
      }
      carryOut(work, t('done_entered_total', totalWords(total, profileOf)) + isElsewhere)
    },
    remove: (total: DayTotal, onDone: () => void) => {
      const work = async () => {
        await actions.remove(total)
        onDone()
      }
      carryOut(work, t('done_deleted_total', totalWords(total, profileOf)), total)
    },
    undo: () => {
      const removed = made?.removed
      if (removed) carryOut(() => actions.put([removed]), t('undone'))
    },
  }
}

/** Minutes that the person types for their phone: the list of a period, a form, and a table to paste. */
export function PhoneSection(props: PhoneProps) {
  const { period, today, typed, profileOf, useKnown, actions } = props
  const [open, setOpen] = useState<Open>(null)
  const closeMine = () => setOpen((now) => closedBy(open, now))
  const closeChanging = (removed: DayTotal) =>
    setOpen((now) =>
      now?.form === 'minutes' && now.changed && isSameTotal(now.changed, removed) ? null : now,
    )
  const { made, saving, put, remove, undo } = useTotals(props)
  const focused = useFocusAfter(open)
  const shared = { today, useKnown, actions, onClose: closeMine }
  return (
    <section id="phone" class="insight insight-body" aria-labelledby="phone-title">
      <h2 id="phone-title" tabIndex={-1}>
        {t('phone')}
      </h2>
      <p class="about">{t('phone_about')}</p>
      {typed.length === 0 ? (
        <p class="soft">{t('phone_none')}</p>
      ) : (
        <PhoneList
          totals={latestFirst(typed)}
          profileOf={profileOf}
          onChange={(changed) => setOpen({ form: 'minutes', changed })}
          onRemove={(total) => remove(total, () => closeChanging(total))}
        />
      )}
      <UndoBar done={made} saving={saving} onUndo={undo} />
      {open?.form === 'minutes' && (
        <PhoneForm
          {...shared}
          key={open.changed ? `${open.changed.day} ${open.changed.surface}` : ''}
          day={today < period.last ? today : period.last}
          changed={open.changed}
          onPut={(total) => put(total, open.changed, closeMine)}
        />
      )}
      {open?.form === 'table' && <PhonePaste {...shared} />}
      {open === null && (
        <div class="actions">
          <button ref={focused} type="button" onClick={() => setOpen({ form: 'minutes', changed: null })}>
            {t('phone_add')}
          </button>
          <button type="button" onClick={() => setOpen({ form: 'table' })}>
            {t('phone_paste')}
          </button>
        </div>
      )}
    </section>
  )
}
