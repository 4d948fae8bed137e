import { describe, expect, test } from 'vitest'
import type { Observation, Policy } from '../../../domain/record/attention'
import type { Kind } from '../../../domain/surface/kind'
import { NOON, POLICY, seen, Watch } from '../../fixtures/watch'

const recorded = (watch: Watch) => watch.recorded

describe('pages', () => {
  test('the same page seen again continues the span', () => {
    expect(recorded(new Watch().see(seen(0, 'a.com')).see(seen(10, 'a.com')))).toEqual(['a.com 0–10…'])
  })

  test('another page ends the span and begins a new one at the same instant', () => {
    const watch = new Watch().see(seen(0, 'a.com')).see(seen(10, 'b.com')).see(seen(12, 'b.com'))
    expect(recorded(watch)).toEqual(['a.com 0–10', 'b.com 10–12…'])
  })

  test('a move to another surface of the same site ends the span', () => {
    const watch = new Watch().see(seen(0, 'youtube.com')).see(seen(10, 'youtube.com/shorts'))
    expect(recorded(watch)).toEqual(['youtube.com 0–10', 'youtube.com/shorts 10–10…'])
  })

  test('no page (focus lost, private window, tab closed) ends the span', () => {
    expect(recorded(new Watch().see(seen(0, 'a.com')).see(seen(10, null)).see(seen(20, null)))).toEqual([
      'a.com 0–10',
    ])
  })

  test('a page in front for no time leaves no span', () => {
    const watch = new Watch().see(seen(0, 'a.com')).see(seen(0, 'b.com')).see(seen(5, null))
    expect(recorded(watch)).toEqual(['b.com 0–5'])
  })

  test('a span carries its calendar day, offset, device, site and origin', () => {
    const watch = new Watch().see(seen(0, 'youtube.com/shorts')).see(seen(10, null))
    expect(watch.spans).toEqual([
      {
        id: `dev:${NOON}`,
        day: '2026-11-23',
        device: 'dev',
        site: 'youtube.com',
        surface: 'youtube.com/shorts',
        start: NOON,
        end: NOON + 10_000,
        utcOffsetMinutes: 0,
        origin: 'measured',
      },
    ])
  })
})

describe('idle: time after the last input is taken back', () => {
  const idle = { presence: 'idle' } as const

  test('the open span ends at the last input, one idle interval before the first idle observation', () => {
    expect(
      recorded(
        new Watch()
          .see(seen(0, 'a.com'))
          .stay(200, 'a.com')
          .see(seen(210, 'a.com', idle)),
      ),
    ).toEqual(['a.com 0–90'])
  })

  test('a span that began after the last input is dropped', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com'))
      .stay(60, 'a.com')
      .see(seen(61, 'b.com'))
      .stay(150, 'b.com')
    expect(recorded(watch.see(seen(150, 'b.com', idle)))).toEqual(['a.com 0–30'])
  })

  test('spans already closed inside the take-back are shortened or dropped', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com'))
      .stay(50, 'a.com')
      .see(seen(60, 'b.com'))
      .see(seen(70, 'c.com'))
    watch.see(seen(80, null)).see(seen(160, null, idle))
    expect(recorded(watch)).toEqual(['a.com 0–40'])
  })

  test('time confirmed by input stays when the person goes idle again', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com'))
      .stay(130, 'a.com')
      .see(seen(130, 'a.com', idle))
    watch.see(seen(200, 'a.com')).stay(210, 'a.com').see(seen(211, 'b.com')).stay(330, 'b.com', {})
    expect(recorded(watch.see(seen(330, 'b.com', idle)))).toEqual(['a.com 0–10', 'a.com 200–210'])
  })

  test('looks while the person stays idle change nothing', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com'))
      .stay(130, 'a.com')
      .see(seen(130, 'a.com', idle))
    watch.see(seen(160, 'a.com', idle)).see(seen(400, 'b.com', idle))
    expect(recorded(watch)).toEqual(['a.com 0–10'])
  })

  test('coming back begins a new span', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com'))
      .stay(130, 'a.com')
      .see(seen(130, 'a.com', idle))
    expect(recorded(watch.see(seen(500, 'a.com')).see(seen(505, 'a.com')))).toEqual([
      'a.com 0–10',
      'a.com 500–505…',
    ])
  })

  test('going idle is written even if no span is open', () => {
    const watch = new Watch().see(seen(0, null)).see(seen(120, null, { presence: 'idle' }))
    expect(watch.nothingNew).toBe(false)
    expect(watch.state?.lastInputAt).toBe(NOON)
  })

  test('staying idle leaves nothing to write', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com'))
      .stay(130, 'a.com')
      .see(seen(130, 'a.com', idle))
    watch.see(seen(140, 'a.com', idle))
    expect(watch.nothingNew).toBe(true)
  })
})

