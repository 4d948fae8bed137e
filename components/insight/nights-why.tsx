import type { DayEdges } from '../../domain/insight/day-edges'
import { BED_MINUTES, WIND_DOWN_MINUTES } from '../../domain/insight/night-cutoff'
import type { Nights } from '../../domain/insight/nights'
import { LESS_SLEEP_MINUTES, SLEEP_STUDIES } from '../../domain/insight/sleep-studies'
import { t } from '../../platform/i18n'
import { duration, whole } from '../figure/format'
import { numberFormat } from '../figure/intl'
import { shortDay } from '../figure/numbers'
import { type NameOf, ruleSentence } from '../rule/rule-sentence'
import { lessSleepText } from './nights-facts'
import { sharePercent } from './owners-words'

/** The shares of all kinds in the last and the first quarter of an hour. */
function Edges({ edges: { days, last, first } }: { edges: DayEdges }) {
  if (days === 0) return null
  const kinds = [...new Set([...last, ...first].map(({ kind }) => kind))]
  const shareIn = (shares: typeof last, kind: string): string => {
    const share = shares.find((one) => one.kind === kind)?.share
    return share === undefined ? '–' : sharePercent(share)
  }
  return (
    <>
      <p>{t('insight_nights_edges', whole(days))}</p>
      <table class="why-table">
        <thead>
          <tr>
            <th scope="col">{t('kind')}</th>
            <th scope="col" class="number">
              {t('insight_nights_last')}
            </th>
            <th scope="col" class="number">
              {t('insight_nights_first')}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`kind_${kind}`)}</th>
              <td class="number">{shareIn(last, kind)}</td>
              <td class="number">{shareIn(first, kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const rangeText = ({ low, high }: { low: number; high: number }): string =>
  low === high
    ? t('insight_nights_minutes', whole(low))
    : t('insight_nights_range', numberFormat({}).format(low), numberFormat({}).format(high))

const Studies = () => (
  <table class="why-table">
    <thead>
      <tr>
        <th scope="col">{t('insight_nights_study')}</th>
        <th scope="col">{t('insight_nights_asked')}</th>
        <th scope="col">{t('insight_nights_less')}</th>
        <th scope="col">{t('insight_nights_grade')}</th>
        <th scope="col">{t('insight_nights_checked')}</th>
      </tr>
    </thead>
    <tbody>
      {SLEEP_STUDIES.map(({ name, year, people, lessMinutes, asked, grade, checked }) => (
        <tr key={name}>
          <th scope="row">
            {name} {year}
            {people !== null && `, n = ${whole(people)}`}
          </th>
          <td>{asked === null ? '–' : t(`insight_nights_asked_${asked}`)}</td>
          <td>{lessMinutes ? rangeText(lessMinutes) : t('insight_nights_little')}</td>
          <td>{grade}</td>
          <td>{shortDay(checked)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** The one conversion to sleep; only for attention after the bedtime that the person stated. */
function Sleep({ afterBedMs }: Pick<Nights, 'afterBedMs'>) {
  if (afterBedMs === null) return <p>{t('insight_nights_no_sleep')}</p>
  const { low, high } = LESS_SLEEP_MINUTES
  return (
    <>
      <p>
        {t(
          'insight_nights_sleep_formula',
          duration(afterBedMs),
          whole(BED_MINUTES / 60),
          whole(low),
          whole(high),
          lessSleepText(afterBedMs),
        )}
      </p>
      <Studies />
    </>
  )
}

/** Why the figures of the nights are what they are. */
export function NightsWhy({ nights, nameOf }: { nights: Nights | null; nameOf: NameOf }) {
  return (
    <>
      {nights?.rule ? (
        <p>{t('insight_nights_by_rule', ruleSentence(nights.rule, nameOf))}</p>
      ) : (
        <p>{t('insight_nights_by_bedtime', whole(WIND_DOWN_MINUTES), whole(BED_MINUTES / 60))}</p>
      )}
      <p>{t('insight_nights_formula')}</p>
      {nights && (
        <>
          <Sleep afterBedMs={nights.afterBedMs} />
          <Edges edges={nights.edges} />
        </>
      )}
    </>
  )
}
