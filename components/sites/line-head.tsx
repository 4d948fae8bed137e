import type { Grouping, SiteLine } from '../../domain/statement/site-lines'
import { type IconCache, SiteIcon } from '../figure/site-icon'
import { PaperName, SurfaceName } from '../figure/surface-name'
import { lineName } from './line-name'

interface Props {
  line: SiteLine
  grouping: Grouping
  icons: IconCache
  hrefOf: (surface: string) => string
}

/** An owner has a letter of its own, not the icon of one of its sites. */
const markOf = (line: SiteLine, grouping: Grouping): SiteLine['profile'] =>
  grouping === 'owners'
    ? { ...line.profile, name: lineName(line, grouping), kind: 'other', iconHosts: [] }
    : line.profile

/** The name of a line. A surface links to its own page. */
export function LineHead({ line, grouping, icons, hrefOf }: Props) {
  const { profile } = line
  return (
    <span class="named">
      {grouping === 'kinds' ? (
        <span class="swatch" style={{ backgroundColor: `var(--kind-${profile.kind})` }} />
      ) : (
        <SiteIcon profile={markOf(line, grouping)} icons={icons} />
      )}
      {grouping === 'surfaces' ? (
        <a href={hrefOf(profile.surface)}>
          <SurfaceName profile={profile} />
        </a>
      ) : (
        <span class="name">
          {grouping === 'kinds' ? (
            lineName(line, grouping)
          ) : (
            <PaperName profile={profile}>{lineName(line, grouping)}</PaperName>
          )}
        </span>
      )}
    </span>
  )
}
