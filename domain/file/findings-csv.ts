/** The findings of a statement as rows of its table; docs/formats.md describes each. */
import { newestCompared } from '../insight/cleaning-change'
import type { Findings } from '../insight/findings'
import type { Estimate, TakeFigures } from '../insight/take'
import { HOUR_MS } from '../time/local-time'

/** What a row has besides its section and name; the other columns are empty. Ms, minor units, quarters. */
export interface FindingRow {
  section: string
  name: string
  kind?: string
  ms?: number
  costMinor?: number | null
  returnMinor?: number | null
  netMinor?: number | null
  /** ISO 4217; that of the statement if it is left out. */
  currency?: string
  worthQuarters?: number
  worthSource?: string
  count?: number
}

const takenOf = (section: string, name: string, { timeMs, money }: TakeFigures): FindingRow => ({
  section,
  name,
  ms: timeMs,
  costMinor: money?.costMinor ?? null,
  returnMinor: money?.returnMinor ?? null,
  netMinor: money?.netMinor ?? null,
})

/** What a platform earned, low, central and high: amounts in US$. */
const earnedOf = (name: string, earned: Estimate | null): FindingRow[] =>
  earned === null
    ? []
    : (['low', 'central', 'high'] as const).map((figure) => ({
        section: `earned-${figure}`,
        name,
        returnMinor: earned[figure],
        currency: 'USD',
      }))

const takeRows = ({ take }: Findings): FindingRow[] =>
  take
    ? [
        ...take.lines.flatMap((line) => [
          takenOf('take', line.take.site, line),
          ...earnedOf(line.take.site, line.earned),
        ]),
        ...take.owners.map((sum) => takenOf('take-owner', sum.owner, sum)),
        takenOf('take-total', '', take.total),
        ...earnedOf('', take.total.earned),
      ]
    : []

function yieldRows({ yield: found }: Findings): FindingRow[] {
  if (!found) return []
  const { yieldMinor, priceMinor, ownMinor, assumedMinor, lossMs } = found
  const hour = { section: 'yield', ms: HOUR_MS }
  return [
    {
      ...hour,
      name: 'hour',
      costMinor: priceMinor,
      returnMinor: yieldMinor,
      netMinor: yieldMinor - priceMinor,
    },
    { ...hour, name: 'own', returnMinor: ownMinor },
    { ...hour, name: 'assumed', returnMinor: assumedMinor },
    { section: 'yield', name: 'loss', ms: lossMs },
  ]
}

const answerRows = ({ worth, drift }: Findings): FindingRow[] => [
  ...(worth?.surfaces ?? []).flatMap(({ profile: { surface, kind }, rated, worthIt }) => [
    {
      section: 'worth',
      name: surface,
      kind,
      worthQuarters: Number(rated.worthQuarters.toFixed(2)),
      worthSource: 'rated',
      count: rated.count,
    },
    { section: 'worth-it', name: surface, kind, count: worthIt },
  ]),
  ...(drift
    ? [
        { section: 'drift', name: 'visits', count: drift.visits },
        { section: 'drift', name: 'drifted', count: drift.drifted },
      ]
    : []),
]

function aiRows({ ai }: Findings): FindingRow[] {
  if (!ai) return []
  const { dividendMs, split } = ai
  const rows = {
    dividend: dividendMs,
    kept: split?.keptMs,
    leaked: split?.leakedMs,
    unknown: split?.unknownMs,
  }
  return Object.entries(rows).flatMap(([name, ms]) => (ms === undefined ? [] : [{ section: 'ai', name, ms }]))
}

const ownerRows = ({ owners }: Findings): FindingRow[] => [
  ...(owners?.shares ?? []).map(({ name, timeMs }) => ({ section: 'owner', name, ms: timeMs })),
  ...(owners?.ai?.shares ?? []).map(({ name, timeMs }) => ({ section: 'ai-tool', name, ms: timeMs })),
]

const cleanRows = ({ clean }: Findings): FindingRow[] =>
  (clean?.feeds ?? []).flatMap(({ guide: { site: name }, timeMs, comparisons }) => {
    const change = newestCompared(comparisons)
    return [
      { section: 'clean', name, ms: timeMs },
      ...(change
        ? [
            { section: 'week-before-cleaning', name, ms: change.beforeMs },
            { section: 'week-after-cleaning', name, ms: change.afterMs },
          ]
        : []),
    ]
  })

const nightRows = ({ nights }: Findings): FindingRow[] =>
  nights
    ? [
        { section: 'nights', name: 'past', ms: nights.pastMs, costMinor: nights.costMinor },
        { section: 'nights', name: 'kept', count: nights.kept },
        { section: 'nights', name: 'of', count: nights.of },
      ]
    : []

const integrityRows = ({ integrity }: Findings): FindingRow[] =>
  integrity
    ? (['limits', 'commitments', 'focus'] as const).flatMap((part) => {
        const { kept, of } = integrity[part]
        if (of === 0) return []
        return [
          { section: 'kept', name: part, count: kept },
          { section: 'to-keep', name: part, count: of },
        ]
      })
    : []

/** The rows of each finding that exists, in the order of the cards. */
export const findingRows = (findings: Findings): FindingRow[] =>
  [takeRows, yieldRows, answerRows, aiRows, ownerRows, cleanRows, nightRows, integrityRows].flatMap(
    (rowsOf) => rowsOf(findings),
  )
