import type { Estimate, Take, TakeFigures, TakeLine } from '../../domain/insight/take'
import { t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { Amount, Time } from '../figure/figures'
import { decimal } from '../figure/format'
import { dollarsText, linesShown, dollarRange } from './take-words'
import './take-pictures.css'
import './take.css'

interface Scales {
  /** Null if no money is shown. */
  currency: string | null
  /** The largest cost or return, minor units. */
  mostMinor: number
  /** The largest `high`, US cents; null without a region, and if money is hidden. */
  mostCents: number | null
}

const scalesOf = (lines: readonly TakeLine[], currency: string | null, isEarnedShown: boolean): Scales => ({
  currency,
  mostMinor: Math.max(
    1,
    ...lines.flatMap(({ money }) => (money ? [money.costMinor, money.returnMinor] : [])),
  ),
  mostCents:
    isEarnedShown && lines.some(({ earned }) => earned)
      ? Math.max(...lines.map(({ earned }) => earned?.high ?? 0))
      : null,
})

/** The part that came back, solid, and the rest of the cost, hatched. */
function CostBar({ money, mostMinor }: Pick<TakeFigures, 'money'> & Pick<Scales, 'mostMinor'>) {
  if (!money) return null
  const lostMinor = Math.max(0, -money.netMinor)
  return (
    <span class="take-bar">
      <span class="back" style={{ '--part': money.returnMinor / mostMinor }} />
      <span class="lost" style={{ '--part': lostMinor / mostMinor }} />
    </span>
  )
}

const RangePicture = ({ low, central, high, most }: Estimate & { most: number }) => (
  <span class="take-range">
    <span class="reach" style={{ '--from': low / most, '--until': high / most }} />
    <span class="dot" style={{ '--at': central / most }} />
  </span>
)

function MoneyCells({ figures, currency }: { figures: TakeFigures; currency: string }) {
  const { money } = figures
  if (!money)
    return (
      <td class="number soft no-rate" colSpan={2}>
        {t('no_rate_then')}
      </td>
    )
  const assumed = assumedWord(figures)
  return (
    <>
      <td class="number cost" data-label={t('cost')}>
        <Amount minor={money.costMinor} currency={currency} />
      </td>
      <td class="number returned" data-label={t('returned')}>
        <Amount minor={money.returnMinor} currency={currency} />
        {assumed && <span class="soft below">{assumed}</span>}
      </td>
    </>
  )
}

const EarnedCell = ({ earned }: { earned: Estimate }) => (
  <td class="number earned" data-label={t('insight_take_theirs')}>
    <data value={decimal(earned.central, 'USD')}>{dollarsText(earned.central)}</data>
    {earned.high >= 1 && <span class="soft below">{dollarRange(earned)}</span>}
  </td>
)

interface RowProps {
  name: string
  figures: TakeFigures
  scales: Scales
  /** Below the name, after the time. */
  remark?: string
  /** Whether the row has pictures; sums have none. */
  isDrawn?: boolean
}

function Row({ name, figures, remark = '', isDrawn = false, scales }: RowProps) {
  const { currency, mostMinor, mostCents } = scales
  const { timeMs, earned } = figures
  return (
    <tr>
      <th scope="row">
        {name}
        <span class="soft below">
          <Time ms={timeMs} />
          {remark && ` · ${remark}`}
        </span>
      </th>
      {currency !== null && (
        <>
          <td class="bar" aria-hidden="true">
            {isDrawn && <CostBar money={figures.money} mostMinor={mostMinor} />}
          </td>
          <MoneyCells figures={figures} currency={currency} />
        </>
      )}
      {earned && mostCents !== null && (
        <>
          <td class="range" aria-hidden="true">
            {isDrawn && <RangePicture {...earned} most={mostCents} />}
          </td>
          <EarnedCell earned={earned} />
        </>
      )}
    </tr>
  )
}

const Heads = ({ currency, mostCents }: Scales) => (
  <thead>
    <tr>
      <th scope="col">{t('insight_take_platform')}</th>
      {currency !== null && (
        <>
          <th scope="col" class="bar">
            {t('insight_take_bar')}
          </th>
          <th scope="col" class="number">
            {t('cost')}
          </th>
          <th scope="col" class="number">
            {t('returned')}
          </th>
        </>
      )}
      {mostCents !== null && (
        <th scope="colgroup" class="range" colSpan={2}>
          {t('insight_take_theirs')}
        </th>
      )}
    </tr>
  </thead>
)

const Legend = ({ currency, mostCents }: Scales) => (
  <p class="take-legend soft" aria-hidden="true">
    {currency !== null && (
      <span>
        <span class="swatch back" /> {t('insight_take_back')}
        <span class="swatch lost" /> {t('insight_take_lost')}
      </span>
    )}
    {mostCents !== null && (
      <span class="of-range">
        <span class="swatch dot" /> {t('insight_take_likely')}
        <span class="swatch reach" /> {t('insight_take_low_high')}
      </span>
    )}
  </p>
)

interface Props {
  take: Take
  /** Null if no money is shown. */
  currency: string | null
  isEarnedShown: boolean
}

/** Each platform with its cost, what came back, and what it earned; sums by owner and of all. */
export function TakeTable({ take, currency, isEarnedShown }: Props) {
  const lines = linesShown(take, currency)
  const scales = scalesOf(lines, currency, isEarnedShown)
  return (
    <>
      <table class="take">
        <Heads {...scales} />
        <tbody>
          {lines.map((line) => (
            <Row
              key={line.take.site}
              name={line.name}
              figures={line}
              remark={line.take.isPaid ? t('insight_take_subscription') : ''}
              isDrawn
              scales={scales}
            />
          ))}
        </tbody>
        {lines.length > 1 && (
          <tfoot>
            {take.owners.map((sum) => (
              <Row key={sum.owner} name={t('insight_take_owner', sum.owner)} figures={sum} scales={scales} />
            ))}
            <Row name={t('insight_take_together')} figures={take.total} scales={scales} />
          </tfoot>
        )}
      </table>
      <Legend {...scales} />
    </>
  )
}
