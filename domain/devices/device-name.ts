/** The name that a person gives a device. */

/** Characters. It goes with each of the device's items, and has to fit on a line. */
export const LONGEST_DEVICE_NAME = 40

/** Control and format characters: they would turn the direction of the text around the name, or hide it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu

/** A name as it is kept, also of another device: on one line, at most `LONGEST_DEVICE_NAME` characters; '' if nothing is left. */
export function readDeviceName(typed: string): string {
  // First spaces, because a line break is a control character; then again, because what lay between two may be gone.
  const seen = typed.replaceAll(/\s+/g, ' ').replaceAll(UNSEEN, '').replaceAll(/\s+/g, ' ')
  const name = seen.normalize('NFC').trim()
  return Array.from(name).slice(0, LONGEST_DEVICE_NAME).join('').trim()
}
