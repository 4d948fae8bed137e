import { expect, test } from 'vitest'
import { isRelevantChange } from '../../../../entrypoints/background/recording/is-relevant-change'

const change = (facts: object, active = true) => isRelevantChange(facts, { active } as never)

test.each<[what: string, isNeeded: boolean, facts: object]>([
  ['a change of address', true, { url: 'https://example.org/' }],
  ['the start of loading', true, { status: 'loading' }],
  ['the end of loading', false, { status: 'complete' }],
  ['sound', true, { audible: true }],
  ['silence', true, { audible: false }],
  ['muting', true, { mutedInfo: { muted: true } }],
  ['discarding', true, { discarded: true }],
  ['a change of title', false, { title: 'Example' }],
  ['a change of icon', false, { favIconUrl: 'data:,' }],
  ['pinning', false, { pinned: true }],
])('after %s in the active tab: look needed %s (%o)', (_what, isNeeded, facts) => {
  expect(change(facts)).toBe(isNeeded)
})

test.each<[what: string, isNeeded: boolean, facts: object, audible: boolean]>([
  ['starts to make sound', true, { audible: true }, true],
  ['goes to another page with sound', true, { url: 'https://example.org/' }, true],
  ['stops making sound', true, { audible: false }, false],
  ['is muted while it plays', true, { mutedInfo: { muted: true } }, true],
  ['is muted in silence', false, { mutedInfo: { muted: true } }, false],
  ['goes to another page without sound', false, { url: 'https://example.org/', status: 'loading' }, false],
  ['comes into a split view', true, { splitViewId: 4 }, false],
  ['leaves a split view', true, { splitViewId: -1 }, false],
])('after a background tab %s: look needed %s (%o, audible %s)', (_what, isNeeded, facts, audible) => {
  expect(isRelevantChange(facts, { active: false, audible } as never)).toBe(isNeeded)
})

test.each<[facts: object, isNeeded: boolean]>([
  [{ url: 'https://example.org/' }, true],
  [{ status: 'loading' }, true],
  [{ title: 'Example' }, false],
])('after %o in the half of a split view without focus: look needed %s', (facts, isNeeded) => {
  expect(isRelevantChange(facts, { active: false, splitViewId: 4 } as never)).toBe(isNeeded)
})
