import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepTheme, showTheme } from '../../platform/theme'

const root = { dataset: {} as Record<string, string> }
let kept: Map<string, string>
let isBlocked: boolean
let isDark: boolean

const open = () => {
  if (isBlocked) throw new Error('denied')
  return kept
}

beforeEach(() => {
  kept = new Map()
  isBlocked = false
  isDark = false
  root.dataset = {}
  vi.stubGlobal('document', { documentElement: root })
  vi.stubGlobal('matchMedia', () => ({ matches: isDark }))
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => open().get(key) ?? null,
    setItem: (key: string, value: string) => void open().set(key, value),
    removeItem: (key: string) => void open().delete(key),
  })
})
afterEach(() => void vi.unstubAllGlobals())

test.each([
  [false, 'light'],
  [true, 'dark'],
])('without a choice, a page is as the system (dark: %s)', (dark, shown) => {
  isDark = dark
  showTheme()
  expect(root.dataset).toEqual({ theme: shown })
})

test('a chosen theme holds on the next page, whatever the system says', () => {
  keepTheme('dark')
  root.dataset = {}
  showTheme()
  expect(root.dataset).toEqual({ theme: 'dark' })
})

test('the theme of the system can be chosen again', () => {
  keepTheme('dark')
  keepTheme('system')
  expect([root.dataset, kept.size]).toEqual([{ theme: 'light' }, 0])
})

test('a browser in which no page can keep anything shows the choice all the same', () => {
  isBlocked = true
  keepTheme('dark')
  expect(root.dataset).toEqual({ theme: 'dark' })
})
