import { t } from '../../platform/i18n'
import { fullName } from '../figure/full-name'
import type { SiteProps } from './editor/site-actions'

interface Props extends SiteProps {
  hrefOf: (surface: string) => string
}

/** Links from a part to its site, and from a site to its parts. */
export function PartLinks({ site: { profile }, known, hrefOf }: Props) {
  const isPart = profile.surface !== profile.site
  const parts = known.filter(
    (other) => other.profile.site === profile.site && other.profile.surface !== profile.surface,
  )
  const links = isPart
    ? [{ surface: profile.site, name: profile.part === '' ? profile.site : profile.name }]
    : parts.map((part) => ({ surface: part.profile.surface, name: fullName(part.profile) }))
  if (links.length === 0) return null
  return (
    <p class="part-links soft">
      {t(isPart ? 'part_of' : 'parts')}{' '}
      {links.map(({ surface, name }) => (
        <a key={surface} href={hrefOf(surface)}>
          {name}
        </a>
      ))}
    </p>
  )
}
