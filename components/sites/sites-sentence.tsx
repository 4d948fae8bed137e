import type { Grouping, SiteLine } from '../../domain/statement/site-lines'
import { type SitesFinding, sitesFinding } from '../../domain/statement/sites-finding'
import type { Line, SurfaceLine } from '../../domain/statement/statement'
import { t } from '../../platform/i18n'
import { duration, money } from '../figure/format'
import { tn } from '../figure/plural'
import { useAssumption } from '../period/assumption'

/** `$1 (40 min more than before)`; the words alone if there was nothing before. */
function withChange(words: string, byMs: number | null): string {
  if (byMs === null) return words
  if (byMs === 0) return t('found_same', words)
  return t(byMs > 0 ? 'found_more' : 'found_less', words, duration(Math.abs(byMs)))
}

/** How many ran at a loss, or else at a profit, after the words for all of them; of a single one, its net. */
function sidesWords(found: SitesFinding, words: string, currency: string): string {
  const { count, gains, losses } = found
  const [gained, lost] = [money(found.gainedMinor, currency), money(found.lostMinor, currency)]
  if (losses > 0)
    return count === 1 ? t('sites_lost_only', words, lost) : tn('sites_lost', losses, words, lost)
  if (gains > 0) return count === 1 ? t('sites_gained_only', words, gained) : tn('sites_gained', gains, words)
  return t('sites_even_only', words)
}

interface SentenceProps {
  /** What the time was spent on, with the time. */
  words: string
  found: SitesFinding
  /** What the return is of, to say which worth of it is assumed. */
  surfaces: readonly SurfaceLine[]
  /** Null if no money is shown. */
  currency: string | null
}

function Sentence({ words, found, surfaces, currency }: SentenceProps) {
  const { word, paragraph } = useAssumption(found, surfaces)
  const all = withChange(words, found.byMs)
  const hasMoney = currency !== null && surfaces.some((line) => line.money !== null)
  if (!hasMoney) return <p class="lead found">{all}.</p>
  return (
    <>
      <p class="lead found">
        {sidesWords(found, all, currency)}
        {word && <>, {word}</>}.
      </p>
      {paragraph}
    </>
  )
}

const COUNTED = { surfaces: 'sites_in', sites: 'sites_in', kinds: 'kinds_in', owners: 'owners_in' } as const

interface Props extends Pick<SentenceProps, 'currency'> {
  lines: readonly SiteLine[]
  grouping: Grouping
  /** The lines of the surfaces, whatever the grouping. */
  surfaces: readonly SiteLine[]
}

/** What the list says: how many lines in which time, what changed, and how many of them ran at a loss or at a profit. */
export function SitesSentence({ lines, grouping, surfaces, currency }: Props) {
  const found = sitesFinding(lines)
  if (found.count === 0) return null
  const words = tn(COUNTED[grouping], found.count, duration(found.timeMs))
  const spent = surfaces.filter(({ timeMs }) => timeMs > 0)
  return <Sentence words={words} found={found} surfaces={spent} currency={currency} />
}

interface SiteProps extends Pick<SentenceProps, 'surfaces' | 'currency'> {
  total: Line
  before: Line
}

/** The same for a single site. */
export const SiteSentence = ({ total, before, surfaces, currency }: SiteProps) => (
  <Sentence
    words={duration(total.timeMs)}
    found={sitesFinding([{ ...total, beforeMs: before.timeMs }])}
    surfaces={surfaces}
    currency={currency}
  />
)
