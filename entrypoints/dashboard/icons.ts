import type { IconCache } from '../../components/site-icon'
import { faviconUrl, unknownFaviconUrl } from '../../platform/favicon'

export const icons: IconCache = { urlOf: faviconUrl, unknownUrl: unknownFaviconUrl() }
