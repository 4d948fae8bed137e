import { useState } from 'preact/hooks'
import { isNothing, type Recorded } from '../../domain/record/recorded'
import type { Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { recordedWords } from '../figure/recorded-words'
import { useFocusAfter } from '../form/use-focus-after'
import { BulkNote } from './bulk-note'
import { areDays, type Days, DaysFields } from './days-fields'
import { type EraseActions, ErasePart } from './erase-part'
import { useBulk } from './use-bulk'

export interface DeleteActions extends EraseActions {
  recordedIn: (days: Days) => Promise<Recorded>
  deleteDays: (days: Days) => Promise<void>
}

interface Props {
  today: Day
  actions: DeleteActions
}

/** Deletes the record of a range of days, or everything. A hint leads to deletion by site. */
export function DeletePart({ today, actions }: Props) {
  const [days, setDays] = useState<Days>({ first: today, last: today })
  const [asked, setAsked] = useState<Recorded | null>(null)
  const [bulk, run] = useBulk()
  const focused = useFocusAfter(asked === null)
  const change = (to: Days) => {
    setDays(to)
    setAsked(null)
  }
  const ask = () => {
    if (!areDays(days)) return
    void run({ during: t('data_comparing'), after: '' }, async () => setAsked(await actions.recordedIn(days)))
  }
  const go = async () => {
    setAsked(null)
    await run(
      { during: t('data_delete_days'), after: t('data_deleted') },
      () => actions.deleteDays(days),
      false,
    )
  }
  return (
    <div class="data-part">
      <h3>{t('data_delete')}</h3>
      <p class="hint">{t('data_delete_site', t('sites'))}</p>
      <form
        class="some-days"
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <DaysFields days={days} today={today} onDays={change} />
        <button ref={focused} type="submit" class="danger">
          {t('data_delete_days')}
        </button>
      </form>
      {asked && isNothing(asked) && <p class="hint">{t('data_delete_days_none')}</p>}
      {asked && !isNothing(asked) && (
        <div class="sure" role="group" aria-label={t('data_delete_days')}>
          <p>{t('data_delete_days_sure', recordedWords(asked))}</p>
          <div class="actions">
            <button type="button" class="danger" onClick={() => void go()}>
              {t('delete')}
            </button>
            <button type="button" onClick={() => setAsked(null)}>
              {t('keep_history')}
            </button>
          </div>
        </div>
      )}
      <BulkNote bulk={bulk} />
      <ErasePart actions={actions} />
    </div>
  )
}
