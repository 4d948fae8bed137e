import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_DEVICE_NAME, readDeviceName } from '../../../domain/devices/device-name'

test.each([
  ['a plain name stays', 'Chrome on Linux', 'Chrome on Linux'],
  ['white space is one space, and none at the ends', '  Desk \n at\twork ', 'Desk at work'],
  ['what turns the direction of text is left out', '\u202eDesk\u202c', 'Desk'],
  ['nothing but what cannot be seen is no name', ' \u200b\u0000 ', ''],
  ['half of a character is left out', 'Desk\ud800', 'Desk'],
  ['accents are one character', 'Bu\u0308ro', 'B\u00fcro'],
  ['a longer name is cut', 'x'.repeat(60), 'x'.repeat(40)],
  ['a cut ends on no space', `${'x'.repeat(39)} y`, 'x'.repeat(39)],
])('%s', (_what, typed, name) => {
  expect(readDeviceName(typed)).toBe(name)
})

const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1 }),
  fc.constantFrom(' ', '\u200e', 'e', '\u0301', '!'),
)

test('reading a name again changes nothing, and it is never too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: names, maxLength: 80 }), (typed) => {
      const name = readDeviceName(typed)
      expect(readDeviceName(name)).toBe(name)
      expect(Array.from(name).length).toBeLessThanOrEqual(LONGEST_DEVICE_NAME)
    }),
  )
})
