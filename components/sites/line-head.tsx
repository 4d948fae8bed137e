import type { OpinionChange } from '../../domain/surface/opinion'
import type { Grouping, SiteLine } from '../../domain/statement/site-lines'
import { type IconCache, SiteIcon } from '../figure/site-icon'
import { SurfaceName } from '../figure/surface-name'
import { CharacterFields } from './character-fields'
import { lineName } from './line-name'

interface Props {
  line: SiteLine
  grouping: Grouping
  icons: IconCache
  hrefOf: (surface: string) => string
  onChange: (surface: string, change: OpinionChange) => Promise<unknown>
}

/** The name of a line. A surface links to its own page, and its kind and worth can be changed here. */
export function LineHead({ line, grouping, icons, hrefOf, onChange }: Props) {
  const { profile } = line
  if (grouping !== 'surfaces')
    return (
      <span class="named">
        {grouping === 'kinds' ? (
          <span class="swatch" style={{ backgroundColor: `var(--kind-${profile.kind})` }} />
        ) : (
          <SiteIcon profile={profile} icons={icons} />
        )}
        <span class="name">{lineName(line, grouping)}</span>
      </span>
    )
  return (
    <span class="named">
      <SiteIcon profile={profile} icons={icons} />
      <span>
        <a href={hrefOf(profile.surface)}>
          <SurfaceName profile={profile} />
        </a>
        <CharacterFields profile={profile} onChange={onChange} />
      </span>
    </span>
  )
}
