import type { Line } from '../../domain/statement/statement'
import { t } from '../../platform/i18n'
import { netWord, tone, UnknownFigure } from '../figure/figures'
import { decimal, plainAmount } from '../figure/format'
import { currencySign, signedPlainAmount } from '../figure/numbers'
import './statement.css'

interface HeadsProps {
  first: string
  currency: string | null
  /** Whether the last column is the change of the time. */
  hasChange?: boolean
}

/** The column headings of every table of a statement. */
export const StatementHeads = ({ first, currency, hasChange = false }: HeadsProps) => (
  <tr>
    <th scope="col">{first}</th>
    <th scope="col" class="number">
      {t('time')}
    </th>
    {currency !== null &&
      (['cost', 'returned', 'net'] as const).map((column) => (
        <th key={column} scope="col" class="number">
          {t(column)} <span class="unit">{currencySign(currency)}</span>
        </th>
      ))}
    {hasChange && (
      <th scope="col" class="number change">
        {t('change_of_time')}
      </th>
    )}
  </tr>
)

interface CellsProps {
  money: Line['money']
  currency: string | null
  /** Whether the line has no time: then its cells stay empty. */
  isNothing?: boolean
  /** Whether nobody knows what its time is worth: then it has a cost, but neither return nor net. */
  isUnknown?: boolean
}

/** Cost, return and net of a line, aligned at the decimal; the heads name the currency. */
export function MoneyCells({ money, currency, isNothing = false, isUnknown = false }: CellsProps) {
  if (currency === null) return null
  if (isNothing) return <td colSpan={3} />
  if (!money) {
    return (
      <td class="number soft" colSpan={3}>
        {t('no_rate_then')}
      </td>
    )
  }
  const { costMinor, returnMinor, netMinor } = money
  return (
    <>
      <td class="number cost" data-label={t('cost')}>
        <data value={decimal(costMinor, currency)}>{plainAmount(costMinor, currency)}</data>
      </td>
      <td class="number returned" data-label={t('returned')}>
        {isUnknown ? (
          <UnknownFigure />
        ) : (
          <data value={decimal(returnMinor, currency)}>{plainAmount(returnMinor, currency)}</data>
        )}
      </td>
      <td class="number net" data-label={t('net')}>
        {isUnknown ? (
          <UnknownFigure />
        ) : (
          <>
            <data value={decimal(netMinor, currency)} class={tone(netMinor)}>
              {signedPlainAmount(netMinor, currency)}
            </data>
            <span class="only-read"> {netWord(netMinor)}</span>
          </>
        )}
      </td>
    </>
  )
}
