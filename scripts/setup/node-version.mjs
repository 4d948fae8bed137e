/** The oldest Node version on which set-up is tested. */
const OLDEST = 20

/** Why a Node version is not supported; null if it is. */
export function problemWithNode(version) {
  if (Number.parseInt(version) >= OLDEST) return null
  return `Zeitwert needs Node ${OLDEST} or newer, and this is Node ${version}: https://nodejs.org has it.`
}
