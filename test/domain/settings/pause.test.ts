import { expect, test } from 'vitest'
import { pauseEnd, toggledPause } from '../../../domain/settings/pause'
import { DEFAULT_SETTINGS, type PausedUntil } from '../../../domain/settings/settings'

const BERLIN_WINTER = () => 60
const at = (iso: string) => Date.parse(iso)

// Tomorrow is the first day start at least four hours away.
test.each([
  ['15 minutes', '2026-11-23T10:00+01:00', at('2026-11-23T10:15+01:00')],
  ['1 hour', '2026-11-23T10:00+01:00', at('2026-11-23T11:00+01:00')],
  ['tomorrow', '2026-11-23T10:00+01:00', at('2026-11-24T04:00+01:00')],
  ['tomorrow', '2026-11-23T23:59+01:00', at('2026-11-24T04:00+01:00')],
  ['tomorrow', '2026-11-23T00:00+01:00', at('2026-11-23T04:00+01:00')],
  ['tomorrow', '2026-11-23T00:01+01:00', at('2026-11-24T04:00+01:00')],
  ['tomorrow', '2026-11-23T03:52+01:00', at('2026-11-24T04:00+01:00')],
  ['tomorrow', '2026-11-23T04:00+01:00', at('2026-11-24T04:00+01:00')],
  ['resumed', '2026-11-23T10:00+01:00', 'resumed'],
] as const)('a pause (%s) that begins at %s ends at %s', (choice, from, end) => {
  expect(pauseEnd(choice, at(from), 4, BERLIN_WINTER)).toBe(end)
})

test.each<[now: string, PausedUntil, PausedUntil]>([
  ['recording', null, 'resumed'],
  ['in a pause without an end', 'resumed', null],
  ['in a pause that ends later', 1001, null],
  ['after a pause that is over', 1000, 'resumed'],
])('one key %s turns %j into %j', (_now, pausedUntil, after) => {
  expect(toggledPause({ ...DEFAULT_SETTINGS, pausedUntil }, 1000)).toBe(after)
})
