import type { SiteLine } from '../../domain/statement/site-lines'
import type { Line } from '../../domain/statement/statement'
import type { OpinionChange } from '../../domain/surface/opinion'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { ColumnTime } from '../figure/figures'
import { whole } from '../figure/format'
import { changeText } from '../period/change'
import { MoneyCells } from '../today/money-cells'
import { KindPicker, WorthPicker } from './character-fields'

interface CharacterProps {
  profile: SurfaceProfile
  hasWorth: boolean
  onChange: (surface: string, change: OpinionChange) => Promise<unknown>
}

/** The kind of a surface and what an hour there gives back. */
export const CharacterCells = ({ profile, hasWorth, onChange }: CharacterProps) => (
  <>
    <td class="kind">
      <KindPicker profile={profile} onChange={onChange} />
    </td>
    {hasWorth && (
      <td class={`worth ${profile.worth.source}`}>
        <WorthPicker profile={profile} onChange={onChange} />
      </td>
    )}
  </>
)

interface Props {
  line: Line & Pick<SiteLine, 'shownMs' | 'opens' | 'beforeMs'>
  /** The part of the longest time, for its bar, and the colour of the bar; null without a bar. */
  bar: { part: number; colour: string } | null
  /** Whether there is anything to compare with. */
  hasBefore: boolean
  /** Null if no money is shown. */
  currency: string | null
  /** Whether nobody knows what its time is worth. */
  isUnknown?: boolean
}

/** The cells of a line, from its time on. */
export const LineCells = ({ line, bar, hasBefore, currency, isUnknown = false }: Props) => {
  const { timeMs, shownMs, opens, money, beforeMs } = line
  const change = hasBefore ? changeText(timeMs, beforeMs) : ''
  return (
    <>
      <td class="number time">
        {bar && (
          <span class="time-bar" aria-hidden="true">
            <span style={{ inlineSize: `${100 * bar.part}%`, backgroundColor: bar.colour }} />
          </span>
        )}
        <ColumnTime ms={timeMs} shownMs={shownMs} />
      </td>
      <td class="number change" data-label={change === '' ? undefined : t('change_of_time')}>
        {change}
      </td>
      <td class="number opens" data-label={t('opens')}>
        <data value={opens}>{whole(opens)}</data>
      </td>
      <MoneyCells money={money} currency={currency} isNothing={timeMs === 0} isUnknown={isUnknown} />
    </>
  )
}
