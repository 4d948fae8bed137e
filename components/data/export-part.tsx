import { useState } from 'preact/hooks'
import type { Bulk } from '../../domain/file/bulk'
import { exportName } from '../../domain/file/export-file'
import { addDays, type Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { Options } from '../form/select-setting'
import { BulkNote } from './bulk-note'
import { areDays, type Days, DaysFields } from './days-fields'
import { useBulk } from './use-bulk'

/** What can be exported of some days. */
export type PartKind = 'json' | 'spans.csv' | 'days.csv'

export interface ExportActions {
  exportAll: (name: string, bulk: Bulk) => Promise<void>
  exportDays: (kind: PartKind, days: Days, name: string, bulk: Bulk) => Promise<void>
}

interface Props {
  today: Day
  actions: ExportActions
}

const kinds = () => [
  { value: 'json', label: t('data_what_json') },
  { value: 'spans.csv', label: t('data_what_spans') },
  { value: 'days.csv', label: t('data_what_days') },
]

/** A month is what most questions are about. */
const USUAL_DAYS = 30

/** Taking it along: everything in one file, or some days as a file or a table. */
export function ExportPart({ today, actions }: Props) {
  const [kind, setKind] = useState<PartKind>('json')
  const [days, setDays] = useState<Days>({ first: addDays(today, 1 - USUAL_DAYS), last: today })
  const [bulk, run] = useBulk()

  const hand = (name: string, write: (told: Bulk) => Promise<void>) =>
    void run({ during: t('data_exporting'), after: t('data_exported', name) }, write)
  const all = () => {
    const name = exportName('json', today)
    hand(name, (told) => actions.exportAll(name, told))
  }
  const part = () => {
    if (!areDays(days)) return
    const name = exportName(kind, days.first, days.last)
    hand(name, (told) => actions.exportDays(kind, days, name, told))
  }
  return (
    <div class="data-part">
      <h3>{t('data_export')}</h3>
      <p class="hint">{t('data_export_all_hint')}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={all}>
          {t('data_export_all')}
        </button>
      </div>
      <form
        class="some-days"
        onSubmit={(event) => {
          event.preventDefault()
          part()
        }}
      >
        <Field label={t('data_what')}>
          {(control) => (
            <select
              {...control}
              value={kind}
              onChange={({ currentTarget }) => setKind(currentTarget.value as PartKind)}
            >
              <Options options={kinds()} />
            </select>
          )}
        </Field>
        <DaysFields days={days} today={today} onDays={setDays} />
        <button type="submit">{t('data_export_range')}</button>
      </form>
      <BulkNote bulk={bulk} />
    </div>
  )
}
