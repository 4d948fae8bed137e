/** Cases that random lives are too short for: full areas, refusals that repeat, clocks that jump, very much to say. */
import { beforeEach, expect, test } from 'vitest'
import { AREA, areaBytes } from '../../domain/devices/area'
import type { DayTime } from '../../domain/devices/item'
import { emptyRow, usageKey } from '../../domain/firewall/usage-row'
import { addDays, calendarDay, DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import { minutes, ruleOf } from '../fixtures/rules'
import { Engine } from './devices/engine'
import { SimDevice } from './devices/sim-device'

const START = Date.UTC(2026, 10, 2, 12)
const TODAY = calendarDay(START, 0)

const clock = { now: START }
const engine = new Engine()

beforeEach(() => {
  clock.now = START
  engine.cloud = {}
  engine.replicas = []
})

function devices(count: number): SimDevice[] {
  const made = Array.from({ length: count }, (_, index) => new SimDevice(index + 1, clock, 0, true))
  engine.replicas = made.map(({ replica }) => replica)
  return made
}

async function meet(made: readonly SimDevice[], rounds = 1, everyMs = MINUTE_MS): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    clock.now += everyMs
    for (const device of made) {
      await device.exchange()
      engine.settle()
    }
  }
}

const writesOf = (made: readonly SimDevice[]): number =>
  made.reduce((sum, { replica }) => sum + replica.writes, 0)

/** So many bytes of others. */
const ballast = (bytes: number): Record<string, string> => {
  const area: Record<string, string> = {}
  for (let left = bytes, count = 0; left > 0; count += 1) {
    const key = `ballast${count}`.padEnd(10)
    const most = Math.min(left, 8000)
    area[key] = 'x'.repeat(Math.max(0, most - key.length - 2))
    left -= most
  }
  return area
}

const weeks = (count: number, sites: number): DayTime[] =>
  Array.from({ length: 7 * count * sites }, (_, number) => ({
    day: addDays(TODAY, -Math.floor(number / sites)),
    surface: `site${(number * 7919) % 1000}.example`,
    ms: 1 + ((number * 104_729) % 9_000_000),
    opens: number % 50,
  }))

const useOfRules = (device: SimDevice, count: number): void => {
  for (let rule = 0; rule < count; rule += 1)
    for (let back = 0; back < 8; back += 1) {
      const row = emptyRow(`rule${(rule * 7919) % 9999}`, addDays(TODAY, -back))
      const whole = {
        ...row,
        ms: 1 + rule * 7919,
        opens: back,
        amount: Math.sqrt(rule + back + 2),
        currency: 'EUR',
      }
      device.profile.usage.set(usageKey(row), whole)
    }
}

test('weeks for which there is no room are not tried again and again', async () => {
  const made = devices(3)
  for (const device of made) device.measured = weeks(20, 60)
  await meet(made, 4, 31 * MINUTE_MS)
  const before = writesOf(made)
  await meet(made, 8, 31 * MINUTE_MS)
  expect(writesOf(made) - before).toBe(0)
  for (const { replica } of made) {
    expect(replica.overQuota).toBe(0)
    expect(areaBytes(replica.area)).toBeGreaterThan(60_000)
  }
})

test('a device alone sends half a year of what fits, and nothing of it twice', async () => {
  const [one] = devices(1)
  one!.measured = weeks(40, 20)
  await meet([one!], 2, 31 * MINUTE_MS)
  expect(Object.keys(one!.replica.area).filter((key) => key.includes('.days'))).toHaveLength(26)
  const before = one!.replica.writes
  await meet([one!], 10, 31 * MINUTE_MS)
  expect(one!.replica.writes).toBe(before)
})

test('day totals of others are kept when they change, not at every exchange', async () => {
  const made = devices(2)
  const [one, two] = made
  await meet(made, 5)
  expect(two!.profile.totals.get(one!.profile.id)).toHaveLength(1)
  const kept = two!.totalsKept
  await meet(made, 20)
  expect(two!.totalsKept).toBe(kept)
  one!.measured = weeks(2, 3)
  await meet(made, 2, 31 * MINUTE_MS)
  expect(two!.totalsKept).toBe(kept + 1)
  expect(two!.profile.totals.get(one!.profile.id)).toHaveLength(42)
})

test('the use of very many rules is sent without its earliest days, and today’s is heard', async () => {
  const made = devices(2)
  useOfRules(made[0]!, 90)
  await meet(made, 2)
  expect(made[1]!.usedOn('rule0', TODAY)).toBe(1)
  expect(made[0]!.profile.mark.trouble).toBeNull()
  const before = writesOf(made)
  await meet(made, 10)
  expect(writesOf(made)).toBe(before)
})

