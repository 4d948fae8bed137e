import { describe, expect, test } from 'vitest'
import { REST_MS, stopLateInput } from '../../components/wall/late-input'

type Given = Partial<KeyboardEvent & MouseEvent>

/** A page on which input is stopped from its start at 1000 ms; returns what sends an event and says if it was stopped. */
function page() {
  const target = new EventTarget()
  stopLateInput(target, 1000)
  return (type: string, timeStamp: number, given: Given = {}): boolean => {
    const event = new Event(type, { cancelable: true })
    for (const [name, value] of Object.entries({ timeStamp, detail: 1, ...given }))
      Object.defineProperty(event, name, { value })
    return !target.dispatchEvent(event)
  }
}

const space: Given = { key: ' ' }

describe('a key or click that was on its way', () => {
  test.each<[string, string, number, Given]>([
    ['Space', 'keydown', 1100, space],
    ['Enter', 'keydown', 1100, { key: 'Enter' }],
    ['Tab', 'keydown', 1100, { key: 'Tab' }],
    ['Enter with Ctrl, which sends', 'keydown', 1100, { key: 'Enter', ctrlKey: true }],
    ['Space with Option, a wider space', 'keydown', 1100, { key: '\u00a0', altKey: true }],
    ['Space, let go', 'keyup', 1100, space],
    ['a click', 'click', 1100, {}],
    ['a key just before the rest is over', 'keydown', 1000 + REST_MS - 1, space],
    ['a key that a busy page gets late', 'keydown', 900, space],
    ['a held key, even after a rest', 'keydown', 9000, { ...space, repeat: true }],
  ])('presses nothing: %s', (_what, type, at, given) => {
    expect(page()(type, at, given)).toBe(true)
  })

  test.each([40, 80, 150, REST_MS - 1])('presses nothing while somebody types at %i ms a key', (msAKey) => {
    const send = page()
    for (let at = 1050; at < 20_000; at += msAKey) {
      send('keydown', at, { key: 'a' })
      expect(send('keydown', at, space)).toBe(true)
    }
  })

  test('presses nothing after a pause, when letters follow', () => {
    const send = page()
    expect(send('keydown', 1700, { key: 'n' })).toBe(false)
    expect(send('keydown', 1780, { key: 'Tab' })).toBe(true)
    expect(send('keydown', 1860, { key: 'Enter' })).toBe(true)
    expect(send('keydown', 1860 + REST_MS, { key: 'Enter' })).toBe(false)
  })

  test.each<[string, Given]>([
    ['a letter', { key: 'n' }],
    ['a character beyond 16 bits', { key: '𝛼' }],
    ['a character with AltGr', { key: '@', ctrlKey: true, altKey: true }],
    ['a character with Option', { key: 'ø', altKey: true }],
    ['text that is pasted', { key: 'v', ctrlKey: true }],
    ['an accent before its letter', { key: 'Dead' }],
    ['a key for an input method', { key: 'Process' }],
    ['Space while an input method composes', { ...space, isComposing: true }],
    ['Backspace', { key: 'Backspace' }],
    ['a word deleted', { key: 'Backspace', ctrlKey: true }],
    ['Delete', { key: 'Delete' }],
  ])('presses nothing after a pause and a key that writes: %s', (_what, written) => {
    const send = page()
    send('keydown', 1700, written)
    expect(send('keydown', 1780, { key: 'Tab' })).toBe(true)
    expect(send('keydown', 1860, { key: 'Enter' })).toBe(true)
    expect(send('keydown', 1860 + REST_MS, { key: 'Enter' })).toBe(false)
  })

  test('presses nothing after a pause, a step to a button and a letter', () => {
    const send = page()
    expect(send('keydown', 1700, { key: 'Tab' })).toBe(false)
    send('focusin', 1701)
    send('keydown', 1780, { key: 'n' })
    expect(send('keydown', 1860, space)).toBe(true)
    expect(send('keyup', 1900, space)).toBe(true)
  })

  test('presses nothing after a letter that was held, because a hold is no rest', () => {
    const send = page()
    send('keydown', 1700, { key: 'n' })
    send('keyup', 1720 + REST_MS, { key: 'n' })
    expect(send('keydown', 1800 + REST_MS, { key: 'Tab' })).toBe(true)
    expect(send('keydown', 1880 + REST_MS, { key: 'Enter' })).toBe(true)
  })

  test('presses nothing after a letter that was held while the focus moved by itself', () => {
    const send = page()
    send('keydown', 1700, { key: 'n' })
    send('focusin', 1710 + REST_MS)
    send('keyup', 1720 + REST_MS, { key: 'n' })
    expect(send('keydown', 1800 + REST_MS, { key: 'Tab' })).toBe(true)
  })

  test.each(['Tab', ' ', 'a'])('presses nothing after the first repeat of a held key: %j', (key) => {
    const send = page()
    send('keydown', 1100 + REST_MS, { key, repeat: true })
    expect(send('keydown', 1200 + REST_MS, { key: 'Enter' })).toBe(true)
  })

  test('presses nothing when a button of the mouse is held', () => {
    const send = page()
    send('pointerdown', 1100)
    send('pointerup', 1200 + REST_MS)
    expect(send('click', 1200 + REST_MS)).toBe(true)
  })

  test('presses nothing after the focus has moved by itself', () => {
    const send = page()
    send('keyup', 4000, { key: 'a' })
    send('focusin', 5000)
    expect(send('keydown', 5100, space)).toBe(true)
    expect(send('keydown', 5100 + REST_MS, space)).toBe(false)
  })

  test('moves the focus on after it has moved by itself', () => {
    const send = page()
    send('focusin', 5000)
    expect(send('keydown', 5100, { key: 'Tab' })).toBe(false)
  })
})

describe('what a person means for the wall', () => {
  test('presses after a rest, and then at once', () => {
    const send = page()
    expect(send('keydown', 1000 + REST_MS, { key: 'Tab' })).toBe(false)
    send('focusin', 1001 + REST_MS)
    expect(send('keydown', 1050 + REST_MS, { key: 'Enter' })).toBe(false)
    expect(send('click', 1060 + REST_MS)).toBe(false)
  })

  test('presses with a key that is held and let go', () => {
    const send = page()
    expect(send('keydown', 1000 + REST_MS, space)).toBe(false)
    expect(send('keyup', 1100 + 2 * REST_MS, space)).toBe(false)
    expect(send('keydown', 1200 + 2 * REST_MS, { key: 'Enter' })).toBe(false)
  })

  test('presses after a rest that follows a held key', () => {
    const send = page()
    send('keydown', 1100, { ...space, repeat: true })
    send('keyup', 1200 + REST_MS, space)
    expect(send('keydown', 1200 + 2 * REST_MS, space)).toBe(false)
  })

  test('presses with a click after a rest', () => {
    const send = page()
    send('pointerdown', 1000 + REST_MS)
    expect(send('click', 1060 + REST_MS)).toBe(false)
  })

  test.each<[string, string, Given]>([
    ['a shortcut of the browser', 'keydown', { key: 'Tab', ctrlKey: true }],
    ['a letter', 'keydown', { key: 'a' }],
    ['a click by a screen reader', 'click', { detail: 0 }],
  ])('is never stopped: %s', (_what, type, given) => {
    expect(page()(type, 1100, given)).toBe(false)
  })
})
