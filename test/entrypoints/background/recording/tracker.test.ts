import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Attention, Observation } from '../../../../domain/record/attention'
import type { Day } from '../../../../domain/time/local-time'
import type { Span } from '../../../../domain/record/span'
import { createSteadyLedger } from '../../../../entrypoints/background/recording/steady-ledger'
import type { Facts } from '../../../../entrypoints/background/context'
import { type Parts, Tracker } from '../../../../entrypoints/background/recording/tracker'
import { restOfState, restOfStep, restThat } from '../../../../domain/record/deletion'
import type { HeldStep } from '../../../../domain/record/held-step'
import { NOON, POLICY, seen } from '../../../fixtures/watch'

/** A fake world for the worker: the front page, a database that can fail, and a log of calls. */
function surroundings() {
  const world = {
    front: 'a.com' as string | null,
    /** Whether a browser window has focus but shows nothing to record. */
    isEmptyTab: false,
    presence: 'active' as Observation['presence'],
    audible: false,
    tellsOfFocus: true,
    isPaused: false,
    unknown: null as unknown,
    failures: [] as unknown[],
    broken: false,
    excluded: new Set<string>(),
    state: null as Attention | null,
    spans: new Map<string, Span>(),
    session: null as HeldStep | null,
    deletion: null as string | null,
    guarded: [] as number[],
    beats: [] as number[],
    isGuarding: false,
    hasRules: false,
    alarm: [] as boolean[],
    looks: 0,
    writes: 0,
    shown: [] as unknown[],
    sealed: [] as Day[],
    unsealed: [] as Day[],
    reported: [] as unknown[],
    duringLook: null as (() => Promise<void>) | null,
  }
  const parts = (): Parts => ({
    now: Date.now,
    look: async () => {
      world.looks += 1
      await world.duringLook?.()
      const observation = {
        ...seen(0, world.front, { presence: world.presence, audible: world.audible }),
        at: Date.now(),
      }
      return {
        seen: observation,
        inFront: world.front !== null || world.isEmptyTab,
        isPaused: world.isPaused,
        attended: null,
        frontWindow: null,
        beneath: null,
      }
    },
    glance: world.tellsOfFocus ? null : async () => world.front !== null || world.isEmptyTab,
    facts: async () => {
      if (world.unknown) throw world.unknown
      return {} as Facts
    },
    policyOf: () => POLICY,
    showFailure: async (error) => {
      world.failures.push(error)
    },
    ledger: createSteadyLedger({
      mayRecord: (surface) => !world.excluded.has(surface),
      saveStep: async (advance) => {
        const step = await advance(world.state)
        if (world.broken) throw new Error('QuotaExceededError')
        if (step.nothingNew) return step
        world.writes += 1
        world.state = step.state
        for (const id of step.dropped) world.spans.delete(id)
        for (const span of step.spans) world.spans.set(span.id, span)
        return step
      },
      saveBeat: async (advance) => {
        if (world.broken) throw new Error('QuotaExceededError')
        const next = world.state && advance(world.state)
        if (next) world.state = next
        if (next) world.writes += 1
        return next !== null
      },
      readHolding: async () => ({ held: world.session, deletion: world.deletion }),
      holdStep: async (make) => {
        world.session = make({ held: world.session, deletion: world.deletion })
      },
      releaseStep: async () => {
        world.session = null
      },
    }),
    guard: async ({ seen: { at } }) => {
      world.guarded.push(at)
    },
    isGuarding: () => world.isGuarding,
    hasRules: () => world.hasRules,
    guardBeat: async (at) => {
      world.guarded.push(at)
    },
    sealOldestDay: async (lastDay) => {
      world.sealed.push(lastDay)
      return world.unsealed.shift() ?? null
    },
    setAlarm: async (on) => {
      world.alarm.push(on)
    },
    show: async (_state, trouble) => {
      world.shown.push(trouble)
    },
    showBeat: async (_facts, at) => {
      world.beats.push(at)
    },
    report: (error) => {
      world.reported.push(error)
    },
  })
  const recorded = () =>
    [...world.spans.values()].map(
      ({ surface, start, end }) => `${surface} ${(start - NOON) / 1000}–${(end - NOON) / 1000}`,
    )
  return { world, parts, recorded }
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

describe('one queue', () => {
  test('merges ten simultaneous hints into two looks: one running and one waiting', async () => {
    const { world, parts } = surroundings()
    const tracker = new Tracker(parts())
    const first = tracker.hint()
    await Promise.resolve()
    await Promise.all([first, ...Array.from({ length: 9 }, () => tracker.hint())])
    expect(world.looks).toBe(2)
  })

  test('makes another look after a hint during a look', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    let late: Promise<void> | null = null
    world.duringLook = async () => {
      world.duringLook = null
      late = tracker.hint()
    }
    await tracker.hint()
    world.front = 'b.com'
    await late
    expect(world.looks).toBe(2)
    expect(world.state?.open?.surface).toBe('b.com')
    expect(recorded()).toEqual([])
  })

  test('reports a failed look, ends the span and goes on with the next look', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    await pass(4)
    world.duringLook = async () => {
      world.duringLook = null
      throw new Error('no window')
    }
    await tracker.hint()
    expect(recorded()).toEqual(['a.com 0–4'])
    await tracker.hint()
    expect(world.reported).toHaveLength(1)
    expect(world.state?.open?.start).toBe(NOON + 4000)
  })
})

