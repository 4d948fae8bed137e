import type { Integrity, KeptCell, KeptMark } from '../../domain/insight/integrity'
import { t } from '../../platform/i18n'
import { whole } from '../figure/format'
import { dayAndMonth } from '../figure/numbers'
import type { NameOf } from '../rule/rule-sentence'
import { EVENT_LINES, keptName } from './integrity-words'
import { countOf } from './worth-words'

interface Props {
  found: Integrity
  nameOf: NameOf
  isMoneyHidden: boolean
}

const countIn = (marks: readonly KeptMark[], wanted: KeptMark): number =>
  marks.filter((mark) => mark === wanted).length

/** A week of one promise: a dot for each part, a bar for a whole week. */
function Cell({ isWeek, marks }: KeptCell) {
  const kept = countIn(marks, 'kept')
  const of = kept + countIn(marks, 'broken')
  if (of === 0)
    return (
      <td>
        <span class="only-read">{t('insight_integrity_is_none')}</span>
      </td>
    )
  return (
    <td>
      <span class="only-read">{countOf(kept, of)}</span>
      <span class={isWeek ? 'marks whole' : 'marks'} aria-hidden="true">
        {marks.map((mark, index) => (
          <span key={index} class={mark} />
        ))}
      </span>
    </td>
  )
}

const Legend = () => (
  <p class="integrity-legend" aria-hidden="true">
    <span>
      <span class="marks">
        <span class="kept" />
      </span>{' '}
      {t('promise_kept')}
    </span>
    <span>
      <span class="marks">
        <span class="broken" />
      </span>{' '}
      {t('promise_not_kept')}
    </span>
    <span>
      <span class="marks">
        <span class="none" />
      </span>{' '}
      {t('insight_integrity_is_none')}
    </span>
  </p>
)

/** How often something happened, and at what price. */
const Count = ({ count, amount }: { count: number; amount: string }) => (
  <>
    {whole(count)}
    {amount !== '' && <span class="soft price"> {amount}</span>}
  </>
)

/** What was taken back, by week and in all, with what it cost. */
function Events({ found, isMoneyHidden }: Omit<Props, 'nameOf'>) {
  const lines = EVENT_LINES.filter(({ count }) => count(found.events) > 0)
  if (lines.length === 0) return null
  return (
    <tbody class="events">
      {lines.map(({ key, count, price }) => (
        <tr key={key}>
          <th scope="row">{t(key)}</th>
          {found.weeks.map(({ period, events }) => (
            <td key={period.first}>
              <Count count={count(events)} amount={price(events, isMoneyHidden)} />
            </td>
          ))}
          <td class="all">
            <Count count={count(found.events)} amount={price(found.events, isMoneyHidden)} />
          </td>
        </tr>
      ))}
    </tbody>
  )
}

/** Promises by week, and what was taken back of them. A narrow screen shows the last four weeks. */
export function IntegrityTable(props: Props) {
  const { found, nameOf, isMoneyHidden } = props
  return (
    <div class="integrity">
      <table class="integrity-table" aria-label={t('insight_integrity_table')}>
        <thead>
          <tr>
            <th scope="col">
              <span class="only-read">{t('insight_integrity_promise')}</span>
            </th>
            {found.weeks.map(({ period }) => (
              <th key={period.first} scope="col">
                {dayAndMonth(period.first)}
              </th>
            ))}
            <th scope="col" class="all">
              {t('insight_integrity_all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.lines.map(({ key, what, cells, kept, of }) => (
            <tr key={key}>
              <th scope="row">{keptName(what, nameOf, isMoneyHidden)}</th>
              {cells.map((cell, index) => (
                <Cell key={index} {...cell} />
              ))}
              <td class="all">{countOf(kept, of)}</td>
            </tr>
          ))}
        </tbody>
        <Events {...props} />
      </table>
      <Legend />
    </div>
  )
}
