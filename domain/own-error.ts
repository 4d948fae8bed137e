/** Errors of our own travel by name, through the worker’s answers too; a page says them in its language. */
export const OWN_ERRORS = [
  'error_database_silent',
  'error_worker_silent',
  'error_pin_wrong',
  'error_pass_gone',
  'error_rule_gone',
  'error_changed_since',
] as const

export const ownError = (name: (typeof OWN_ERRORS)[number]): Error => new Error(name)