describe('exempt from idle', () => {
  const audible = { audible: true } as const
  const away = { presence: 'idle', audible: true } as const

  test('an audible page counts without input', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com', audible))
      .stay(120, 'a.com', audible)
      .stay(600, 'a.com', away)
    expect(recorded(watch)).toEqual(['a.com 0–600…'])
  })

  test.each<[Kind, string[]]>([
    ['video', ['a.com 0–600…']],
    ['games', ['a.com 0–600…']],
    ['learning', ['a.com 0–600…']],
    ['feed', ['a.com 0–30']],
    ['work', ['a.com 0–30']],
  ])('a full-screen page of kind %s is recorded as %j', (kind, expected) => {
    const policy: Policy = { ...POLICY, kindOf: () => kind }
    const watch = new Watch().see(seen(0, 'a.com', { fullscreen: true }), policy)
    watch.stay(120, 'a.com', { fullscreen: true }, policy)
    watch.stay(600, 'a.com', { fullscreen: true, presence: 'idle' }, policy)
    expect(recorded(watch)).toEqual(expected)
  })

  test('an exempt page counts for at most 90 min after the last input', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com', audible))
      .stay(120, 'a.com', audible)
      .stay(6000, 'a.com', away)
    expect(recorded(watch)).toEqual(['a.com 0–5430'])
  })

  test('the 90 min go on across pages', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com', audible))
      .stay(120, 'a.com', audible)
      .stay(3000, 'a.com', away)
    watch.see(seen(3001, 'b.com', away)).stay(6000, 'b.com', away)
    expect(recorded(watch)).toEqual(['a.com 0–3001', 'b.com 3001–5430'])
  })

  test('the 90 min go on across restarts of the worker and the browser', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com', audible))
      .stay(120, 'a.com', audible)
      .stay(3000, 'a.com', away)
    const next: Policy = { ...POLICY, runId: 'run 2', lifeId: 'life 2' }
    watch.see(seen(3010, 'a.com', away), next).stay(6000, 'a.com', away, next)
    expect(recorded(watch)).toEqual(['a.com 0–3000', 'a.com 3010–5430'])
  })

  test.each<[string, Observation, Policy]>([
    ['the browser is killed', seen(640, 'a.com', { audible: true }), { ...POLICY, runId: 'run 2' }],
    ['the machine sleeps', seen(5000, 'a.com', { audible: true }), POLICY],
  ])('when %s, time confirmed by beats stays', (_event, next, policy) => {
    const watch = new Watch().see(seen(0, 'a.com', { audible: true })).stay(120, 'a.com', { audible: true })
    watch.stay(600, 'a.com', { audible: true, presence: 'idle' }).beatUntil(625)
    expect(watch.see(next, policy).recorded[0]).toBe('a.com 0–625')
  })

  test('when the sound ends, the span ends at the last exempt observation', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com', audible))
      .stay(120, 'a.com', audible)
      .stay(300, 'a.com', away)
    watch.beatUntil(310).see(seen(312, 'a.com', { presence: 'idle' }))
    expect(recorded(watch)).toEqual(['a.com 0–300'])
  })

  test('when the person returns as the sound ends, the span ends at the last exempt observation', () => {
    const watch = new Watch().see(seen(0, 'a.com', { audible: true })).stay(120, 'a.com', { audible: true })
    watch.stay(600, 'a.com', { audible: true, presence: 'idle' }).beatUntil(615).see(seen(620, 'a.com'))
    expect(recorded(watch)).toEqual(['a.com 0–600', 'a.com 620–620…'])
  })

  test('exempt stretches that no take-back can reach are forgotten', () => {
    const watch = new Watch().see(seen(0, 'a.com'))
    for (let minute = 0; minute < 60; minute += 1) {
      watch.stay(60 * minute + 30, 'a.com', { audible: true }).stay(60 * minute + 60, 'a.com')
      watch.see(seen(60 * minute + 60, minute % 2 ? 'a.com' : 'b.com'))
    }
    expect(watch.state?.exempt.length).toBeLessThanOrEqual(4)
  })

  test('time before the sound began is taken back, time with sound stays', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com'))
      .stay(90, 'a.com')
      .see(seen(91, 'a.com', audible))
      .stay(150, 'a.com', audible)
    expect(recorded(watch.see(seen(150, 'a.com', away)))).toEqual(['a.com 0–30', 'a.com 91–150…'])
  })

  test('a closed span with sound is not taken back', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com', audible))
      .stay(60, 'a.com', audible)
      .see(seen(61, 'b.com'))
    expect(recorded(watch.stay(120, 'b.com').see(seen(120, 'b.com', { presence: 'idle' })))).toEqual([
      'a.com 0–61',
    ])
  })

  test('sound that begins while the person is idle counts from its first observation', () => {
    const watch = new Watch()
      .see(seen(0, 'a.com'))
      .stay(130, 'a.com')
      .see(seen(130, 'a.com', { presence: 'idle' }))
    expect(recorded(watch.stay(200, 'a.com', away))).toEqual(['a.com 0–10', 'a.com 160–200…'])
  })
})

