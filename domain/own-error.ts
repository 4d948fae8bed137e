/** Errors that a page explains in its own language. They carry a message name, also in the worker’s replies. */
export const OWN_ERRORS = [
  'error_database_silent',
  'error_database_full',
  'error_database_refused',
  'error_never_remembers',
  'error_worker_silent',
  'error_pin_wrong',
  'error_pin_wrong_wait',
  'error_pin_wait',
  'error_pass_gone',
  'error_rule_gone',
  'error_promise_fixed',
  'error_promise_not_running',
  'error_focus_runs',
  'error_changed_since',
  'error_too_many_rules',
  'error_too_many_totals',
  'error_not_allowed',
  'error_folder_gone',
  'error_download',
  'error_import_runs',
  'error_passphrase_wrong',
  'error_passphrase_short',
  'error_area_full',
  'error_area_refused',
  'error_area_in_use',
  'error_not_connected',
  'error_file_too_big',
  'error_file_damaged',
  'error_file_backup',
  'error_file_foreign',
  'error_file_newer',
  'error_file_old',
  'error_file_own',
  'error_unexpected',
] as const

export type OwnError = (typeof OWN_ERRORS)[number]

/** `at` is an instant that the message names, epoch ms. */
export const ownError = (name: OwnError, at?: number): Error =>
  new Error(at === undefined ? name : `${name}:${at}`)

/** An error of our own in a text that ends with it, and its instant. */
const OWN = /(error_[a-z_]+)(?::(\d+))?$/

const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)

/** The instant that an error of our own names, epoch ms; null if it names none. */
export function instantIn(error: unknown): number | null {
  const at = OWN.exec(textOf(error))?.[2]
  return at === undefined ? null : Number(at)
}

/**
 * What the browsers say, by name or message, and what it means. Firefox that never remembers history refuses every
 * database with this message; the name InvalidStateError alone has other causes too.
 */
const OF_BROWSER: readonly (readonly [RegExp, OwnError])[] = [
  [/did not allow mutations/i, 'error_never_remembers'],
  [/quota|no space|full disk|disk is full|enough space/i, 'error_database_full'],
  [/receiving end|message port|message channel|context invalidated/i, 'error_worker_silent'],
  [
    /indexeddb|database|objectstore|idb|(?:Abort|Unknown|Version|Constraint|NotFound|InvalidState|TransactionInactive|Data|Security|Timeout|NotReadable|ReadOnly)Error/i,
    'error_database_refused',
  ],
]

/** The error of our own that explains an error: itself, or what an error of the browser means. */
export function explained(error: unknown): OwnError {
  const text = textOf(error)
  const said = OWN.exec(text)?.[1]
  const own = OWN_ERRORS.find((name) => name === said)
  return own ?? OF_BROWSER.find(([words]) => words.test(text))?.[1] ?? 'error_unexpected'
}
