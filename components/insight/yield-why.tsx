import type { HourYield, YieldWeek } from '../../domain/insight/hour-yield'
import { WAKING_DAY_MS } from '../../domain/insight/year-pace'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { decimal, duration, money, plainAmount, whole } from '../figure/format'
import { currencySign, dayAndMonth } from '../figure/numbers'
import { hoursText } from './yield-words'

/** An amount whose column names the currency. */
const PlainAmount = ({ minor, currency }: { minor: number; currency: string }) => (
  <data value={decimal(minor, currency)}>{plainAmount(minor, currency)}</data>
)

interface WeeksProps {
  weeks: readonly YieldWeek[]
  currency: string
}

/** The rows of the picture. */
function WeeksTable({ weeks, currency }: WeeksProps) {
  const columns = ['earned', 'price', 'own', 'assumed'] as const
  return (
    <>
      <div class="wide" role="region" tabIndex={0} aria-label={t('insight_yield_trend', whole(weeks.length))}>
        <table class="why-table yield-weeks">
          <thead>
            <tr>
              <th scope="col">{t('insight_week_until')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" class="number">
                  {t(`insight_yield_week_${column}`)} {currencySign(currency)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ week, earning }) => {
              const minors = earning && [
                earning.yieldMinor,
                earning.priceMinor,
                earning.ownMinor,
                earning.assumedMinor,
              ]
              return (
                <tr key={week.last}>
                  <th scope="row">{dayAndMonth(week.last)}</th>
                  {columns.map((column, index) => (
                    <td key={column} class="number">
                      {minors ? <PlainAmount minor={minors[index] ?? 0} currency={currency} /> : '–'}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p class="soft">{t('insight_yield_weeks_about', whole(weeks.length - 1))}</p>
    </>
  )
}

/** What went into the yield of the period. */
const Numbers = ({ found, currency }: { found: HourYield; currency: string }) => (
  <>
    <p>
      {t(
        'insight_yield_numbers',
        money(found.returnMinor, currency),
        duration(found.pricedMs),
        money(found.costMinor, currency),
      )}
      {found.unpricedMs > 0 && ` ${t('insight_yield_unpriced', duration(found.unpricedMs))}`}
    </p>
    <p>
      {t(
        'insight_yield_parts',
        money(found.yieldMinor, currency),
        money(found.ownMinor, currency),
        money(found.assumedMinor, currency),
      )}
    </p>
    {!('lacks' in found.weeks) && <WeeksTable weeks={found.weeks} currency={currency} />}
  </>
)

interface Props {
  /** Null if there is no finding. */
  found: HourYield | null
  /** Null if no money is shown. */
  currency: string | null
}

/** How the yield and the year were worked out. */
export const YieldWhy = ({ found, currency }: Props) => (
  <>
    <p>{t('insight_yield_formula')}</p>
    {found && currency !== null && <Numbers found={found} currency={currency} />}
    {found && <p>{t('insight_yield_kinds', whole(found.assumedSurfaces), whole(found.surfaces))}</p>}
    {found && !('lacks' in found.year) && (
      <>
        <p>{t('insight_yield_year_formula', whole(found.year.days))}</p>
        <p>{t('insight_yield_things', hoursText(WAKING_DAY_MS / MINUTE_MS))}</p>
      </>
    )}
  </>
)
