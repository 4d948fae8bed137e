/** Which day totals of a file are written beside those that are here of the same tool. */
import { type DayTotal, keyOfTotal, type TotalBrowser } from '../../record/day-total'
import { isOpenPart } from '../../surface/open-part'
import { siteOf } from '../../surface/surface'

/** What bringing a file would do: so many rows are new, replace smaller ones, get another answer, or stay. */
export interface BringPreview {
  added: number
  grown: number
  answered: number
  known: number
}

export interface Bringing {
  put: DayTotal[]
  gone: DayTotal[]
  preview: BringPreview
}

const siteDay = ({ day, surface }: Pick<DayTotal, 'day' | 'surface'>): string => `${day} ${siteOf(surface)}`
const keyOf = (total: DayTotal): string => keyOfTotal(total).join(' ')
const sumOf = (totals: readonly DayTotal[]): number => totals.reduce((sum, { ms }) => sum + ms, 0)

/** Whether two lists of a day and site have the same surfaces, times and answer. */
function areSame(here: readonly DayTotal[], brought: readonly DayTotal[]): boolean {
  const own = new Map(here.map((total) => [total.surface, total]))
  return (
    here.length === brought.length &&
    brought.every(({ surface, ms, browser }) => {
      const one = own.get(surface)
      return one?.ms === ms && one.browser === browser
    })
  )
}

/** The rows here that have another answer about the browser, with the given one. */
const withAnswer = (here: readonly DayTotal[], browser: TotalBrowser | undefined): DayTotal[] =>
  here.flatMap((total) => (browser === undefined || total.browser === browser ? [] : [{ ...total, browser }]))

/**
 * The rows to write and to remove beside those `here`, and how many of the brought ones do what. For each day and site the
 * larger time stays, as one: else a site whose part was answered differently before would count twice. Of equal times the
 * last answers count. So a file that was brought before changes nothing, and a newer one replaces what has grown since.
 */
export function totalsToBring(here: readonly DayTotal[], brought: readonly DayTotal[]): Bringing {
  const own = Map.groupBy(here, siteDay)
  const bringing: Bringing = { put: [], gone: [], preview: { added: 0, grown: 0, answered: 0, known: 0 } }
  const { put, gone, preview } = bringing
  for (const [key, some] of Map.groupBy(brought, siteDay)) {
    const before = own.get(key) ?? []
    const more = sumOf(some) - sumOf(before)
    if (before.length === 0) preview.added += some.length
    else if (more > 0) preview.grown += some.length
    else if (more < 0 || areSame(before, some)) {
      const answered = withAnswer(before, some[0]?.browser)
      put.push(...answered)
      preview[answered.length > 0 ? 'answered' : 'known'] += some.length
      continue
    } else preview.answered += some.length
    const keys = new Set(some.map(keyOf))
    put.push(...some)
    gone.push(...before.filter((total) => !keys.has(keyOf(total))))
  }
  return bringing
}

/** To which part the time of each unknown part went when the tool's file was brought before. */
export function partsChosenBefore(
  rows: readonly Pick<DayTotal, 'surface'>[],
  here: readonly DayTotal[],
): Map<string, string> {
  const named = new Set(rows.map(({ surface }) => surface))
  const openBySite = new Map(
    [...named].filter(isOpenPart).map((surface) => [siteOf(surface), surface] as const),
  )
  const times = new Map<string, number>()
  for (const { surface, ms } of here)
    if (openBySite.has(siteOf(surface)) && !named.has(surface))
      times.set(surface, (times.get(surface) ?? 0) + ms)
  const largestLast = [...times].toSorted(([, a], [, b]) => a - b)
  return new Map(largestLast.map(([surface]) => [openBySite.get(siteOf(surface)) as string, surface]))
}
