import { expect, test } from 'vitest'
import { explained, ownError, type OwnError } from '../../domain/own-error'

const named = (name: string, message: string) => Object.assign(new Error(message), { name })

test.each<[what: string, error: unknown, expected: OwnError]>([
  ['our own error', ownError('error_pin_wrong'), 'error_pin_wrong'],
  ['our own error as text', 'Error: error_database_silent', 'error_database_silent'],
  [
    'a full disk in Chromium',
    new DOMException('Encountered full disk while opening backing store for indexedDB.open.', 'UnknownError'),
    'error_database_full',
  ],
  ['a full disk in Firefox', new DOMException('', 'QuotaExceededError'), 'error_database_full'],
  [
    'Firefox that never remembers history',
    new DOMException(
      'A mutation operation was attempted on a database that did not allow mutations.',
      'InvalidStateError',
    ),
    'error_never_remembers',
  ],
  [
    'a connection that is closing',
    new DOMException('The database connection is closing.', 'InvalidStateError'),
    'error_database_refused',
  ],
  [
    'a damaged database',
    new DOMException('Internal error opening backing store', 'UnknownError'),
    'error_database_refused',
  ],
  [
    'a database of a newer version',
    named('VersionError', 'The requested version (5) is less than the existing'),
    'error_database_refused',
  ],
  [
    'a database that Firefox refuses',
    new DOMException('The operation is insecure.', 'SecurityError'),
    'error_database_refused',
  ],
  ['an aborted transaction', new DOMException('', 'AbortError'), 'error_database_refused'],
  [
    'a worker that is gone',
    new Error('Could not establish connection. Receiving end does not exist.'),
    'error_worker_silent',
  ],
  ['a page of an older version', new Error('Extension context invalidated.'), 'error_worker_silent'],
  ['a mistake of ours', new TypeError('x is undefined'), 'error_unexpected'],
  ['text of any kind', 'broken', 'error_unexpected'],
  ['nothing at all', undefined, 'error_unexpected'],
])('%s is explained', (_what, error, expected) => {
  expect(explained(error)).toBe(expected)
})
