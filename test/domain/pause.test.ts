import { expect, test } from 'vitest'
import { pauseEnd } from '../../domain/pause'

const BERLIN_WINTER = () => 60
const at = (iso: string) => Date.parse(iso)

test.each([
  ['15 minutes', '2026-11-23T10:00+01:00', at('2026-11-23T10:15+01:00')],
  ['1 hour', '2026-11-23T10:00+01:00', at('2026-11-23T11:00+01:00')],
  ['tomorrow', '2026-11-23T10:00+01:00', at('2026-11-24T04:00+01:00')],
  ['tomorrow', '2026-11-23T02:00+01:00', at('2026-11-23T04:00+01:00')],
  ['resumed', '2026-11-23T10:00+01:00', 'resumed'],
] as const)('a pause (%s) begun at %s ends at %s', (choice, from, end) => {
  expect(pauseEnd(choice, at(from), 4, BERLIN_WINTER)).toBe(end)
})
