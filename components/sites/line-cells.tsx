import type { Line } from '../../domain/statement/statement'
import { yieldMinor } from '../../domain/value/yield'
import { t } from '../../platform/i18n'
import { ColumnTime } from '../figure/figures'
import { decimal, percent, plainAmount, whole } from '../figure/format'
import { changeText } from '../period/change'
import { MoneyCells } from '../today/money-cells'

interface Props {
  line: Line & { shownMs: number; opens: number; share: number; beforeMs: number }
  /** Whether there is anything to compare with. */
  hasBefore: boolean
  /** Null if no money is shown. */
  currency: string | null
}

/** The cells of a line, from its time on. */
export function LineCells({ line, hasBefore, currency }: Props) {
  const { timeMs, shownMs, opens, money, share, beforeMs } = line
  const yielded = money && yieldMinor(money.returnMinor, timeMs)
  return (
    <>
      <td class="number time">
        <ColumnTime ms={timeMs} shownMs={shownMs} />
      </td>
      <td class="number opens" data-label={t('opens')}>
        <data value={opens}>{whole(opens)}</data>
      </td>
      <MoneyCells money={money} currency={currency} isNothing={timeMs === 0} />
      {currency !== null && (
        <td class="number yield" data-label={t('yield')}>
          {yielded !== null && (
            <data value={decimal(yielded, currency)}>{plainAmount(yielded, currency)}</data>
          )}
        </td>
      )}
      <td class="number share" data-label={t('share')}>
        <data value={share}>{percent(share)}</data>
      </td>
      <td class="number change" data-label={t('change_of_time')}>
        {hasBefore && changeText(timeMs, beforeMs)}
      </td>
    </>
  )
}
