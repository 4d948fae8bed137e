/** What `step` makes of a clock that is set back and of a change of time zone. */
import { describe, expect, test } from 'vitest'
import { NOON, POLICY, seen, Watch } from '../../fixtures/watch'

const recorded = (watch: Watch) => watch.recorded

describe('a change of time zone', () => {
  test('leaves observed time in the old zone and counts on in the new one', () => {
    const watch = new Watch().see(seen(0, 'a.com')).stay(30, 'a.com')
    watch.see(seen(40, null), { ...POLICY, offsetAt: () => 9 * 60 })
    expect(recorded(watch)).toEqual(['a.com 0–30', 'a.com 30–40'])
    expect(watch.spans.map(({ utcOffsetMinutes }) => utcOffsetMinutes)).toEqual([0, 540])
  })
})

describe('a clock set back', () => {
  test('ends the span at the last observation and begins a new one', () => {
    const watch = new Watch().see(seen(0, 'a.com')).stay(60, 'a.com').see(seen(-3600, 'a.com'))
    expect(recorded(watch.see(seen(-3595, 'a.com')))).toEqual(['a.com 0–60', 'a.com -3600–-3595…'])
  })

  test('is written even if nobody is there: an absence seen next would take back time by the old clock', () => {
    const watch = new Watch().see(seen(0, 'a.com')).beatUntil(5).see(seen(8, null))
    expect(watch.see(seen(-1, null)).nothingNew).toBe(false)
    expect(watch.see(seen(60, null, { presence: 'idle' })).recorded).toEqual(['a.com 0–8'])
  })

  test('takes back by the old clock if the person is idle by then', () => {
    const watch = new Watch().see(seen(0, 'a.com')).stay(180, 'a.com')
    expect(recorded(watch.see(seen(-3600, 'a.com', { presence: 'idle' })))).toEqual(['a.com 0–60'])
  })

  test('takes nothing back if no page was open: nobody knows how long ago the last input was', () => {
    const watch = new Watch().see(seen(0, 'a.com')).beatUntil(5).see(seen(8, null))
    expect(recorded(watch.see(seen(-30, null, { presence: 'idle' })))).toEqual(['a.com 0–8'])
  })

  test('keeps time from the old clock if the person goes idle later', () => {
    const watch = new Watch().see(seen(0, 'a.com')).stay(60, 'a.com').see(seen(-3600, 'a.com'))
    watch.stay(-3480, 'a.com').see(seen(-3480, 'a.com', { presence: 'idle' }))
    expect(recorded(watch)).toEqual(['a.com 0–60'])
  })

  test('by less than two seconds holds time still and keeps the state', () => {
    const watch = new Watch().see(seen(0, 'a.com')).stay(115, 'a.com').see(seen(113.5, 'a.com'))
    expect(watch.recorded).toEqual(['a.com 0–115…'])
    expect(watch.see(seen(119, 'a.com', { presence: 'idle' })).recorded).toEqual([])
  })

  test('over midnight twice leaves three spans that begin there, each under an id of its own', () => {
    const midnight = 12 * 3600
    const watch = new Watch()
    for (const last of [7, 8, 9])
      watch
        .see(seen(midnight - last, 'a.com'))
        .see(seen(midnight + 5, 'a.com'))
        .see(seen(midnight + 10, 'a.com'))
    const after = watch.see(seen(midnight + 10, null)).spans.filter(({ day }) => day === '2026-11-24')
    expect(after.map(({ id, start }) => [id, start - NOON - midnight * 1000])).toEqual(
      [0, 1, 2].map((ms) => [`dev:${NOON + midnight * 1000 + ms}`, ms]),
    )
    expect(after.every(({ end }) => end === NOON + (midnight + 10) * 1000)).toBe(true)
  })

  test('a day ago no longer moves what begins at midnight', () => {
    const midnight = 12 * 3600
    const day = 24 * 3600
    const watch = new Watch().see(seen(midnight - 10, 'a.com')).see(seen(midnight - 100, null))
    watch.see(seen(midnight + day - 5, 'a.com')).see(seen(midnight + day + 5, 'a.com'))
    expect(watch.see(seen(midnight + day + 6, null)).spans.at(-1)?.start).toBe(NOON + (midnight + day) * 1000)
  })

  test('lets sound of before keep nothing that is recorded by the new clock', () => {
    const sound = { audible: true }
    const watch = new Watch()
      .see(seen(0, 'a.com', sound))
      .stay(11, 'a.com', sound)
      .see(seen(4, 'b.com'))
    watch.stay(123, 'b.com').see(seen(123, 'b.com', { presence: 'idle' }))
    expect(watch.recorded).toEqual(['a.com 0–11'])
  })

  test('does not lengthen an exemption', () => {
    const away = { presence: 'idle', audible: true } as const
    const watch = new Watch().see(seen(0, 'a.com', { audible: true })).stay(120, 'a.com', away)
    watch.see(seen(-3480, 'a.com', away)).stay(4000, 'a.com', away)
    expect(watch.totalMs).toBeLessThanOrEqual((90 * 60 + 30) * 1000)
  })
})
