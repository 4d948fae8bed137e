/** Writes the badge on the icon. */
import { browser } from 'wxt/browser'

const PAPER = '#ffffff'
/** The colour of a countdown sets it apart from the usual figure. */
const COLOURS = { usual: '#31506b', ending: '#9a3412' } as const

/** The text on the badge; undefined if the worker has just started and does not know. */
let shown: string | undefined

export async function showBadge(text: string, colour: keyof typeof COLOURS = 'usual'): Promise<void> {
  if (text === shown) return
  await browser.action.setBadgeBackgroundColor({ color: COLOURS[colour] })
  await browser.action.setBadgeTextColor({ color: PAPER })
  await browser.action.setBadgeText({ text })
  shown = text
}
