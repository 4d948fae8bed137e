import { expect, test, vi } from 'vitest'
import { pageTrouble, reasonOf } from '../../../components/page/describe-trouble'
import { ownError } from '../../../domain/own-error'

vi.mock('../../../platform/i18n', () => ({ t: (...words: string[]) => words.join(' ') }))

vi.mock('../../../components/figure/format', () => ({
  timeOfDay: (at: number) => new Date(at).toISOString().slice(11, 19),
}))

test.each([
  ['our own error is shown as its message', ownError('error_database_silent'), 'error_database_silent'],
  [
    'our own error stored as text is shown as its message',
    'Error: error_database_silent',
    'error_database_silent',
  ],
  [
    'its instant is shown as a time that has come when the clock shows it',
    ownError('error_pin_wait', Date.UTC(2026, 10, 23, 14, 31, 20)),
    'error_pin_wait 14:32:00',
  ],
  ['an error of the browser is explained', new Error('no space left'), 'error_database_full'],
  ['an error without a message is explained', new DOMException('', 'AbortError'), 'error_database_refused'],
])('%s', (_what, error, said) => {
  expect(reasonOf(error)).toBe(said)
})

test('an error that nobody foresaw is printed for the developer, and not shown', () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(reasonOf(new TypeError('x is undefined'))).toBe('error_unexpected')
  expect(printed).toHaveBeenCalledOnce()
})

test('a Firefox that never remembers history is told so, not to reload', () => {
  const error = new Error('InvalidStateError A mutation operation … database that did not allow mutations.')
  expect(pageTrouble(error).sentence).toBe('trouble_private')
  expect(pageTrouble(new Error('error_database_silent'))).toEqual({
    sentence: 'trouble_page',
    detail: 'error_database_silent',
  })
})
