import { Trouble } from '../../components/page/trouble'
import { OtherSites } from '../../components/sites/other-sites'
import type { OthersWanted } from '../../components/sites/sites-view'
import { icons } from '../../platform/favicon'
import { siteActions } from './site-actions'
import { useDirectory } from './use-directory'

interface Props extends OthersWanted {
  hrefOf: (surface: string) => string
}

/** The known sites without time in the period. They are read only once somebody asks for them. */
export function KnownSites(props: Props) {
  const { known, failed } = useDirectory()
  return (
    <>
      {failed && <Trouble {...failed} />}
      {known && <OtherSites {...props} known={known} icons={icons} actions={siteActions} />}
    </>
  )
}