describe('a failed look', () => {
  const fail = (world: ReturnType<typeof surroundings>['world']) => {
    world.duringLook = async () => {
      world.duringLook = null
      throw new Error('no window')
    }
  }

  test('is repeated one beat later', async () => {
    const { world, parts } = surroundings()
    fail(world)
    await new Tracker(parts()).hint()
    expect(world.state?.open).toBeNull()
    await pass(5)
    expect(world.state?.open?.surface).toBe('a.com')
  })

  test('does not count as a return: an exempt page still ends after 90 minutes', async () => {
    const { world, parts } = surroundings()
    const tracker = new Tracker(parts())
    world.audible = true
    await tracker.hint()
    await pass(120)
    world.presence = 'idle'
    const minute = async () => {
      await tracker.hint(false)
      await pass(30)
    }
    for (let time = 0; time < 100; time += 1) await minute()
    fail(world)
    for (let time = 0; time < 200; time += 1) await minute()
    const ends = [...world.spans.values()].map(({ end }) => end)
    expect((Math.max(...ends) - NOON) / 60_000).toBeLessThanOrEqual(90)
    expect(world.state?.open).toBeNull()
  })
})

describe('between events', () => {
  test('a beat moves the checkpoint every five seconds without a look while a page is in front', async () => {
    const { world, parts } = surroundings()
    await new Tracker(parts()).hint()
    await pass(21)
    expect(world.state?.open?.end).toBe(NOON + 20_000)
    expect(world.looks).toBe(1)
    expect(world.writes).toBe(5)
    expect(world.beats).toEqual([5, 10, 15, 20].map((seconds) => NOON + seconds * 1000))
  })

  test('the alarm is set once when the person comes and cleared once when they leave', async () => {
    const { world, parts } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    await tracker.hint()
    world.front = null
    await tracker.hint()
    await tracker.hint()
    expect(world.alarm).toEqual([true, false])
  })

  test('the alarm and beats run while a rule covers the front page, even if it is not recorded', async () => {
    const { world, parts } = surroundings()
    world.front = null
    world.isEmptyTab = true
    world.isGuarding = true
    await new Tracker(parts()).hint()
    expect(world.alarm).toEqual([true])
    await pass(21)
    expect(world.guarded).toEqual([0, 5, 10, 15, 20].map((seconds) => NOON + 1000 * seconds))
    expect(world.spans.size).toBe(0)
  })

  test('nothing is written and no timer runs while the person is away', async () => {
    const { world, parts } = surroundings()
    const tracker = new Tracker(parts())
    world.front = null
    await tracker.hint()
    const writes = world.writes
    await pass(600)
    await tracker.hint()
    expect(world.writes).toBe(writes)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a late beat makes a look, which ends the span where it was last seen', async () => {
    const { world, parts, recorded } = surroundings()
    await new Tracker(parts()).hint()
    await pass(10)
    vi.setSystemTime(NOON + 3_600_000)
    await pass(5)
    expect(recorded()).toEqual(['a.com 0–10'])
    expect(world.looks).toBe(2)
  })
})