test('an area at 100 % is said, is tried later and later, and everything is sent once there is room', async () => {
  const made = devices(2)
  const [one, two] = made
  await meet(made, 2)
  engine.cloud = { ...engine.cloud, ...ballast(AREA.bytes - areaBytes(engine.cloud)) }
  engine.settle()
  one!.say('reddit.com', { kind: 'feed' })
  one!.use('abc', TODAY, 60_000)
  const before = writesOf(made)
  await meet(made, 600)
  expect(one!.profile.mark.trouble?.type).toBe('full')
  expect(writesOf(made) - before).toBeLessThan(20)
  expect(two!.usedOn('abc', TODAY)).toBe(0)
  engine.cloud = Object.fromEntries(
    Object.entries(engine.cloud).filter(([key]) => !key.startsWith('ballast')),
  )
  engine.settle()
  await meet(made, 62)
  expect(one!.profile.mark).toMatchObject({ trouble: null, refused: 0 })
  expect(two!.usedOn('abc', TODAY)).toBe(60_000)
  expect(two!.state()).toEqual(one!.state())
})

test('words that find no room keep back no use, and that is said', async () => {
  const made = devices(2)
  const [one, two] = made
  engine.cloud = ballast(AREA.bytes - 8000)
  engine.settle()
  for (let site = 1; site < 1000; site += 1)
    one!.say(`${(site * 7919 * 104_729 * 1299).toString(36)}.example`, { worthQuarters: site % 9 })
  one!.use('abc', TODAY, 60_000)
  await meet(made, 3)
  expect(two!.usedOn('abc', TODAY)).toBe(60_000)
  expect(one!.profile.mark.trouble?.type).toBe('full')
  const before = writesOf(made)
  await meet(made, 20)
  expect(writesOf(made)).toBe(before)
  engine.cloud = Object.fromEntries(
    Object.entries(engine.cloud).filter(([key]) => !key.startsWith('ballast')),
  )
  engine.settle()
  await meet(made, 3)
  expect(one!.profile.mark.trouble).toBeNull()
  expect(two!.state()).toEqual(one!.state())
})

test('a browser that refuses every write is asked less and less often, and nothing is lost', async () => {
  const made = devices(2)
  const [one, two] = made
  await meet(made, 2)
  one!.say('reddit.com', { kind: 'feed' })
  const before = one!.replica.writes
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    clock.now += MINUTE_MS
    one!.replica.refusesNext = true
    await one!.exchange()
  }
  // After 1, 2, 4, … 32 minutes, then once an hour.
  expect(one!.replica.writes - before).toBeLessThan(31)
  expect(one!.profile.mark.trouble?.type).toBe('full')
  one!.replica.refusesNext = false
  await meet(made, 61)
  expect(two!.state()).toEqual(one!.state())
  expect(one!.profile.mark).toMatchObject({ trouble: null, refused: 0 })
})

test.each([-365 * DAY_MS, 365 * DAY_MS, 80 * 365 * DAY_MS])(
  'a clock that jumps by %i ms and back keeps nobody from hearing what is said later',
  async (jump) => {
    const made = devices(2)
    const [one, two] = made
    await meet(made, 2)
    one!.skewMs = jump
    one!.say('reddit.com', { kind: 'feed' })
    await meet(made, 3)
    expect(two!.state()).toEqual(one!.state())
    two!.say('reddit.com', { kind: 'video' })
    await meet(made, 3)
    one!.skewMs = 0
    one!.say('reddit.com', { worthQuarters: 1 })
    await meet(made, 3)
    expect(one!.state()).toMatchObject({
      opinions: [{ surface: 'reddit.com', kind: 'video', worthQuarters: 1 }],
    })
    expect(two!.state()).toEqual(one!.state())
    two!.say('reddit.com', { kind: null, worthQuarters: null })
    await meet(made, 3)
    for (const device of made) expect(device.state()).toMatchObject({ opinions: [] })
    const before = writesOf(made)
    await meet(made, 5)
    expect(writesOf(made)).toBe(before)
  },
)

test('a device that hears and never can write changes nothing for the others', async () => {
  const made = devices(3)
  const [one, two, mute] = made
  mute!.say('youtube.com', { kind: 'video' })
  one!.say('reddit.com', { kind: 'feed' })
  for (let round = 0; round < 5; round += 1) {
    mute!.replica.refusesNext = true
    await meet(made)
  }
  expect(two!.state()).toEqual(one!.state())
  expect(one!.state()).toMatchObject({ opinions: [{ surface: 'reddit.com' }] })
  expect(mute!.state()).toMatchObject({ opinions: [{ surface: 'reddit.com' }, { surface: 'youtube.com' }] })
})

