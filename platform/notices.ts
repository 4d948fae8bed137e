/** System notifications. They have no buttons; a click opens a page of the dashboard. */
import { browser } from 'wxt/browser'

/** Shows a notice. It replaces an earlier one with the same name. */
export const notify = (name: string, title: string, message: string, page = 'firewall'): Promise<unknown> =>
  browser.notifications.create(`${page} ${name}`, {
    type: 'basic',
    iconUrl: '/icons/recording-128.png',
    title,
    message,
  })

/** Opens the notice's dashboard page on a click. */
export function onNoticeClicked(): void {
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id)
    void browser.tabs.create({ url: `/dashboard.html#/${id.split(' ', 1)}` })
  })
}
