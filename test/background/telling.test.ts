import { expect, test } from 'vitest'
import { isTelling } from '../../entrypoints/background/telling'

const change = (facts: object, active = true) => isTelling(facts, { active } as never)

test.each<[what: string, facts: object, telling: boolean]>([
  ['another address', { url: 'https://example.org/' }, true],
  ['a page that loads', { status: 'loading' }, true],
  ['a page that has loaded', { status: 'complete' }, false],
  ['sound', { audible: true }, true],
  ['silence', { audible: false }, true],
  ['a muted tab', { mutedInfo: { muted: true } }, true],
  ['a discarded tab', { discarded: true }, true],
  ['a title', { title: 'Example' }, false],
  ['an icon', { favIconUrl: 'data:,' }, false],
  ['a pinned tab', { pinned: true }, false],
])('%s of the active tab is a reason to look: %o → %s', (_what, facts, telling) => {
  expect(change(facts)).toBe(telling)
})

test('a tab in the background is none', () => {
  expect(change({ url: 'https://example.org/', status: 'loading', audible: true }, false)).toBe(false)
})
