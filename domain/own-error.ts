/** Errors that a page explains in its own language. They carry a message name, also in the worker’s replies. */
export const OWN_ERRORS = [
  'error_database_silent',
  'error_worker_silent',
  'error_pin_wrong',
  'error_pin_wait',
  'error_pass_gone',
  'error_rule_gone',
  'error_changed_since',
] as const

export const ownError = (name: (typeof OWN_ERRORS)[number]): Error => new Error(name)
