/** How long keys and buttons of the mouse must rest before they can press something on the wall, ms. */
export const REST_MS = 500

/** Keys that press what has the focus, or move the focus. Space with AltGr or Option is a wider space. */
const PRESSING = /^(?:Enter|Tab|\s)$/u

/** Keys that write without a character of their own: accents, keys for an input method, and those that delete. */
const WRITING = new Set(['Dead', 'Process', 'Backspace', 'Delete'])

/** Events of a key or of the pointer, and the click that a pointer makes. */
const INPUT = ['keydown', 'keypress', 'keyup', 'pointerdown', 'pointerup', 'click'] as const

const isByKey = (event: Event): event is KeyboardEvent => event.type.startsWith('key')

/** Whether keys change the tab, as Ctrl and Tab do. */
const isOfTabs = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key === 'Tab' && (ctrlKey || altKey || metaKey)

/** Whether an event could press something. In some browsers, Space and Enter do so with Ctrl or Alt, too. */
const mayPress = (event: Event): boolean =>
  isByKey(event) ? PRESSING.test(event.key) && !isOfTabs(event) : event.type === 'click'

/**
 * Whether a key writes into the page that was there before. The wall has no field, so nobody writes here on purpose.
 * Ctrl and Alt do not matter: some characters need them, as @ on many keyboards, and so does pasting.
 */
const isOfText = (event: Event): boolean =>
  event.type === 'keydown' &&
  isByKey(event) &&
  (event.isComposing || WRITING.has(event.key) || [...event.key.trim()].length === 1)

/** Whether a key or a button goes down after it was up. Only then has it rested. */
const isPress = (event: Event): boolean =>
  isByKey(event) ? event.type === 'keydown' && !event.repeat : event.type === 'pointerdown'

/**
 * Stops keys and clicks that were meant for the page before, until nothing was typed or clicked for a while after
 * `start`. Whoever types letters has not seen the wall yet, so keys must rest again after one; so must the keys that
 * press something when the focus moves by itself. A key that is held never presses anything. Does not stop a click
 * without a pointer, by which a screen reader presses a button. Goes by the times at which keys were pressed, ms since
 * the page's time origin, because a busy page gets them late.
 */
export function stopLateInput(page: EventTarget, start: number): void {
  let lastInput = start
  let focusMovedAt = start
  let hasRested = false
  let hasRestedSinceFocus = true
  let isMovedByPerson = false

  const endRest = (now: number) => {
    if (now - lastInput < REST_MS) return
    hasRested = true
    if (now - focusMovedAt >= REST_MS) hasRestedSinceFocus = true
  }
  const onInput = (event: Event) => {
    const isScripted = event.type === 'click' && (event as MouseEvent).detail === 0
    if (isScripted) return
    if (isPress(event)) endRest(event.timeStamp)
    if (isOfText(event)) hasRested = false
    const isTab = isByKey(event) && event.key === 'Tab'
    const isLate = !hasRested || (isByKey(event) && !isTab && (event.repeat || !hasRestedSinceFocus))
    isMovedByPerson = !isLate && ['keydown', 'pointerdown'].includes(event.type)
    lastInput = Math.max(lastInput, event.timeStamp)
    if (!isLate || !mayPress(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const onFocus = ({ timeStamp }: Event) => {
    if (!isMovedByPerson) {
      focusMovedAt = timeStamp
      hasRestedSinceFocus = false
    }
    isMovedByPerson = false
  }
  for (const type of INPUT) page.addEventListener(type, onInput, { capture: true })
  page.addEventListener('focusin', onFocus, { capture: true })
}
