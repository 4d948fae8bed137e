import { useState } from 'preact/hooks'
import type { Bulk } from '../../domain/file/bulk'
import { type ExportKind, exportName } from '../../domain/file/export-file'
import { addDays, type Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { Options } from '../form/select-setting'
import { BulkNote } from './bulk-note'
import { areDays, type Days, DaysFields } from './days-fields'
import { useBulk } from './use-bulk'

export interface ExportActions {
  /** Resolves to the name of the file. */
  exportAll: (bulk: Bulk) => Promise<string>
  exportDays: (kind: ExportKind, days: Days, name: string, bulk: Bulk) => Promise<void>
}

interface Props {
  today: Day
  actions: ExportActions
}

const kinds = () => [
  { value: 'json', label: t('data_what_json') },
  { value: 'spans.csv', label: t('data_what_spans') },
  { value: 'days.csv', label: t('data_what_days') },
  { value: 'spans.spreadsheet.csv', label: t('data_what_spans_sheet') },
  { value: 'days.spreadsheet.csv', label: t('data_what_days_sheet') },
  { value: 'time-tracker.json', label: t('data_what_time_tracker') },
  { value: 'activitywatch.json', label: t('data_what_activitywatch') },
]

/** What is to be known before the file is made. */
function hintOf(kind: ExportKind): string {
  if (kind === 'time-tracker.json') return t('data_what_time_tracker_hint')
  return kind === 'activitywatch.json' ? t('data_what_activitywatch_hint') : t('save_csv_hint')
}

/** Most questions are about the last month. */
const USUAL_DAYS = 30

/** Exports everything in one file, or a range of days as JSON or CSV. */
export function ExportPart({ today, actions }: Props) {
  const [kind, setKind] = useState<ExportKind>('json')
  const [days, setDays] = useState<Days>({ first: addDays(today, 1 - USUAL_DAYS), last: today })
  const [bulk, run] = useBulk()

  const named = (write: (monitor: Bulk) => Promise<string>) =>
    void run({ during: t('data_exporting'), after: (name) => t('data_exported', name) }, write)
  const part = () => {
    if (!areDays(days)) return
    const name = exportName(kind, days.first, days.last)
    named((monitor) => actions.exportDays(kind, days, name, monitor).then(() => name))
  }
  return (
    <div class="data-part">
      <h3>{t('data_export')}</h3>
      <p class="hint">{t('data_export_all_hint')}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => named(actions.exportAll)}>
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
        <Field label={t('data_what')} hint={hintOf(kind)}>
          {(control) => (
            <select
              {...control}
              value={kind}
              onChange={({ currentTarget }) => setKind(currentTarget.value as ExportKind)}
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
