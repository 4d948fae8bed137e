/** The oldest Node with which set-up and everything before `npm ci` is tried. */
const OLDEST = 20

/** What is wrong with a version of Node, or null. */
export function problemWithNode(version) {
  if (Number.parseInt(version) >= OLDEST) return null
  return `Zeitwert needs Node ${OLDEST} or newer, and this is Node ${version}: https://nodejs.org has it.`
}
