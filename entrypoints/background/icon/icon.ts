import { browser } from 'wxt/browser'
import type { Attention } from '../../../domain/record/attention'
import { personDay } from '../../../domain/time/local-time'
import type { Span } from '../../../domain/record/span'
import { explained, type OwnError } from '../../../domain/own-error'
import { isPaused, type Settings } from '../../../domain/settings/settings'
import { type FocusBound, focusAt } from '../../../domain/firewall/focus'
import { countdown, leftText, SECONDS_BELOW_MS } from '../../../domain/firewall/warnings'
import { timeOfDay } from '../../../components/figure/format'
import { t } from '../../../platform/i18n'
import { localOffset } from '../../../platform/local-offset'
import { inTime } from '../../../storage/base/in-time'
import { setStorageTrouble, type StorageTrouble, storageTrouble } from '../../../storage/said/session'
import { type BadgeColour, showBadge } from './badge'
import { badgeText } from './badge-text'
import type { Facts } from '../context'

type Mark = 'recording' | 'paused' | 'failing' | 'lost'

const TITLES = {
  recording: 'icon_recording',
  paused: 'icon_paused',
  failing: 'icon_failing',
  lost: 'icon_lost',
} as const

/** What the icon shows; undefined if the worker has just started and does not know. */
let shownMark: Mark | undefined
let shownTitle: string | undefined

/**
 * Sets icon and title so that the title never says "recording" while the icon shows something else. A new worker that
 * finds that title leaves the icon alone: drawing it takes 5 MiB of the process (test/bench/RESULTS.md).
 */
async function drawMark(mark: Mark, title: string): Promise<void> {
  const path = Object.fromEntries([16, 32].map((size) => [size, `/icons/${mark}-${size}.png`]))
  if (mark !== 'recording') {
    await browser.action.setTitle({ title })
    await browser.action.setIcon({ path })
    return
  }
  const before = await browser.action.getTitle({})
  if (shownMark !== mark && before !== title && before !== t(TITLES.recording))
    await browser.action.setIcon({ path })
  if (before !== title) await browser.action.setTitle({ title })
}

/** The focus hour is in the title, because nobody reads a badge aloud. */
function titleOf(mark: Mark, focus: FocusBound | null, at: number): string {
  if (mark !== 'recording' || !focus || at >= focus.endsAt) return t(TITLES[mark])
  const { isBreak, changesAt } = focusAt(focus, at)
  return isBreak ? t('icon_break', timeOfDay(changesAt)) : t('icon_focus', timeOfDay(focus.endsAt))
}

async function showMark(mark: Mark, focus: FocusBound | null, at: number): Promise<void> {
  const title = titleOf(mark, focus, at)
  if (mark === shownMark && title === shownTitle) return
  await drawMark(mark, title)
  shownMark = mark
  shownTitle = title
}

const REASONS: Partial<Record<OwnError, StorageTrouble['reason']>> = {
  error_database_full: 'full',
  error_never_remembers: 'private',
}

/** Stores for the popup what is wrong with the database: once when it begins, once when it ends. */
async function noteTrouble(error: unknown): Promise<void> {
  const known = await storageTrouble()
  if (!error) return known ? setStorageTrouble(null) : undefined
  const detail = explained(error)
  const reason = REASONS[detail] ?? 'unavailable'
  if (known?.reason !== reason) await setStorageTrouble({ since: Date.now(), reason, detail })
}

/** Shows that not even a step could be made. */
export async function showFailureOnIcon(error: unknown): Promise<void> {
  troubled = true
  await showMark('failing', null, 0)
  await noteTrouble(error)
}

let troubled: boolean | undefined

/** How old the badge's figure may be before it is computed again. */
const BADGE_AGE_MS = 15_000

let counted: { settings: Settings; id: string; at: number } | undefined

/**
 * Whether the badge's figure is recent and was computed with these settings and, unless it is of the whole day, for
 * this span: the day goes on from one span to the next, and reading all of it takes longer.
 */
const isCounted = (settings: Settings, { id }: Span, at: number): boolean =>
  counted?.settings === settings &&
  (settings.badge === 'today' || counted.id === id) &&
  Math.abs(at - counted.at) < BADGE_AGE_MS

/** What the firewall has to do with the icon. */
export interface EndsShown {
  /** When the limits of the front page close it, epoch ms; null if they do not. */
  endsAt: number | null
  focus: FocusBound | null
}

/**
 * The countdown on the badge; null if there is none. The end of the page in front comes first when it is near, then the
 * stretch of work or break of a focus hour, then what limits leave, if that is chosen.
 */
export function countdownOf(
  { badge }: Pick<Settings, 'badge'>,
  { endsAt, focus }: EndsShown,
  at: number,
): [text: string, colour: BadgeColour] | null {
  const ending = countdown(endsAt, at)
  const left = badge === 'left' && endsAt !== null && endsAt > at ? leftText(endsAt - at) : ending
  if (left !== null && ending !== null) return [left, 'ending']
  if (focus && at < focus.endsAt) {
    const { isBreak, changesAt } = focusAt(focus, at)
    return [leftText(changesAt - at), isBreak ? 'break' : 'focus']
  }
  return left === null ? null : [left, 'usual']
}

/** Shows the countdown; returns whether there is one. */
async function showEnd(settings: Settings, ends: EndsShown, at: number): Promise<boolean> {
  const shown = countdownOf(settings, ends, at)
  if (shown) await showBadge(...shown)
  return shown !== null
}

/** Whether a countdown shows seconds, which move on between looks. */
const showsSeconds = ({ badge }: Settings, { endsAt, focus }: EndsShown, at: number): boolean =>
  (badge === 'left' && endsAt !== null && endsAt - at < SECONDS_BELOW_MS) ||
  (focus !== null && at < focus.endsAt && focusAt(focus, at).changesAt - at < SECONDS_BELOW_MS)

/**
 * Between looks, while the person is there: moves the seconds on, where the person wants to see what limits leave, and
 * in a focus hour. Reads and writes nothing.
 */
export async function showBeatOnIcon({ settings }: Facts, ends: EndsShown, at: number): Promise<void> {
  if (showsSeconds(settings, ends, at)) await showEnd(settings, ends, at)
}

/**
 * Shows on the icon whether Zeitwert records, is paused, cannot write or has lost something, and the chosen badge.
 * Shows the time left instead when a rule will close the page soon, and in a focus hour.
 */
export async function showOnIcon(
  { settings, rules, hasLoss }: Facts,
  state: Attention,
  trouble: unknown,
  ends: EndsShown = { endsAt: null, focus: null },
): Promise<void> {
  const at = state.lastSeenAt
  if (troubled !== Boolean(trouble)) await noteTrouble(trouble)
  troubled = Boolean(trouble)
  const mark = trouble ? 'failing' : hasLoss ? 'lost' : isPaused(settings, at) ? 'paused' : 'recording'
  await showMark(mark, ends.focus, at)
  const { open } = state
  if (await showEnd(settings, ends, at)) {
    counted = undefined
    return
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
