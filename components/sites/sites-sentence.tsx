import type { SiteLine } from '../../domain/statement/site-lines'
import { type SitesFinding, sitesFinding } from '../../domain/statement/sites-finding'
import { t } from '../../platform/i18n'
import { duration, money } from '../figure/format'
import { tn } from '../figure/plural'
import { useAssumption } from '../period/assumption'

interface Props {
  lines: readonly SiteLine[]
  /** Null if no money is shown. */
  currency: string | null
}

/** How many ran at a loss, or else at a profit, after the words for all of them. */
function sidesWords(
  { count, gains, losses, lostMinor }: SitesFinding,
  words: string,
  currency: string,
): string {
  const lost = money(lostMinor, currency)
  if (losses > 0)
    return count === 1 ? t('sites_lost_only', words, lost) : tn('sites_lost', losses, words, lost)
  if (gains > 0) return count === 1 ? t('sites_gained_only', words) : tn('sites_gained', gains, words)
  return words
}

/** What the list says: how many sites in which time, and how many of them ran at a loss or at a profit. */
export function SitesSentence({ lines, currency }: Props) {
  const found = sitesFinding(lines)
  const spent = lines.filter(({ timeMs }) => timeMs > 0)
  const { count, timeMs, assumed } = found
  const share = assumed === 0 ? 'no' : assumed === count ? 'wholly' : 'partly'
  const { word, paragraph } = useAssumption({ assumed: share }, spent)
  if (count === 0) return null
  const all = tn('sites_in', count, duration(timeMs))
  if (currency === null) return <p class="lead found">{all}.</p>
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
