import { expect, test } from 'vitest'
import { zoneOfEvening } from '../../scripts/demo/evening.ts'

test.each(Array.from({ length: 24 }, (_, hour) => hour))(
  'at %d:30 UTC the demo runs in the evening',
  (hour) => {
    const now = Date.UTC(2026, 10, 23, hour, 30)
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zoneOfEvening(now), timeStyle: 'short' })
    expect(clock.format(now)).toBe('20:30')
  },
)
