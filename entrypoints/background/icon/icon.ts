import { browser } from 'wxt/browser'
import type { Attention } from '../../../domain/record/attention'
import { personDay } from '../../../domain/time/local-time'
import type { Span } from '../../../domain/record/span'
import { isPaused, type Settings } from '../../../domain/settings/settings'
import { t } from '../../../platform/i18n'
import { localOffset } from '../../../platform/local-offset'
import { inTime } from '../../../storage/base/in-time'
import { setStorageTrouble, storageTrouble } from '../../../storage/said/session'
import { showBadge } from './badge'
import { badgeText } from './badge-text'
import type { Facts } from '../context'

type Mark = 'recording' | 'paused' | 'failing'

const TITLES = {
  recording: 'icon_recording',
  paused: 'icon_paused',
  failing: 'icon_failing',
} as const

/** What the icon shows; undefined if the worker has just started and does not know. */
let shownMark: Mark | undefined

/**
 * Sets icon and title so that the title never says "recording" while the icon shows something else. A new worker that
 * finds that title leaves the icon alone: drawing it takes 5 MiB of the process (test/bench/RESULTS.md).
 */
async function drawMark(mark: Mark): Promise<void> {
  const title = t(TITLES[mark])
  const path = Object.fromEntries([16, 32].map((size) => [size, `/icons/${mark}-${size}.png`]))
  if (mark !== 'recording') {
    await browser.action.setTitle({ title })
    await browser.action.setIcon({ path })
  } else if ((await browser.action.getTitle({})) !== title) {
    await browser.action.setIcon({ path })
    await browser.action.setTitle({ title })
  }
}

async function showMark(mark: Mark): Promise<void> {
  if (mark === shownMark) return
  await drawMark(mark)
  shownMark = mark
}

/** Stores for the popup what is wrong with the database: once when it begins, once when it ends. */
async function noteTrouble(error: unknown): Promise<void> {
  const known = await storageTrouble()
  if (!error) return known ? setStorageTrouble(null) : undefined
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const reason = /quota/i.test(detail) ? 'full' : 'unavailable'
  if (known?.reason !== reason) await setStorageTrouble({ since: Date.now(), reason, detail })
}

/** Shows that not even a step could be made. */
export async function showFailureOnIcon(error: unknown): Promise<void> {
  troubled = true
  await showMark('failing')
  await noteTrouble(error)
}

let troubled: boolean | undefined

/** How old the badge's figure may be before it is computed again. */
const BADGE_AGE_MS = 15_000

let counted: { settings: Settings; id: string; at: number } | undefined

/** Whether the badge's figure is recent and was computed for this span with these settings. */
const isCounted = (settings: Settings, { id }: Span, at: number): boolean =>
  counted?.settings === settings && counted.id === id && Math.abs(at - counted.at) < BADGE_AGE_MS

/**
 * Shows on the icon whether Zeitwert records, is paused or cannot write, and the chosen badge. Shows the minutes
 * left instead when a rule will close the page soon.
 */
export async function showOnIcon(
  { settings, rules }: Facts,
  state: Attention,
  trouble: unknown,
  countdown: string | null = null,
): Promise<void> {
  const at = state.lastSeenAt
  if (troubled !== Boolean(trouble)) await noteTrouble(trouble)
  troubled = Boolean(trouble)
  await showMark(trouble ? 'failing' : isPaused(settings, at) ? 'paused' : 'recording')
  const { open } = state
  if (countdown !== null) {
    counted = undefined
    return showBadge(countdown, 'ending')
  }
  if (trouble || !open) {
    counted = undefined
    return showBadge('')
  }
  if (isCounted(settings, open, at)) return
  const today = personDay(at, localOffset(at), settings.dayStartHour)
  await showBadge(await inTime(() => badgeText(settings, open, rules.countedWith(open.surface), today)))
  counted = { settings, id: open.id, at }
}
