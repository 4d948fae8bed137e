import type { ExportContent } from '../../domain/file/export-file'
import type { ImportPreview, RowCounts } from '../../domain/file/import-preview'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { whole } from '../figure/format'
import { shortDay } from '../figure/numbers'

interface Props {
  content: Pick<ExportContent, 'days' | 'unknown'>
  preview: ImportPreview
}

const list = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(' · ')

const counted = (key: 'data_spans_new' | 'data_spans_known' | 'data_gone' | 'data_written', count: number) =>
  count > 0 && t(key, whole(count))

const spansText = ({ added, known, differing, gone }: ImportPreview): string =>
  list([
    counted('data_spans_new', added),
    counted('data_spans_known', known),
    differing > 0 && t('data_spans_differing', whole(differing)),
    counted('data_gone', gone),
  ])

const changeText = ({ written, gone }: Omit<RowCounts, 'store'>): string =>
  list([counted('data_written', written), counted('data_gone', gone)]) || t('data_unchanged')

/** The number of days, the first and the last. */
function daysText(days: ExportContent['days']): string {
  const names = [...new Set(days.map(({ day }) => day))].toSorted()
  const [first, last] = [names[0], names.at(-1)]
  if (first === undefined || last === undefined) return t('data_file_none')
  if (first === last) return shortDay(first)
  return t('data_file_reach', whole(names.length), shortDay(first), shortDay(last))
}

/** Unknown names beyond this number are not shown. */
const MOST_NAMES = 8

/** What an import would change, part by part. Stores without a change are left out. */
export const PreviewTable = ({ content: { days, unknown }, preview }: Props) => (
  <table class="preview">
    <tbody>
      <tr>
        <th scope="row">{t('data_file_days')}</th>
        <td>{daysText(days)}</td>
      </tr>
      <tr>
        <th scope="row">{t('data_spans')}</th>
        <td>{spansText(preview) || t('data_unchanged')}</td>
      </tr>
      {preview.sharedMs > 0 && (
        <tr>
          <th scope="row">{t('data_shared')}</th>
          <td>
            <Time ms={preview.sharedMs} /> {t('data_shared_hint')}
          </td>
        </tr>
      )}
      {preview.rows
        .filter(({ written, gone }) => written + gone > 0)
        .map(({ store, ...change }) => (
          <tr key={store}>
            <th scope="row">{t(`data_store_${store}`)}</th>
            <td>{changeText(change)}</td>
          </tr>
        ))}
      {preview.settings.length > 0 && (
        <tr>
          <th scope="row">{t('settings')}</th>
          <td>{counted('data_written', preview.settings.length)}</td>
        </tr>
      )}
      {unknown.length > 0 && (
        <tr>
          <th scope="row">{t('data_unknown')}</th>
          <td>{t('data_unknown_hint', unknown.slice(0, MOST_NAMES).join(', '))}</td>
        </tr>
      )}
    </tbody>
  </table>
)