test('words that are taken back are forgotten after 90 days, everywhere, and nothing comes back', async () => {
  const made = devices(3)
  for (const device of made) device.measured = []
  const rule = ruleOf({ id: 'aaaaaaaa', bound: minutes(30) })
  made[0]!.addRule(rule)
  made[0]!.say('reddit.com', { kind: 'feed' })
  await meet(made, 3, HOUR_MS)
  made[1]!.say('reddit.com', { kind: null })
  made[1]!.wish('aaaaaaaa', () => null)
  await meet(made, 3, DAY_MS)
  expect(made[2]!.profile.words.size).toBe(2)
  await meet(made, 92, DAY_MS)
  for (const device of made) {
    expect(device.profile.words.size).toBe(0)
    expect(device.state()).toMatchObject({ opinions: [], rules: [] })
  }
  expect(Object.keys(engine.cloud).some((key) => key.includes('.words'))).toBe(false)
})

test('five devices with 400 opinions each say all of them', async () => {
  const made = devices(5)
  for (const [index, device] of made.entries())
    for (let site = 0; site < 400; site += 1)
      device.say(`site${site}of${index}.example`, { worthQuarters: site % 9 })
  await meet(made, 4)
  for (const device of made) expect(device.profile.words.size).toBe(2000)
  for (const { profile } of made) expect(profile.mark.trouble).toBeNull()
})

test('five devices with 1500 opinions each: more than the area holds is said, and use goes all the same', async () => {
  const made = devices(5)
  for (const [index, device] of made.entries()) {
    for (let site = 1; site <= 1500; site += 1)
      device.say(`${(site * 7919 * 104_729 * 1299 + index).toString(36)}.example`, {
        worthQuarters: site % 9,
      })
    device.use('abc', TODAY, 60_000)
  }
  await meet(made, 4)
  expect(made.some(({ profile }) => profile.mark.trouble?.type === 'full')).toBe(true)
  for (const device of made) {
    expect(device.usedOn('abc', TODAY)).toBe(5 * 60_000)
    expect(device.replica.overQuota).toBe(0)
  }
  const before = writesOf(made)
  await meet(made, 3)
  expect(writesOf(made)).toBe(before)
})

test('a device that lost its database hears its own words again', async () => {
  const [one] = devices(1)
  one!.say('reddit.com', { kind: 'feed' })
  await meet([one!], 2)
  one!.profile = { ...one!.profile, opinions: new Map(), words: new Map(), rules: [], usage: new Map() }
  await meet([one!], 2)
  expect(one!.state()).toMatchObject({ opinions: [{ surface: 'reddit.com', kind: 'feed' }] })
})

test('the person’s own press writes at once, but for that once a minute', async () => {
  const [one] = devices(1)
  await meet([one!])
  one!.say('reddit.com', { kind: 'feed' })
  clock.now += 1000
  await one!.exchange()
  expect(one!.replica.writes).toBe(1)
  await one!.exchange(true)
  expect(one!.replica.writes).toBe(2)
})

test('a device that says nothing is heard of once a day', async () => {
  const [one] = devices(1)
  one!.measured = []
  await meet([one!])
  const before = one!.replica.writes
  await meet([one!], 50, HOUR_MS)
  expect(one!.replica.writes - before).toBe(2)
})

test('day totals that grow are sent every half hour', async () => {
  const [one] = devices(1)
  await meet([one!])
  const before = one!.replica.writes
  for (let minute = 1; minute <= 90; minute += 1) {
    one!.measured = [{ day: TODAY, surface: 'reddit.com', ms: minute * MINUTE_MS, opens: 1 }]
    await meet([one!])
  }
  expect(one!.replica.writes - before).toBe(3)
})

test('a refusal for another reason than room is told as such, and forgotten once it is over', async () => {
  const [one] = devices(1)
  await meet([one!])
  one!.replica.refusesWith = 'Storage is broken'
  one!.say('reddit.com', { kind: 'feed' })
  await meet([one!])
  expect(one!.profile.mark.trouble?.type).toBe('refused')
  one!.say('reddit.com', { kind: null })
  await meet([one!], 3)
  expect(one!.profile.mark.trouble).toBeNull()
})

test('what was written is known as its own, also if the browser ends before the write is over', async () => {
  const [one] = devices(1)
  await meet([one!])
  one!.say('reddit.com', { kind: 'feed' })
  one!.replica.refusesWith = 'The browser ends'
  const { id } = one!.profile
  clock.now += MINUTE_MS
  const area = structuredClone(one!.replica.area)
  await one!.exchange()
  expect(one!.profile.mark.sent?.seq).toBeGreaterThan(one!.profile.mark.earlier[0]?.seq ?? 0)
  one!.replica.area = area
  one!.restart()
  await meet([one!], 3)
  expect(one!.profile.id).toBe(id)
})