describe('if the browser does not report focus changes', () => {
  const silent = () => {
    const all = surroundings()
    all.world.tellsOfFocus = false
    return all
  }

  test('another program in front ends the span at the last beat', async () => {
    const { world, parts, recorded } = silent()
    await new Tracker(parts()).hint()
    await pass(12)
    world.front = null
    await pass(5)
    expect(recorded()).toEqual(['a.com 0–10'])
  })

  test('a return is seen within one beat, and nothing is written before it', async () => {
    const { world, parts } = silent()
    world.front = null
    await new Tracker(parts()).hint()
    const writes = world.writes
    await pass(600)
    expect(world.writes).toBe(writes)
    world.front = 'a.com'
    await pass(5)
    expect(world.state?.open?.start).toBe(NOON + 605_000)
  })

  test('an empty tab in front needs no alarm or timer, because opening a page is reported', async () => {
    const { world, parts } = silent()
    world.front = null
    world.isEmptyTab = true
    await new Tracker(parts()).hint()
    expect(world.alarm).toEqual([false])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a beat checks only the focus while a page is in front', async () => {
    const { world, parts } = silent()
    await new Tracker(parts()).hint()
    await pass(25.5)
    expect(world.looks).toBe(1)
  })

  test('a look comes every 30 s without an alarm while the worker lives', async () => {
    const { world, parts } = silent()
    await new Tracker(parts()).hint()
    await pass(91)
    expect(world.looks).toBe(4)
  })

  test('no alarm or timer runs while the person is away', async () => {
    const { world, parts } = silent()
    const tracker = new Tracker(parts())
    await tracker.hint()
    world.presence = 'idle'
    await tracker.hint()
    await pass(5)
    expect(world.alarm).toEqual([true, false])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a beat that falls due during a look', () => {
  /** A look that takes 20 ms, begun 10 ms before the next beat. */
  const lookAcrossBeat = async ({ world }: ReturnType<typeof surroundings>, tracker: Tracker) => {
    await pass(4.99)
    world.duringLook = () => new Promise((resolve) => setTimeout(resolve, 20))
    const looked = tracker.hint()
    await pass(0.02)
    await looked
    world.duringLook = null
  }

  test('leaves only one timer', async () => {
    const all = surroundings()
    const tracker = new Tracker(all.parts())
    await tracker.hint()
    for (let time = 0; time < 10; time += 1) await lookAcrossBeat(all, tracker)
    expect(vi.getTimerCount()).toBe(1)
  })

  test('is not written after it', async () => {
    const all = surroundings()
    const tracker = new Tracker(all.parts())
    await tracker.hint()
    await lookAcrossBeat(all, tracker)
    expect(all.world.writes).toBe(2)
    await pass(4.9)
    expect(all.world.writes).toBe(2)
    await pass(0.2)
    expect(all.world.writes).toBe(3)
  })

  test.each([true, false])('is the last one if the person is away (focus reported: %s)', async (tells) => {
    const all = surroundings()
    all.world.tellsOfFocus = tells
    const tracker = new Tracker(all.parts())
    await tracker.hint()
    all.world.presence = 'idle'
    await lookAcrossBeat(all, tracker)
    await pass(10)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is the last one if another program is in front and the browser reports a return', async () => {
    const all = surroundings()
    const tracker = new Tracker(all.parts())
    await tracker.hint()
    all.world.front = null
    await lookAcrossBeat(all, tracker)
    await pass(10)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('an event', () => {
  test('during the look for another event announces the change to the next look', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    await pass(12)
    let later: Promise<void> | null = null
    world.duringLook = async () => {
      world.duringLook = null
      later = tracker.hint()
    }
    await tracker.hint()
    vi.setSystemTime(NOON + 13_500)
    world.front = 'b.com'
    await later
    expect(recorded()).toEqual(['a.com 0–13.5'])
  })

  test('during the look for an alarm announces the change to that look', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    await pass(12)
    world.duringLook = async () => {
      world.duringLook = null
      world.front = 'b.com'
      void tracker.hint()
    }
    await tracker.hint(false)
    await tracker.hint()
    expect(recorded()).toEqual(['a.com 0–12'])
  })
})

describe('old days', () => {
  test('are sealed one per look, up to the day that ended 36 h ago, then checked once an hour', async () => {
    const { world, parts } = surroundings()
    world.unsealed = ['2026-11-20', '2026-11-21']
    const tracker = new Tracker(parts())
    for (let look = 0; look < 5; look += 1) await tracker.hint()
    expect(world.sealed).toEqual(Array.from({ length: 3 }, () => '2026-11-21'))
    vi.setSystemTime(NOON + 3_600_000)
    await tracker.hint()
    expect(world.sealed).toHaveLength(4)
  })

  test('are not sealed while nothing can be written', async () => {
    const { world, parts } = surroundings()
    world.broken = true
    await new Tracker(parts()).hint()
    expect(world.sealed).toEqual([])
  })
})

describe('a failure outside the database', () => {
  test('is shown and retried until it works', async () => {
    const { world, parts } = surroundings()
    world.unknown = new Error('settings cannot be read')
    await new Tracker(parts()).hint()
    expect(world.failures).toEqual([world.unknown])
    world.unknown = null
    await pass(5)
    expect(world.state?.open?.surface).toBe('a.com')
  })
})

describe('a pause', () => {
  test('sets no alarm and no timer, even if the browser does not report focus changes', async () => {
    const { world, parts } = surroundings()
    world.tellsOfFocus = false
    world.isPaused = true
    world.front = null
    await new Tracker(parts()).hint()
    expect(world.alarm).toEqual([false])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('does not pause rules: a return from another program is seen', async () => {
    const { world, parts } = surroundings()
    world.tellsOfFocus = false
    world.isPaused = true
    world.hasRules = true
    world.front = null
    await new Tracker(parts()).hint()
    world.front = 'a.com'
    await pass(5)
    expect(world.looks).toBe(2)
  })
})

describe('absence', () => {
  test('seen by a look leads to one more look, in case no event reports the return', async () => {
    const { world, parts } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    world.presence = 'idle'
    await tracker.hint()
    world.presence = 'active'
    await pass(2)
    expect(world.state?.open?.surface).toBe('a.com')
  })

  test('that lasts leads to no further look', async () => {
    const { world, parts } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    world.presence = 'idle'
    await tracker.hint()
    await pass(600)
    expect(world.looks).toBe(3)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a worker that starts while nothing can be read', () => {
  /** Leaves a span open from an earlier worker, then breaks the database. */
  const leftOpen = async (all: ReturnType<typeof surroundings>) => {
    await new Tracker(all.parts()).hint()
    await pass(20)
    vi.clearAllTimers()
    vi.setSystemTime(NOON + 20_000)
    all.world.broken = true
    all.world.front = 'b.com'
  }

  test('keeps the span that was open before', async () => {
    const all = surroundings()
    await leftOpen(all)
    const tracker = new Tracker(all.parts())
    await tracker.hint()
    await pass(4)
    all.world.broken = false
    await pass(5)
    expect(all.recorded()).toEqual(['a.com 0–20'])
    expect(all.world.state?.open).toMatchObject({ surface: 'b.com', start: NOON + 20_000 })
  })

  test('takes back time after the last input, even if it sees the absence before it can read', async () => {
    const all = surroundings()
    await new Tracker(all.parts()).hint()
    await pass(95)
    vi.clearAllTimers()
    vi.setSystemTime(NOON + 130_000)
    all.world.broken = true
    all.world.presence = 'idle'
    const tracker = new Tracker(all.parts())
    await tracker.hint()
    all.world.presence = 'active'
    await pass(10)
    all.world.broken = false
    await tracker.hint()
    expect(all.recorded()).toEqual(['a.com 0–10'])
  })

  test('does not write spans of excluded sites, not even the open span', async () => {
    const all = surroundings()
    await leftOpen(all)
    const tracker = new Tracker(all.parts())
    await tracker.hint()
    all.world.excluded.add('b.com')
    all.world.broken = false
    all.world.front = null
    await tracker.hint()
    expect(all.recorded()).toEqual(['a.com 0–20'])
    expect(all.world.state?.open).toBeNull()
  })
})

describe('while nothing can be written', () => {
  const switchPages = async (tracker: { hint: () => Promise<void> }, world: { front: string | null }) => {
    for (const surface of ['b.com', 'c.com', 'd.com']) {
      await pass(4)
      world.front = surface
      await tracker.hint()
    }
  }

  test('trouble is shown, and spans are written once it is over', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    world.broken = true
    await switchPages(tracker, world)
    expect(world.shown.at(-1)).toBeInstanceOf(Error)
    expect(recorded()).toEqual([])
    world.broken = false
    await pass(5)
    expect(recorded()).toEqual(['a.com 0–4', 'b.com 4–8', 'c.com 8–12'])
    expect(world.shown.at(-1)).toBeNull()
    expect(world.session).toBeNull()
  })

  test('time confirmed by earlier beats is not lost', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    await pass(21)
    world.broken = true
    world.front = 'b.com'
    await tracker.hint()
    world.broken = false
    await tracker.hint()
    expect(recorded()).toEqual(['a.com 0–21'])
  })

  /** What a page does when it deletes. */
  const forget = (world: ReturnType<typeof surroundings>['world'], site: string) => {
    const rest = restThat((span) => span.site !== site)
    world.deletion = `without ${site}`
    if (world.session) world.session = restOfStep(world.session, rest)
    if (world.state) world.state = restOfState(world.state, rest)
    for (const [id, span] of world.spans) if (span.site === site) world.spans.delete(id)
  }

  test('held spans of a forgotten site do not come back', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    world.broken = true
    await switchPages(tracker, world)
    forget(world, 'b.com')
    world.broken = false
    await tracker.hint()
    expect(recorded()).toEqual(['a.com 0–4', 'c.com 8–12'])
  })

  test('held spans of a forgotten site do not come back after a restart of the worker', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    world.broken = true
    await switchPages(tracker, world)
    forget(world, 'b.com')
    vi.clearAllTimers()
    world.broken = false
    await new Tracker(parts()).hint()
    expect(recorded()).toEqual(['a.com 0–4', 'c.com 8–12'])
  })

  test('what the worker remembers of a forgotten site is not held when writing fails afterwards', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    await pass(4)
    forget(world, 'a.com')
    world.broken = true
    await switchPages(tracker, world)
    world.broken = false
    await tracker.hint()
    // The time before second 4 was deleted; a.com stays in front until second 8.
    expect(recorded()).toEqual(['a.com 5–8', 'b.com 8–12', 'c.com 12–16'])
  })

  test('spans of a site that is excluded while nothing can be written are not held any longer', async () => {
    const { world, parts } = surroundings()
    const tracker = new Tracker(parts())
    world.broken = true
    await tracker.hint()
    await switchPages(tracker, world)
    world.excluded.add('b.com')
    await tracker.hint()
    expect(JSON.stringify(world.session)).not.toContain('b.com')
  })

  test('held spans outlive the worker', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    await tracker.hint()
    world.broken = true
    await switchPages(tracker, world)
    vi.clearAllTimers()
    world.broken = false
    await new Tracker(parts()).hint()
    expect(recorded()).toEqual(['a.com 0–4', 'b.com 4–8', 'c.com 8–12'])
  })

  test('recording works from the first look', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    world.broken = true
    await tracker.hint()
    await switchPages(tracker, world)
    world.broken = false
    await tracker.hint()
    expect(recorded()).toEqual(['a.com 0–4', 'b.com 4–8', 'c.com 8–12'])
  })

  test('held spans of a site found to be excluded are dropped', async () => {
    const { world, parts, recorded } = surroundings()
    const tracker = new Tracker(parts())
    world.broken = true
    await tracker.hint()
    await switchPages(tracker, world)
    world.broken = false
    world.excluded.add('b.com')
    await tracker.hint()
    expect(recorded()).toEqual(['a.com 0–4', 'c.com 8–12'])
    expect(world.state?.recent.map(({ surface }) => surface)).toEqual(['a.com', 'c.com'])
  })
})