describe('lock', () => {
  test('a locked screen ends the span at once', () => {
    const watch = new Watch().see(seen(0, 'a.com')).see(seen(10, 'a.com', { presence: 'locked' }))
    expect(recorded(watch.see(seen(20, 'a.com', { presence: 'locked' })))).toEqual(['a.com 0–10'])
  })

  test('sound on a locked screen does not count', () => {
    const watch = new Watch().see(seen(0, 'a.com', { audible: true }))
    expect(recorded(watch.see(seen(10, 'a.com', { presence: 'locked', audible: true })))).toEqual([
      'a.com 0–10',
    ])
  })
})

describe('silence', () => {
  const nextLife: Policy = { ...POLICY, lifeId: 'life 2' }

  test.each([
    ['a silence of three beats is bridged', 15, ['a.com 0–15…']],
    ['a longer silence ends the span before it', 16, ['a.com 0–0.001', 'a.com 16–16…']],
  ])('within one life of the worker, %s', (_rule, gap, expected) => {
    const watch = new Watch().see(seen(0, 'a.com')).see(seen(0.001, 'a.com'))
    expect(recorded(watch.see(seen(gap, 'a.com')))).toEqual(expected)
  })

  test.each([
    ['a silence of one alarm period and its grace is bridged', 35, ['a.com 0–35…']],
    ['a longer silence ends the span before it', 36, ['a.com 0–0.001', 'a.com 36–36…']],
  ])('across a restart of the worker, %s', (_rule, gap, expected) => {
    const watch = new Watch().see(seen(0, 'a.com')).see(seen(0.001, 'a.com'))
    expect(recorded(watch.see(seen(gap, 'a.com'), nextLife))).toEqual(expected)
  })

  test.each([
    ['is bridged', 65, ['a.com 0–65…']],
    ['ends the span if it is longer', 66, ['a.com 0–0.001', 'a.com 66–66…']],
  ])('a silence of a longer alarm period and its grace %s', (_rule, gap, expected) => {
    const policy = { ...nextLife, alarmMs: 60_000 }
    const watch = new Watch().see(seen(0, 'a.com')).see(seen(0.001, 'a.com'))
    expect(recorded(watch.see(seen(gap, 'a.com'), policy))).toEqual(expected)
  })

  test('a span ends at the last beat before a long silence', () => {
    const watch = new Watch().see(seen(0, 'a.com')).beatUntil(20).see(seen(4000, 'a.com'))
    expect(recorded(watch)).toEqual(['a.com 0–20', 'a.com 4000–4000…'])
  })

  test('a page that changed during a long silence begins after it', () => {
    const watch = new Watch().see(seen(0, 'a.com')).beatUntil(20).see(seen(4000, 'b.com'))
    expect(recorded(watch)).toEqual(['a.com 0–20', 'b.com 4000–4000…'])
  })
})

describe('an unannounced change', () => {
  const unannounced: Policy = { ...POLICY, announced: false }

  test('ends the span at the last observation or beat, because its instant is unknown', () => {
    const watch = new Watch().see(seen(0, 'a.com')).beatUntil(20).see(seen(24, null), unannounced)
    expect(recorded(watch)).toEqual(['a.com 0–20'])
  })

  test('begins a new span when it is observed', () => {
    const watch = new Watch().see(seen(0, 'a.com')).beatUntil(20).see(seen(24, 'b.com'), unannounced)
    expect(recorded(watch.see(seen(30, 'b.com'), unannounced))).toEqual(['a.com 0–20', 'b.com 24–30…'])
  })

  test('is not assumed if the same page is in front', () => {
    const watch = new Watch().see(seen(0, 'a.com')).beatUntil(20).see(seen(24, 'a.com'), unannounced)
    expect(recorded(watch)).toEqual(['a.com 0–24…'])
  })
})

describe('restart of the browser', () => {
  test('a new run ends the span at its checkpoint, however short the gap', () => {
    const watch = new Watch().see(seen(0, 'a.com')).beatUntil(20)
    watch.see(seen(22, 'a.com'), { ...POLICY, runId: 'run 2', lifeId: 'life 2' })
    expect(recorded(watch)).toEqual(['a.com 0–20', 'a.com 22–22…'])
  })
})

