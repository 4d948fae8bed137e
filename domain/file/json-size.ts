/** Looks at a text before it is parsed as JSON: what takes more memory than the browser has would end the page. */

/** Ours have ten levels, and at most one list for each span of `MOST_BYTES`. */
const MOST_LEVELS = 500_000
const MOST_LISTS = 6_000_000

const QUOTE = 34
const BACKSLASH = 92
const isOpening = (code: number): boolean => code === 91 || code === 123
const isClosing = (code: number): boolean => code === 93 || code === 125

/** Whether a text, valid or not, nests deeper or has more lists and records than any file of ours. */
export function isTooMuchJson(text: string): boolean {
  let [level, lists] = [0, 0]
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) isText = !isText
    else if (isText) at += Number(code === BACKSLASH)
    else if (isOpening(code)) {
      level += 1
      lists += 1
      if (level > MOST_LEVELS || lists > MOST_LISTS) return true
    } else if (isClosing(code)) level -= 1
  }
  return false
}
