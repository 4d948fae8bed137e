/** Notifications of the system; a click alone opens the firewall's page. */
import { browser } from 'wxt/browser'

const PREFIX = 'firewall '

/** Shows a notice; one with the same name replaces the one before. */
export const notify = (name: string, title: string, message: string): Promise<unknown> =>
  browser.notifications.create(PREFIX + name, {
    type: 'basic',
    iconUrl: '/icons/recording-128.png',
    title,
    message,
  })

/** What a click on any notice does. */
export function onNoticeClicked(): void {
  browser.notifications.onClicked.addListener((id) => {
    if (!id.startsWith(PREFIX)) return
    void browser.notifications.clear(id)
    void browser.tabs.create({ url: '/dashboard.html#/firewall' })
  })
}
