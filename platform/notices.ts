/** Notifications of the system; a click alone leads to a page of the dashboard. */
import { browser } from 'wxt/browser'

/** Shows a notice; one with the same name replaces the one before. */
export const notify = (name: string, title: string, message: string, page = 'firewall'): Promise<unknown> =>
  browser.notifications.create(`${page} ${name}`, {
    type: 'basic',
    iconUrl: '/icons/recording-128.png',
    title,
    message,
  })

/** What a click on any notice does. */
export function onNoticeClicked(): void {
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id)
    void browser.tabs.create({ url: `/dashboard.html#/${id.split(' ', 1)}` })
  })
}
