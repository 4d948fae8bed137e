import { expect, test, vi } from 'vitest'
import { reasonOf } from '../../../components/page/describe-trouble'
import { ownError } from '../../../domain/own-error'

vi.mock('../../../platform/i18n', () => ({ t: (...words: string[]) => words.join(' ') }))

test.each([
  ['our own error is shown as its message', ownError('error_database_silent'), 'error_database_silent'],
  [
    'our own error stored as text is shown as its message',
    'Error: error_database_silent',
    'error_database_silent',
  ],
  ['an error of the browser is quoted', new Error('no space left'), 'trouble_detail no space left'],
  ['an error without a message is named', new DOMException('', 'AbortError'), 'trouble_detail AbortError'],
  ['other text is quoted', 'broken', 'trouble_detail broken'],
])('%s', (_what, error, said) => {
  expect(reasonOf(error)).toBe(said)
})
