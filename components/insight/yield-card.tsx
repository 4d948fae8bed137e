import { useMemo, useState } from 'preact/hooks'
import { isMissing, type Scope } from '../../domain/insight/finding'
import { type HourYield, hourYieldOf } from '../../domain/insight/hour-yield'
import type { ChangeSettings, Settings } from '../../domain/settings/settings'
import type { SurfaceLine } from '../../domain/statement/statement'
import { t } from '../../platform/i18n'
import { Net, Time } from '../figure/figures'
import { fullName } from '../figure/full-name'
import { tn } from '../figure/plural'
import { useFocusAfter } from '../form/use-focus-after'
import { InsightCard } from './card'
import { missingIn } from './missing-words'
import { coverageOf, measuredBasis } from './owners-words'
import { ThingsEditor } from './things-editor'
import { YearTable } from './year-table'
import { YieldPicture } from './yield-picture'
import { YieldWhy } from './yield-why'
import { yieldBasis, yieldWords } from './yield-words'
import './yield.css'
import './yield-tables.css'

interface SideProps {
  count: string
  largest: SurfaceLine | undefined
  currency: string | null
}

/** How many surfaces, and the largest of them. */
const Side = ({ count, largest, currency }: SideProps) => (
  <tr>
    <th scope="row">{count}</th>
    <td>{largest ? t('insight_yield_largest_is', fullName(largest.profile)) : ''}</td>
    <td class="number">
      {largest?.money && currency !== null && <Net minor={largest.money.netMinor} currency={currency} />}
      {largest && currency === null && <Time ms={largest.timeMs} />}
    </td>
  </tr>
)

/** The first line by net, or the one with most time while no money is shown. */
const largestOf = (lines: readonly SurfaceLine[], currency: string | null): SurfaceLine | undefined =>
  currency === null ? lines.toSorted((a, b) => b.timeMs - a.timeMs)[0] : lines[0]

/** Surfaces at a profit and at a loss. */
const SidesTable = ({ found, currency }: { found: HourYield; currency: string | null }) => (
  <table class="sides" aria-label={t('insight_yield_sides')}>
    <tbody>
      <Side
        count={tn('insight_yield_profit', found.profit.length)}
        largest={largestOf(found.profit, currency)}
        currency={currency}
      />
      <Side
        count={tn('insight_yield_loss', found.loss.length)}
        largest={largestOf(found.loss, currency)}
        currency={currency}
      />
    </tbody>
  </table>
)

interface YearProps {
  year: HourYield['year']
  settings: Settings
  currency: string | null
  onSettings: ChangeSettings
}

/** A year at this pace, and the list of things to compare it with. */
function Year({ year, settings, currency, onSettings }: YearProps) {
  const [isEditing, setEditing] = useState(false)
  const focused = useFocusAfter(isEditing)
  if ('lacks' in year) return <p class="soft">{missingIn('insight_yield_year_lacks', year)}</p>
  // Prices of things are what the person typed: they stay, even while no money is shown.
  const ofThings = settings.currency ?? ''
  if (isEditing)
    return (
      <ThingsEditor
        things={settings.yearThings}
        currency={ofThings}
        onSave={(yearThings) => onSettings({ yearThings })}
        onClose={() => setEditing(false)}
      />
    )
  return (
    <YearTable year={year} things={settings.yearThings} currency={ofThings} isMoneyShown={currency !== null}>
      <button ref={focused} type="button" class="text-button" onClick={() => setEditing(true)}>
        {t('things_choose')}
      </button>
    </YearTable>
  )
}

function Trend({ found, currency }: { found: HourYield; currency: string }) {
  const { weeks } = found
  return 'lacks' in weeks ? (
    <p class="soft">{missingIn('insight_yield_trend_lacks', weeks)}</p>
  ) : (
    <YieldPicture found={found} weeks={weeks} currency={currency} />
  )
}

interface Props {
  scope: Scope
  settings: Settings
  /** Null if no money is shown. */
  currency: string | null
  onSettings: ChangeSettings
}

/** What your hour earns. */
export function YieldCard({ scope, settings, currency, onSettings }: Props) {
  const finding = useMemo(() => hourYieldOf(scope), [scope])
  const found = isMissing(finding) ? null : finding
  return (
    <InsightCard
      id="yield"
      title={t('insight_yield')}
      finding={isMissing(finding) ? finding : yieldWords(finding, scope.period, currency)}
      basis={found ? `${yieldBasis(found)} · ${coverageOf(scope)}` : measuredBasis(scope)}
      why={<YieldWhy found={found} currency={currency} />}
    >
      {found && (
        <>
          <div class="yield-parts">
            {currency !== null && <Trend found={found} currency={currency} />}
            <Year year={found.year} settings={settings} currency={currency} onSettings={onSettings} />
          </div>
          <SidesTable found={found} currency={currency} />
        </>
      )}
    </InsightCard>
  )
}
