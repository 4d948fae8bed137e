/** Runs before a page is painted, so that no page flashes in the other theme. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { showTheme } from '../platform/theme'

export default defineUnlistedScript(() => {
  showTheme()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showTheme)
  // Another page changed it.
  addEventListener('storage', showTheme)
})
