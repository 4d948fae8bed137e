import { browser } from 'wxt/browser'
import { changeSettings, loadSettings } from '../../storage/said/settings'

/** Opens the welcome page once per installation. */
export async function welcome(): Promise<void> {
  if ((await loadSettings()).welcomed) return
  await changeSettings({ welcomed: true })
  await browser.tabs.create({ url: '/welcome.html' })
}