/** The lid is closed a minute after the last input, before the absence is seen; hours later the machine wakes alone. */
describe('asleep during a film', () => {
  const film = { audible: true, fullscreen: true } as const
  const away = { ...film, presence: 'idle' } as const
  const HOURS = 5 * 3600
  const closed = () => new Watch().see(seen(0, 'a.com', film)).stay(60, 'a.com', film)

  test('counts what was seen before the sleep, and nothing while the machine is awake alone', () => {
    const watch = closed()
      .see(seen(HOURS, 'a.com', away))
      .stay(HOURS + 6000, 'a.com', away)
    expect(recorded(watch)).toEqual(['a.com 0–60'])
  })

  test('counts nothing more if the first look after the sleep fails', () => {
    const failed = seen(HOURS, null, { presence: 'unknown' })
    const watch = closed()
      .see(failed)
      .see(seen(HOURS + 5, 'a.com', away))
      .stay(HOURS + 6000, 'a.com', away)
    expect(recorded(watch)).toEqual(['a.com 0–60'])
  })

  test('counts nothing more if the screen is locked when the machine wakes', () => {
    const locked = seen(HOURS, 'a.com', { ...film, presence: 'locked' })
    const watch = closed()
      .see(locked)
      .see(seen(HOURS + 5, 'a.com', away))
      .stay(HOURS + 6000, 'a.com', away)
    expect(recorded(watch)).toEqual(['a.com 0–60'])
  })

  test('counts nothing more if another film plays after a start of the browser without anybody', () => {
    const policy = { ...POLICY, runId: 'run 2', lifeId: 'life 2' }
    const watch = closed()
      .see(seen(HOURS, 'b.com', away), policy)
      .stay(HOURS + 6000, 'b.com', away, policy)
    expect(recorded(watch)).toEqual(['a.com 0–60'])
  })

  // On Linux, the clock that counts the time without input stands still during sleep: 60 s before it, and 60 s after.
  test('counts nothing more if the absence is seen only after the machine is awake', () => {
    const watch = closed()
      .see(seen(HOURS, 'a.com', film))
      .stay(HOURS + 60, 'a.com', film)
      .see(seen(HOURS + 60, 'a.com', away))
      .stay(HOURS + 6000, 'a.com', away)
    expect(recorded(watch)).toEqual(['a.com 0–60'])
  })

  test('counts on if the lid was opened by somebody who then only watches', () => {
    const watch = closed()
      .see(seen(HOURS, 'a.com', film))
      .stay(HOURS + 119, 'a.com', film)
      .see(seen(HOURS + 119, 'a.com', away))
      .stay(HOURS + 600, 'a.com', away)
    expect(recorded(watch)).toEqual(['a.com 0–60', 'a.com 18000–18600…'])
  })

  test('counts again from the first input', () => {
    const watch = closed()
      .see(seen(HOURS, 'a.com', away))
      .see(seen(HOURS + 10, 'a.com', film))
    expect(recorded(watch.stay(HOURS + 40, 'a.com', film))).toEqual(['a.com 0–60', 'a.com 18010–18040…'])
  })

  test('a short sleep during a film leaves it the rest of its 90 min', () => {
    const watch = closed()
      .see(seen(1200, 'a.com', away))
      .stay(6600, 'a.com', away)
    expect(recorded(watch)).toEqual(['a.com 0–60', 'a.com 1200–5460'])
  })
})

test('sound that comes and goes for hours leaves no more in the state than an absence could take back', () => {
  const watch = new Watch().see(seen(0, 'a.com'))
  let largest = 0
  for (let at = 2; at < 3 * 3600; at += 2) {
    watch.see(seen(at, 'a.com', { audible: at % 4 === 0 }), { ...POLICY, idleIntervalMs: 600_000 })
    largest = Math.max(largest, JSON.stringify(watch.state).length)
  }
  expect(largest).toBeLessThan(4096)
  expect(watch.recorded).toEqual(['a.com 0–10798…'])
})

test('sound that comes and goes is exempt where it was heard, once the person turns out to be away', () => {
  const watch = new Watch().see(seen(0, 'a.com'))
  for (let at = 10; at <= 400; at += 10) watch.see(seen(at, 'a.com', { audible: at % 40 < 20 }))
  watch.see(seen(410, 'a.com', { presence: 'idle' }))
  // The last input was at 290. Sound was heard from 280 to 290, from 320 to 330 and so on.
  const heard = [320, 360].map((from) => `a.com ${from}–${from + 10}`)
  expect(watch.recorded).toEqual(['a.com 0–290', ...heard])
})
