import { expect, test } from 'vitest'
import { isRelevantChange } from '../../../../entrypoints/background/recording/is-relevant-change'

const change = (facts: object, active = true) => isRelevantChange(facts, { active } as never)

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
])('%s in the active tab needs a look: %o → %s', (_what, facts, telling) => {
  expect(change(facts)).toBe(telling)
})

test.each<[what: string, change: object, audible: boolean, telling: boolean]>([
  ['starts to make sound', { audible: true }, true, true],
  ['goes to another page with sound', { url: 'https://example.org/' }, true, true],
  ['stops making sound', { audible: false }, false, false],
  ['goes to another page without sound', { url: 'https://example.org/', status: 'loading' }, false, false],
])('a background tab that %s needs a look: %o, audible %s → %s', (_what, facts, audible, telling) => {
  expect(isRelevantChange(facts, { active: false, audible } as never)).toBe(telling)
})
