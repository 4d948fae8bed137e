/** Limits go by the settings that they hold, while the record already goes by changed ones. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { limitSettings } from '../../../../domain/firewall/limit-settings'
import { DEFAULT_SETTINGS, type Settings } from '../../../../domain/settings/settings'
import { MINUTE_MS } from '../../../../domain/time/local-time'
import { importFile } from '../../../../storage/bulk/import'
import { changeSettings, loadSettings } from '../../../../storage/said/settings'
import { contentOf } from '../../../fixtures/export'
import { GuardedWorld, MORNING } from '../../../fixtures/guarded-world'
import { WISH } from '../../../fixtures/import'
import { minutes, ruleOf } from '../../../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const REDDIT = 'https://www.reddit.com/r/all'

let world: GuardedWorld
let rule: string
beforeEach(async () => {
  world = await GuardedWorld.empty()
})

/** A limit of 40 minutes on feeds, and Reddit in front. */
async function limited(isAudible = false): Promise<void> {
  world.open(REDDIT, { isAudible })
  rule = await world.put(ruleOf({ bound: minutes(40) }))
}

/** The record follows at once, as when the worker reads the settings again. */
async function set(change: Partial<Settings>): Promise<void> {
  const settings = await changeSettings(change)
  world.idleSeconds = settings.idleSeconds
  world.wanted = { ...world.wanted, ...limitSettings(settings, 0), currency: 'EUR' }
  await world.look()
}

/** The instant of the last input. The browser reports the absence by the interval of the record. */
async function goQuiet(): Promise<void> {
  await world.look()
  world.lastInputAt = world.now
  await world.wait(1000 * world.idleSeconds)
}

describe('a shorter time until away', () => {
  test('takes nothing back from limits before its day', async () => {
    await limited()
    await set({ idleSeconds: 15 })
    await goQuiet()
    await world.wait(93_000)
    world.lastInputAt = world.now
    await world.look()
    expect(await world.usedMs(rule)).toBe(108_000)
  })

  test('lets limits take back the same as before, to the second, and wakes the guard for it', async () => {
    await limited()
    await set({ idleSeconds: 15 })
    await world.wait(47_000)
    await goQuiet()
    await world.wait(10 * MINUTE_MS)
    expect(await world.usedMs(rule)).toBe(47_000)
    expect(world.wakes).toContain(MORNING + 47_000 + 120_000)
  })

  test('counts for limits from the day on which it takes effect', async () => {
    await limited()
    await set({ idleSeconds: 15 })
    world.now = Date.UTC(2026, 10, 24, 4, 30)
    await world.look()
    const before = await world.usedMs(rule)
    await goQuiet()
    await world.minutes(2)
    expect(await world.usedMs(rule)).toBe(before)
  })

  test('from an imported file waits as well', async () => {
    await limited()
    const settings = { ...DEFAULT_SETTINGS, idleSeconds: 15 }
    const head = { format: 'zeitwert', version: 1, exportedAt: '2026-11-22T12:00:00Z', settings }
    await importFile(contentOf(JSON.stringify(head)), 'replace', { ...WISH, saveSettings: set })
    expect((await loadSettings()).idleSeconds).toBe(15)
    await goQuiet()
    await world.wait(93_000)
    expect(await world.usedMs(rule)).toBe(108_000)
  })
})

describe('sound behind another program', () => {
  test('goes on counting for limits until the day on which it no longer counts', async () => {
    await set({ secondScreen: true })
    await limited(true)
    await set({ secondScreen: false })
    world.isBehind = true
    await world.look()
    await world.minutes(5)
    expect(await world.usedMs(rule)).toBe(5 * MINUTE_MS)
    world.now = Date.UTC(2026, 10, 24, 4, 30)
    await world.look()
    const before = await world.usedMs(rule)
    await world.minutes(5)
    expect(await world.usedMs(rule)).toBe(before)
  })

  test('does not count without the setting', async () => {
    await limited(true)
    world.isBehind = true
    await world.look()
    await world.minutes(5)
    expect(await world.usedMs(rule)).toBe(0)
  })
})
