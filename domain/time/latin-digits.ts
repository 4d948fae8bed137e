/** Reads the digits of every script, for times and amounts as people type them. */

const DIGIT = /\p{Nd}/u

/** Invisible marks that `Intl`, our formats and right-to-left keyboards put around numbers. */
const MARKS = /[\u061c\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]/g

/** Unicode puts the digits of a script side by side, from zero to nine; the next script begins with zero again. */
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) as number
  let first = code
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1
  return String((code - first) % 10)
}

/** The text with the digits 0 to 9 for those of any script, and without marks of direction. */
export const latinDigits = (text: string): string =>
  text.replace(MARKS, '').replace(/\p{Nd}/gu, (digit) => (digit <= '9' ? digit : latinDigit(digit)))
