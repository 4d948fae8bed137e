import { expect, test, vi } from 'vitest'
import { reasonOf } from '../../../components/page/describe-trouble'
import { ownError } from '../../../domain/own-error'

vi.mock('../../../platform/i18n', () => ({ t: (...words: string[]) => words.join(' ') }))

test.each([
  ['an error of ours in the person’s language', ownError('error_database_silent'), 'error_database_silent'],
  ['the same as the worker noted it down', 'Error: error_database_silent', 'error_database_silent'],
  ['one of the browser as its word', new Error('no space left'), 'trouble_detail no space left'],
  ['one without words by its name', new DOMException('', 'AbortError'), 'trouble_detail AbortError'],
  ['what is no error as it is', 'broken', 'trouble_detail broken'],
])('%s', (_what, error, said) => {
  expect(reasonOf(error)).toBe(said)
})
