import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstMs, lastMs, attentionIn, type Stretch, within } from '../../../domain/insight/stretch'
import { DAY_MS } from '../../../domain/time/local-time'

const stretches: fc.Arbitrary<Stretch[]> = fc
  .array(fc.record({ from: fc.nat({ max: 3 * DAY_MS }), ms: fc.integer({ min: 1, max: DAY_MS }) }), {
    maxLength: 20,
  })
  .map((rows) =>
    rows
      .map(({ from, ms }) => ({ surface: 'a.com', day: 0, from, until: from + ms }))
      .sort((a, b) => a.from - b.from || a.until - b.until),
  )

test('the first and the last part are as long as asked for, or as long as there is attention', () => {
  fc.assert(
    fc.property(stretches, fc.nat({ max: 5 * DAY_MS }), (all, ms) => {
      const length = Math.min(ms, attentionIn(all))
      expect(attentionIn(firstMs(all, ms))).toBe(length)
      expect(attentionIn(lastMs(all, ms))).toBe(length)
    }),
  )
})

test('the parts within an interval and those outside are all there is', () => {
  fc.assert(
    fc.property(stretches, fc.nat({ max: 5 * DAY_MS }), (all, at) => {
      const parts = [within(all, { from: 0, until: at }), within(all, { from: at, until: 9 * DAY_MS })]
      expect(attentionIn(parts.flat())).toBe(attentionIn(all))
      expect(parts[0]?.every(({ until }) => until <= at)).toBe(true)
    }),
  )
})
