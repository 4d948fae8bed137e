/** What elements do in a browser, and not in happy-dom. */
import { resolveObjectURL } from 'node:buffer'
import type { GlobalWindow } from 'happy-dom'

const CONTROL = ':is(button, input, select, textarea)'
const FOCUSABLE = `:is(a[href], ${CONTROL}, summary, [tabindex])`
export const HIDDEN = '[hidden], details:not([open]) > :not(summary)'
const DISABLED = ':disabled, fieldset[disabled]'
const OUT_OF_REACH = `${DISABLED}, [inert], ${HIDDEN}`

/** A file that a page hands out. */
export interface Download {
  name: string
  content: Pick<Blob, 'arrayBuffer'>
}

/** The event of a window in which a link saves a file; its detail is a `Download`. */
export const DOWNLOAD = 'zeitwert-download'

const PATCHED = Symbol.for('the elements are patched')

/** Patches the classes of happy-dom, which all windows share, so once for each process. */
export function patchElements(window: GlobalWindow): void {
  if (PATCHED in window.Element.prototype) return
  Object.defineProperty(window.Element.prototype, PATCHED, { value: true })
  window.HTMLCanvasElement.prototype.getContext = function getContext() {
    return contextOf(this) as never
  }
  reflectAria(window)
  limitFocus(window)
  limitClicks(window)
  saveDownloads(window)
}

/** What a canvas draws with. It draws nothing, and every text has no width. */
function contextOf(canvas: object): object {
  const nothing: object = new Proxy(() => nothing, {
    get: (_, name) => (name === 'canvas' ? canvas : name === Symbol.toPrimitive ? () => 0 : nothing),
    set: () => true,
  })
  return nothing
}

/** Gives elements the properties of `aria-` attributes, to be read. */
function reflectAria({ Element }: GlobalWindow): void {
  for (const name of ['Label', 'Pressed', 'Expanded', 'Selected', 'Sort', 'Current', 'Description'])
    Object.defineProperty(Element.prototype, `aria${name}`, {
      configurable: true,
      get(this: globalThis.Element) {
        return this.getAttribute(`aria-${name.toLowerCase()}`)
      },
    })
}

/** Gives the focus only to what can have it; happy-dom gives it to everything. */
function limitFocus({ HTMLElement: { prototype } }: GlobalWindow): void {
  const { focus } = prototype
  prototype.focus = function () {
    if (this.matches(FOCUSABLE) && !this.closest(OUT_OF_REACH)) focus.call(this)
  }
}

/** Keeps clicks from controls of a disabled group; happy-dom knows only those that are disabled themselves. */
function limitClicks({ HTMLElement: { prototype } }: GlobalWindow): void {
  const { click } = prototype
  prototype.click = function () {
    if (!this.matches(CONTROL) || !this.closest(DISABLED)) click.call(this)
  }
}

/** Takes the focus from what can no longer have it. happy-dom leaves it there. */
export function dropFocus({ document }: GlobalWindow): void {
  const inherited = Object.getPrototypeOf(document) as object
  Object.defineProperty(document, 'activeElement', {
    configurable: true,
    get() {
      const active = Reflect.get(inherited, 'activeElement', document) as Element | null
      return active?.closest(OUT_OF_REACH) ? document.body : active
    },
  })
}

/** Tells the window what a link downloads. happy-dom would go to its address. */
function saveDownloads({ CustomEvent, Event, HTMLAnchorElement, HTMLElement }: GlobalWindow): void {
  const link = HTMLAnchorElement.prototype
  const follow = link.dispatchEvent
  link.dispatchEvent = function dispatchEvent(event) {
    if (event.type !== 'click' || !this.hasAttribute('download')) return follow.call(this, event)
    const isWanted = HTMLElement.prototype.dispatchEvent.call(this, event)
    // happy-dom calls this in each phase of the event. A link acts once: at its end, or when a click inside it bubbles up.
    if (!isWanted || ![Event.NONE, Event.BUBBLING_PHASE].includes(event.eventPhase)) return isWanted
    const content = resolveObjectURL(this.href)
    if (!content) throw new Error(`The download of ${this.href} needs a browser.`)
    const detail: Download = { name: this.download, content }
    globalThis.window.dispatchEvent(new CustomEvent(DOWNLOAD, { detail }) as never)
    return true
  }
}
