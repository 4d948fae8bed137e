import type { ComponentChildren } from 'preact'
import { timesInYear, WAKING_DAY_MS, type YearPace } from '../../domain/insight/year-pace'
import type { YearThing } from '../../domain/settings/year-things'
import { MINUTE_MS } from '../../domain/time/local-time'
import { rescale } from '../../domain/value/minor-units'
import { t } from '../../platform/i18n'
import { netWord, Time, tone } from '../figure/figures'
import { decimal, money } from '../figure/format'
import { countText, hoursText, yearHours, yearMoney } from './yield-words'

/** What the person calls a thing. */
export const thingName = ({ known, name }: Pick<YearThing, 'known' | 'name'>): string =>
  known === null ? name : t(`thing_${known}`)

interface RowProps {
  label: string
  count: number
}

const CountRow = ({ label, count }: RowProps) => (
  <tr class="part">
    <th scope="row">{label}</th>
    <td class="number">{countText(count)}</td>
  </tr>
)

interface Props {
  year: YearPace
  things: readonly YearThing[]
  /** Prices of things are in it. */
  currency: string
  isMoneyShown: boolean
  children?: ComponentChildren
}

/** The rows of things that can be counted. */
const ThingRows = ({ year, things, currency }: Pick<Props, 'year' | 'things' | 'currency'>) => (
  <>
    {things.map((thing, index) => {
      const count = timesInYear(thing, year, currency)
      if (count === null) return null
      const one = thing.price
        ? money(rescale(thing.price.amountMinor, thing.price.currency, currency), currency)
        : hoursText(thing.minutes ?? 0)
      return <CountRow key={index} label={t('insight_yield_each', thingName(thing), one)} count={count} />
    })}
  </>
)

function MoneyRows({ year, things, currency }: Pick<Props, 'year' | 'things' | 'currency'>) {
  const { netMinor } = year
  return (
    <>
      <tr>
        <th scope="row">{t('insight_yield_year_net', netWord(netMinor))}</th>
        <td class="number">
          <data value={decimal(netMinor, currency)} class={tone(netMinor)}>
            {yearMoney(netMinor, currency)}
          </data>
        </td>
      </tr>
      {netMinor !== 0 && (
        <ThingRows
          year={year}
          things={things.filter(({ minutes }) => minutes === null)}
          currency={currency}
        />
      )}
    </>
  )
}

/** A year at the pace of a period: in money, in time at a loss, and in things. */
export function YearTable({ year, things, currency, isMoneyShown, children }: Props) {
  const { lossMs } = year
  return (
    <div class="year">
      <table>
        <caption>{t('insight_yield_year')}</caption>
        <tbody>
          {isMoneyShown && <MoneyRows year={year} things={things} currency={currency} />}
          <tr>
            <th scope="row">{t('insight_yield_year_loss')}</th>
            <td class="number">
              {lossMs === 0 ? t('insight_yield_year_none') : <Time ms={lossMs} format={yearHours} />}
            </td>
          </tr>
          {lossMs > 0 && (
            <>
              <CountRow
                label={t('insight_yield_waking', hoursText(WAKING_DAY_MS / MINUTE_MS))}
                count={lossMs / WAKING_DAY_MS}
              />
              <ThingRows
                year={year}
                things={things.filter(({ minutes }) => minutes !== null)}
                currency={currency}
              />
            </>
          )}
        </tbody>
      </table>
      {children}
    </div>
  )
}