test('a copy that ends before it keeps its new id takes one at its next start', async () => {
  const made = devices(2)
  const [one, two] = made
  await meet([one!])
  const copy = one!.copied()
  one!.use('abc', TODAY, 60_000)
  await meet([one!], 2)
  two!.become(copy)
  const { id } = two!.profile
  engine.settle()
  clock.now += MINUTE_MS
  await two!.exchange()
  expect(two!.profile.id).not.toBe(id)
  two!.profile = { ...two!.profile, id, mark: { ...two!.profile.mark, sent: null, earlier: [] } }
  // The smaller name of a run would stay.
  two!.run = '00000000'
  await meet(made, 3)
  expect(two!.profile.id).not.toBe(id)
  expect(one!.profile.id).toBe(id)
  for (const device of made) expect(device.usedOn('abc', TODAY)).toBe(60_000)
})

test('what was said after devices met is dated, also if it is about something new', async () => {
  const made = devices(2)
  const [one, two] = made
  await meet(made, 2)
  clock.now += MINUTE_MS
  two!.say('reddit.com', { kind: 'feed' })
  await two!.exchange()
  clock.now += MINUTE_MS
  one!.say('reddit.com', { kind: 'video' })
  await one!.exchange()
  engine.settle()
  await meet(made, 2)
  for (const device of made) expect(device.state()).toMatchObject({ opinions: [{ kind: 'video' }] })
})

test('what is said on a copy as it parts is dated, too', async () => {
  const made = devices(2)
  const [one, two] = made
  one!.say('youtube.com', { kind: 'video' })
  await meet([one!])
  two!.become(one!.copied())
  clock.now += MINUTE_MS
  one!.say('reddit.com', { kind: 'feed' })
  await one!.exchange()
  engine.settle()
  clock.now += MINUTE_MS
  two!.say('reddit.com', { kind: 'video' })
  await meet(made.toReversed(), 3)
  for (const device of made)
    expect(device.state()).toMatchObject({ opinions: [{ kind: 'video' }, { kind: 'video' }] })
})

test('a copy sends its day totals under its new id at once', async () => {
  const made = devices(2)
  const [one, two] = made
  await meet([one!], 2)
  two!.become(one!.copied())
  one!.say('reddit.com', { kind: 'feed' })
  await meet([one!])
  await meet([two!])
  expect(two!.profile.id).not.toBe(one!.profile.id)
  expect(Object.keys(engine.cloud).filter((key) => key.includes(`${two!.profile.id}.days`))).toHaveLength(1)
})

test('a copy that wrote first hears of the other, also if that one has nothing new to say', async () => {
  const made = devices(2)
  const [one, two] = made
  await meet([one!], 2)
  two!.become(one!.copied())
  const { id } = one!.profile
  two!.say('reddit.com', { kind: 'feed' })
  await meet([two!])
  await meet(made, 2)
  expect(one!.profile.id).toBe(id)
  expect(two!.profile.id).not.toBe(id)
})

test('a profile that was set back and wrote before it heard is heard at once', async () => {
  const made = devices(2)
  const [one, two] = made
  await meet(made)
  const copy = one!.copied()
  for (let use = 0; use < 5; use += 1) {
    one!.use('abc', TODAY, 1000)
    await meet(made)
  }
  one!.become(copy)
  one!.use('abc', TODAY, 60_000)
  clock.now += MINUTE_MS
  await one!.exchange()
  engine.settle()
  await two!.exchange()
  expect(two!.usedOn('abc', TODAY)).toBe(60_000)
})

test('a browser that ends as soon as it has written knows its own item at the next start', async () => {
  const [one] = devices(1)
  await meet([one!])
  const { id } = one!.profile
  one!.say('reddit.com', { kind: 'feed' })
  let ended = one!.profile
  one!.replica.written = () => void (ended = structuredClone(one!.profile))
  await meet([one!])
  one!.profile = ended
  one!.restart()
  await meet([one!], 2)
  expect(one!.profile.id).toBe(id)
})

test('trouble that is over is forgotten, also if there is nothing to write', async () => {
  const [one] = devices(1)
  await meet([one!], 2)
  one!.profile.mark = { ...one!.profile.mark, trouble: { type: 'locked', at: clock.now } }
  await meet([one!])
  expect(one!.profile.mark.trouble).toBeNull()
})
