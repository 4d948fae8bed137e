/** The one item that is not sealed: it says how a key follows from the passphrase, and lets a device check its own. */
export const HEAD_KEY = 'zeitwert'

export interface AreaHead {
  version: 1
  /** For deriving the key, base64. */
  salt: string
  /** `CHECK_TEXT`, sealed. */
  check: string
}

/** What `check` holds. */
export const CHECK_TEXT = 'zeitwert'

export const isAreaHead = (value: unknown): value is AreaHead => {
  const { version, salt, check } = (value ?? {}) as Record<string, unknown>
  return version === 1 && typeof salt === 'string' && typeof check === 'string'
}
