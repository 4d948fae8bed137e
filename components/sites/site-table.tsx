import { useMemo } from 'preact/hooks'
import type { OpinionChange } from '../../domain/surface/opinion'
import {
  type Column,
  type Grouping,
  linesWith,
  type SiteLine,
  sortLines,
  totalOf,
} from '../../domain/statement/site-lines'
import { isWorthUnknown } from '../../domain/surface/worth'
import { locale, t } from '../../platform/i18n'
import { duration } from '../figure/format'
import { tn } from '../figure/plural'
import type { IconCache } from '../figure/site-icon'
import { CharacterCells, LineCells } from './line-cells'
import { LineHead } from './line-head'
import { lineName } from './line-name'
import type { SiteChoice } from './site-choice'
import { SortHeads } from './sort-heads'
import { SortSelect } from './sort-select'
import { longestAmount } from '../today/longest-amount'
import './site-table.css'
import './site-table-narrow.css'

interface Props {
  lines: readonly SiteLine[]
  choice: SiteChoice
  onChoice: (choice: SiteChoice) => void
  currency: string | null
  icons: IconCache
  /** The URL of a surface's own page. */
  hrefOf: (surface: string) => string
  onChange: (surface: string, change: OpinionChange) => Promise<unknown>
}

const SHOWN_AT_FIRST = 100
const SECOND_MS = 1000

/** The lines that match the search, in the chosen order. */
function useFound(lines: readonly SiteLine[], { grouping, query, order }: SiteChoice) {
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale(), { numeric: true })
    const textOf = (line: SiteLine) =>
      order.column === 'kind' ? t(`kind_${line.profile.kind}`) : lineName(line, grouping)
    return sortLines(linesWith(lines, query), order, (a, b) => compare(textOf(a), textOf(b)))
  }, [lines, grouping, query, order])
}

/** Only a surface has one kind and one worth. */
const columnsOf = (grouping: Grouping, hasMoney: boolean): Column[] => [
  'name',
  ...(grouping === 'surfaces' ? (['kind', ...(hasMoney ? (['worth'] as const) : [])] as const) : []),
  'time',
  'change',
  'opens',
  ...(hasMoney ? (['cost', 'returned', 'net'] as const) : []),
]

/** The colour of a line's bar: that of its kind, if it has one. */
const colourOf = ({ profile }: SiteLine, grouping: Grouping): string =>
  grouping === 'surfaces' || grouping === 'kinds' ? `var(--kind-${profile.kind})` : 'var(--edge)'

/** Whether a line has a whole second now or before: others were only met at their wall. */
const isSeen = ({ shownMs, beforeMs }: SiteLine): boolean => shownMs > 0 || beforeMs >= SECOND_MS

/** A button that shows the hidden lines. */
function More({ hidden, onShow }: { hidden: readonly SiteLine[]; onShow: () => void }) {
  if (hidden.length === 0) return null
  const hiddenMs = hidden.reduce((sum, { timeMs }) => sum + timeMs, 0)
  return (
    <button type="button" class="show-all" onClick={onShow}>
      {tn('more_surfaces', hidden.length, duration(hiddenMs))}
    </button>
  )
}

/** Where the time went, one line each, sorted as chosen. Kind and worth of a surface can be changed in its line. */
export function SiteTable({ lines, choice, onChoice, currency, icons, hrefOf, onChange }: Props) {
  const { grouping, order, showsAll } = choice
  const hasMoney = currency !== null
  const isOfSurfaces = grouping === 'surfaces'
  const found = useFound(lines, choice)
  const rows = found.filter(isSeen)
  const listed = showsAll ? rows : rows.slice(0, SHOWN_AT_FIRST)
  const longestMs = Math.max(1, ...lines.map(({ timeMs }) => timeMs))
  const shared = { hasBefore: lines.some(({ beforeMs }) => beforeMs > 0), currency }
  const length = { '--amount-length': longestAmount(totalOf(lines), currency) }
  const sorting = {
    columns: columnsOf(grouping, hasMoney),
    first: t(`column_${grouping}`),
    order,
    onOrder: (next: SiteChoice['order']) => onChoice({ ...choice, order: next }),
  }
  return (
    <>
      <p class="only-read" role="status">
        {found.length < lines.length && tn('sites_found', rows.length)}
      </p>
      {rows.length > 0 && <SortSelect {...sorting} />}
      {rows.length > 0 && (
        <table class={`site-table by-${grouping}`} style={length} aria-label={t(`group_${grouping}`)}>
          <thead>
            <SortHeads {...sorting} currency={currency} />
          </thead>
          <tbody>
            {listed.map((line) => (
              <tr key={line.key} data-line={line.key}>
                <th scope="row">
                  <LineHead line={line} grouping={grouping} icons={icons} hrefOf={hrefOf} />
                </th>
                {isOfSurfaces && (
                  <CharacterCells profile={line.profile} hasWorth={hasMoney} onChange={onChange} />
                )}
                <LineCells
                  line={line}
                  bar={{ part: line.timeMs / longestMs, colour: colourOf(line, grouping) }}
                  isUnknown={isOfSurfaces && isWorthUnknown(line.profile)}
                  {...shared}
                />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={isOfSurfaces ? (hasMoney ? 3 : 2) : 1}>
                {t(found.length < lines.length ? 'total_found' : 'total')}
              </th>
              <LineCells line={{ ...totalOf(found), opens: totalOf(rows).opens }} bar={null} {...shared} />
            </tr>
          </tfoot>
        </table>
      )}
      <More hidden={rows.slice(listed.length)} onShow={() => onChoice({ ...choice, showsAll: true })} />
    </>
  )
}
