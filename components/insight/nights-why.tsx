import type { DayEdges } from '../../domain/insight/day-edges'
import { BED_MINUTES, WIND_DOWN_MINUTES } from '../../domain/insight/night-cutoff'
import type { Nights } from '../../domain/insight/nights'
import { LESS_SLEEP_MINUTES, SLEEP_STUDIES, type SleepStudy } from '../../domain/insight/sleep-studies'
import { t } from '../../platform/i18n'
import { duration, whole } from '../figure/format'
import { numberFormat } from '../figure/intl'
import { shortDay } from '../figure/numbers'
import { type NameOf, ruleSentence } from '../rule/rule-sentence'
import { lessSleepText } from './nights-facts'
import { sharePercent } from './owners-words'

/** Less would be shown as 0 %. */
const LEAST_SHARE = 0.005

/** The shares of all kinds in the last and the first quarter of an hour. */
function Edges({ edges: { days, last, first } }: { edges: DayEdges }) {
  if (days === 0) return null
  const shown = [...last, ...first].filter(({ share }) => share >= LEAST_SHARE)
  const kinds = [...new Set(shown.map(({ kind }) => kind))]
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
              {t('insight_nights_last_short')}
            </th>
            <th scope="col" class="number">
              {t('insight_nights_first_short')}
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

const lessText = (less: SleepStudy['lessMinutes']): string => {
  if (less === null) return t('insight_nights_little')
  const [low, high] = [less.low, less.high].map((minutes) => numberFormat({}).format(minutes))
  return less.low === less.high
    ? t('insight_nights_less', low ?? '')
    : t('insight_nights_less_range', low ?? '', high ?? '')
}

/** A line for each study: what it asked, what it found, how sure that is, and when the source was read. */
const Studies = () => (
  <ul class="nights-studies">
    {SLEEP_STUDIES.map(({ name, year, people, lessMinutes, asked, grade, checked }) => (
      <li key={name}>
        {[
          `${name} ${year}`,
          people !== null && `n = ${whole(people)}`,
          asked !== null && t(`insight_nights_asked_${asked}`),
          lessText(lessMinutes),
          t('insight_nights_grade', grade, shortDay(checked)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </li>
    ))}
  </ul>
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
