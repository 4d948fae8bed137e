/** Writes the badge on the icon. */
import { browser } from 'wxt/browser'

const PAPER = '#ffffff'
/** The colours of countdowns set them apart from the usual figure. */
const COLOURS = { usual: '#31506b', ending: '#9a3412', focus: '#1f5f5b', break: '#6a6b6e' } as const
export type BadgeColour = keyof typeof COLOURS

/** The text on the badge; undefined if the worker has just started and does not know. */
let shown: string | undefined
let shownColour: BadgeColour | undefined

export async function showBadge(text: string, colour: BadgeColour = 'usual'): Promise<void> {
  if (text === shown && (colour === shownColour || text === '')) return
  if (colour !== shownColour) {
    await browser.action.setBadgeBackgroundColor({ color: COLOURS[colour] })
    await browser.action.setBadgeTextColor({ color: PAPER })
    shownColour = colour
  }
  await browser.action.setBadgeText({ text })
  shown = text
}
