import { browser } from 'wxt/browser'
import { changeSettings, loadSettings } from '../../storage/said/settings'

/** Opens the welcome page, once in the life of an installation. */
export async function welcome(): Promise<void> {
  if ((await loadSettings()).welcomed) return
  await changeSettings({ welcomed: true })
  await browser.tabs.create({ url: '/welcome.html' })
}
