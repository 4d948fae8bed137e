/** How long keys and buttons of the mouse must rest before they can press something on the wall, ms. */
export const REST_MS = 500

/** Keys that press what has the focus, or move the focus. */
const PRESSING = new Set(['Enter', ' ', 'Tab'])

/** Events of a key or of the pointer, and the click that a pointer makes. */
const INPUT = ['keydown', 'keypress', 'keyup', 'pointerdown', 'pointerup', 'click'] as const

const isByKey = (event: Event): event is KeyboardEvent => event.type.startsWith('key')

const isShortcut = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => ctrlKey || altKey || metaKey

/** Whether an event could press something. Shortcuts of the browser do not, nor do clicks by assistive technology. */
function mayPress(event: Event): boolean {
  if (!isByKey(event)) return event.type === 'click'
  return PRESSING.has(event.key) && !isShortcut(event)
}

/** Whether a key writes into the page that was there before. The wall has no field, so nobody writes here on purpose. */
const isOfText = (event: Event): boolean =>
  event.type === 'keydown' && isByKey(event) && event.key.trim().length === 1 && !isShortcut(event)

/**
 * Stops keys and clicks that were meant for the page before, until nothing was typed or clicked for a while after
 * `start`. Whoever types letters has not seen the wall yet, so keys must rest again after one; so must the keys that
 * press something when the focus moves by itself. A key that is held never presses anything. Does not stop a click without a pointer, by which a screen reader presses a button. Goes by the
 * times at which keys were pressed, ms since the page's time origin, because a busy page gets them late.
 */
export function stopLateInput(page: EventTarget, start: number): void {
  let restsFrom = start
  let hasRested = false
  let hasRestedSinceFocus = true
  let isMovedByPerson = false

  const noteRest = (rest: number) => {
    if (rest >= REST_MS) hasRested = hasRestedSinceFocus = true
  }
  const onInput = (event: Event) => {
    const isScripted = event.type === 'click' && (event as MouseEvent).detail === 0
    if (isScripted) return
    noteRest(event.timeStamp - restsFrom)
    if (isOfText(event)) hasRested = false
    const isTab = isByKey(event) && event.key === 'Tab'
    const isLate = !hasRested || (isByKey(event) && !isTab && (event.repeat || !hasRestedSinceFocus))
    isMovedByPerson = !isLate && ['keydown', 'pointerdown'].includes(event.type)
    restsFrom = Math.max(restsFrom, event.timeStamp)
    if (!isLate || !mayPress(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const onFocus = ({ timeStamp }: Event) => {
    noteRest(timeStamp - restsFrom)
    if (!isMovedByPerson) {
      restsFrom = timeStamp
      hasRestedSinceFocus = false
    }
    isMovedByPerson = false
  }
  for (const type of INPUT) page.addEventListener(type, onInput, { capture: true })
  page.addEventListener('focusin', onFocus, { capture: true })
}
