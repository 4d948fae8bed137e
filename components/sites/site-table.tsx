import { useMemo } from 'preact/hooks'
import type { OpinionChange } from '../../domain/surface/opinion'
import { linesWith, type SiteLine, sortLines, totalOf } from '../../domain/statement/site-lines'
import { locale, t } from '../../platform/i18n'
import { duration } from '../figure/format'
import { tn } from '../figure/plural'
import type { IconCache } from '../figure/site-icon'
import { LineCells } from './line-cells'
import { LineHead } from './line-head'
import { lineName } from './line-name'
import type { SiteChoice } from './site-choice'
import { SortHeads } from './sort-heads'
import { longestAmount } from '../today/longest-amount'
import './site-table.css'

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

/** The lines that match the search, in the chosen order. */
function useFound(lines: readonly SiteLine[], { grouping, query, order }: SiteChoice) {
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale(), { numeric: true })
    const byName = (a: SiteLine, b: SiteLine) => compare(lineName(a, grouping), lineName(b, grouping))
    return sortLines(linesWith(lines, query), order, byName)
  }, [lines, grouping, query, order])
}

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

/** Where the time went, as a table that can be searched and sorted. Kind and worth of a surface can be changed. */
export function SiteTable({ lines, choice, onChoice, currency, icons, hrefOf, onChange }: Props) {
  const { grouping, query, order, showsAll } = choice
  const hasBefore = lines.some(({ beforeMs }) => beforeMs > 0)
  const found = useFound(lines, choice)
  const listed = showsAll ? found : found.slice(0, SHOWN_AT_FIRST)
  const length = { '--amount-length': longestAmount(totalOf(lines), currency) }
  return (
    <>
      <input
        type="search"
        class="search"
        autocomplete="off"
        aria-label={t('sites_search')}
        placeholder={t('sites_search')}
        value={query}
        onInput={({ currentTarget }) => onChoice({ ...choice, query: currentTarget.value })}
      />
      <p class="only-read" role="status">
        {found.length < lines.length && tn('sites_found', found.length)}
      </p>
      {found.length === 0 ? (
        <p class="empty soft">{t('sites_not_found')}</p>
      ) : (
        <table class={`site-table by-${grouping}`} style={length} aria-label={t(`group_${grouping}`)}>
          <thead>
            <SortHeads
              first={t(`column_${grouping}`)}
              order={order}
              currency={currency}
              onOrder={(next) => onChoice({ ...choice, order: next })}
            />
          </thead>
          <tbody>
            {listed.map((line) => (
              <tr key={line.key} data-line={line.key}>
                <th scope="row">
                  <LineHead
                    line={line}
                    grouping={grouping}
                    icons={icons}
                    hrefOf={hrefOf}
                    onChange={onChange}
                  />
                </th>
                <LineCells line={line} hasBefore={hasBefore} currency={currency} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t(found.length < lines.length ? 'total_found' : 'total')}</th>
              <LineCells line={totalOf(found)} hasBefore={hasBefore} currency={currency} />
            </tr>
          </tfoot>
        </table>
      )}
      <More hidden={found.slice(listed.length)} onShow={() => onChoice({ ...choice, showsAll: true })} />
    </>
  )
}
