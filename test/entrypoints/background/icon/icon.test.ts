import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { FocusBound } from '../../../../domain/firewall/focus'
import { DEFAULT_SETTINGS, type Settings } from '../../../../domain/settings/settings'
import type { Span } from '../../../../domain/record/span'
import type { Facts } from '../../../../entrypoints/background/context'
import { attention } from '../../../fixtures/database'
import { focusBound } from '../../../fixtures/focus'
import { spanOf } from '../../../fixtures/spans'

const world = vi.hoisted(() => ({
  icons: [] as string[],
  titles: [] as string[],
  title: '',
  badges: [] as string[],
  colours: [] as string[],
  noted: [] as unknown[],
  counted: 0,
}))

vi.mock('wxt/browser', () => ({
  browser: {
    action: {
      setIcon: async ({ path }: { path: Record<string, string> }) => world.icons.push(path[16] ?? ''),
      getTitle: async () => world.titles.at(-1) ?? world.title,
      setTitle: async ({ title }: { title: string }) => world.titles.push(title),
      setBadgeBackgroundColor: async ({ color }: { color: string }) => world.colours.push(color),
      setBadgeTextColor: async () => undefined,
      setBadgeText: async ({ text }: { text: string }) => world.badges.push(text),
    },
  },
}))
vi.mock('../../../../platform/i18n', () => ({ t: (key: string) => key, locale: () => 'en' }))
vi.mock('../../../../storage/said/session', () => ({
  storageTrouble: async () => world.noted.at(-1) ?? null,
  setStorageTrouble: async (trouble: unknown) => void world.noted.push(trouble),
}))
vi.mock('../../../../entrypoints/background/icon/badge-text', () => ({
  badgeText: async (_settings: Settings, open: Span) => {
    world.counted += 1
    return open.surface.slice(0, 1)
  },
}))

const START = Date.parse('2026-11-23T12:00:00Z')
const at = (seconds: number, surface: string | null = 'a.com') =>
  attention({
    lastSeenAt: START + seconds * 1000,
    open: surface === null ? null : spanOf({ surface, start: START, ms: seconds * 1000 }),
  })

/** A worker that has just started and does not know what its icon shows. */
async function started() {
  vi.resetModules()
  const { showBeatOnIcon, showOnIcon, showFailureOnIcon } =
    await import('../../../../entrypoints/background/icon/icon')
  const facts = { settings: DEFAULT_SETTINGS, rules: { countedWith: (surface: string) => [surface] } }
  return {
    show: (state = at(0), trouble: unknown = null, settings: Partial<Settings> = {}) =>
      showOnIcon(
        { ...facts, settings: { ...DEFAULT_SETTINGS, ...settings } } as unknown as Facts,
        state,
        trouble,
      ),
    showAgain: (
      state: ReturnType<typeof at>,
      settings = DEFAULT_SETTINGS,
      endsIn: number | null = null,
      focus: FocusBound | null = null,
    ) =>
      showOnIcon({ ...facts, settings } as unknown as Facts, state, null, {
        endsAt: endsIn === null ? null : START + endsIn * 1000,
        focus,
      }),
    beat: (seconds: number, settings: Settings, endsIn: number | null, focus: FocusBound | null = null) =>
      showBeatOnIcon(
        { ...facts, settings } as unknown as Facts,
        { endsAt: endsIn === null ? null : START + endsIn * 1000, focus },
        START + seconds * 1000,
      ),
    showFailureOnIcon,
  }
}

beforeEach(() => {
  Object.assign(world, { icons: [], titles: [], title: '', badges: [], colours: [], noted: [], counted: 0 })
})

describe('the icon', () => {
  test.each<[mark: string, trouble: unknown, settings: Partial<Settings>]>([
    ['recording', null, {}],
    ['paused', null, { pausedUntil: 'resumed' }],
    ['paused', null, { pausedUntil: START + 60_000 }],
    ['recording', null, { pausedUntil: START - 1 }],
    ['failing', new Error('no space'), {}],
    ['failing', new Error('no space'), { pausedUntil: 'resumed' }],
  ])('shows %s if trouble is %s and the settings are %o', async (mark, trouble, settings) => {
    const { show } = await started()
    await show(at(0, null), trouble, settings)
    expect(world.icons).toEqual([`/icons/${mark}-16.png`])
    expect(world.titles).toEqual([`icon_${mark}`])
  })

  test('is not set again while nothing changes', async () => {
    const { showAgain } = await started()
    await showAgain(at(0))
    await showAgain(at(5))
    expect(world.icons).toHaveLength(1)
  })

  test('is not drawn if a new worker finds it recording', async () => {
    world.title = 'icon_recording'
    const { show } = await started()
    await show()
    expect(world.icons).toEqual([])
    await show(at(5), new Error('no space'))
    await show(at(10))
    expect(world.icons).toEqual(['/icons/failing-16.png', '/icons/recording-16.png'])
  })

  test('is drawn if a new worker finds another title', async () => {
    world.title = 'icon_paused'
    const { show } = await started()
    await show()
    expect(world.icons).toEqual(['/icons/recording-16.png'])
  })

  test('shows failing if not even a step was possible', async () => {
    const { showFailureOnIcon } = await started()
    await showFailureOnIcon(new Error('settings cannot be read'))
    expect(world.icons).toEqual(['/icons/failing-16.png'])
  })
})

describe('trouble', () => {
  test.each([
    [new DOMException('the disk is full', 'QuotaExceededError'), 'full'],
    [new Error('blocked'), 'unavailable'],
    ['something', 'unavailable'],
  ])('%s is stored for the popup as %s, once, until it is over', async (error, reason) => {
    const { show } = await started()
    await show(at(0), error)
    await show(at(5), error)
    expect(world.noted).toEqual([expect.objectContaining({ reason })])
    await show(at(10))
    await show(at(15))
    expect(world.noted.at(-1)).toBeNull()
    expect(world.noted).toHaveLength(2)
  })

  test('clears the badge', async () => {
    const { show } = await started()
    await show(at(0))
    await show(at(5), new Error('blocked'))
    expect(world.badges).toEqual(['a', ''])
  })
})

describe('the badge', () => {
  test('is recalculated at once for another surface, every 15 s for the same one', async () => {
    const { showAgain } = await started()
    for (const seconds of [0, 5, 10, 14, 15, 20]) await showAgain(at(seconds))
    expect(world.counted).toBe(2)
    await showAgain({
      ...at(21, 'b.com'),
      open: spanOf({ surface: 'b.com', start: START + 21_000, ms: 0 }),
    })
    expect(world.badges).toEqual(['a', 'b'])
  })

  test('is of the whole day if chosen: recalculated every 15 s, also for another surface', async () => {
    const { showAgain } = await started()
    const today: Settings = { ...DEFAULT_SETTINGS, badge: 'today' }
    await showAgain(at(0), today)
    await showAgain({ ...at(5), open: spanOf({ surface: 'b.com', start: START + 4000, ms: 1000 }) }, today)
    expect(world.counted).toBe(1)
    await showAgain(at(15), today)
    expect(world.counted).toBe(2)
  })

  test('counts down the last five minutes of a limit, whatever is chosen', async () => {
    const { showAgain } = await started()
    await showAgain(at(0), DEFAULT_SETTINGS, 301)
    await showAgain(at(5), DEFAULT_SETTINGS, 301)
    expect(world.badges).toEqual(['a', '5m'])
  })

  test('shows what the limits leave if chosen, at every beat in the last ten minutes', async () => {
    const { showAgain, beat } = await started()
    const left: Settings = { ...DEFAULT_SETTINGS, badge: 'left' }
    await showAgain(at(0), left, 660)
    await beat(5, left, 660)
    expect(world.badges).toEqual(['11m'])
    await showAgain(at(60), left, 660)
    await beat(65, left, 660)
    await beat(70, left, 660)
    expect(world.badges).toEqual(['11m', '10m', '9:55', '9:50'])
    expect(world.counted).toBe(0)
    expect(world.colours).toHaveLength(1)
    await beat(360, left, 660)
    expect([world.badges.at(-1), world.colours.length]).toEqual(['5:00', 2])
  })

  test('is not changed by a beat if something else is chosen or no limit ends', async () => {
    const { beat } = await started()
    await beat(5, DEFAULT_SETTINGS, 60)
    await beat(5, { ...DEFAULT_SETTINGS, badge: 'left' }, null)
    await beat(90, { ...DEFAULT_SETTINGS, badge: 'left' }, 60)
    expect(world.badges).toEqual([])
  })

  describe('in a focus hour', () => {
    const focus = focusBound(START, 50, [25, 5])

    test('counts down the stretch of work, then the break, in colours of their own, whatever is chosen', async () => {
      const { showAgain, beat } = await started()
      await showAgain(at(0), DEFAULT_SETTINGS, null, focus)
      await beat(5, DEFAULT_SETTINGS, null, focus)
      await beat(1200, DEFAULT_SETTINGS, null, focus)
      await beat(1500, DEFAULT_SETTINGS, null, focus)
      expect(world.badges).toEqual(['25m', '5:00', '5:00'])
      expect(new Set(world.colours).size).toBe(2)
      await showAgain(at(3000), DEFAULT_SETTINGS, null, focus)
      expect(world.badges.at(-1)).toBe('a')
    })

    test('shows first when a limit closes the page in front soon', async () => {
      const { showAgain } = await started()
      await showAgain(at(0), DEFAULT_SETTINGS, 240, focus)
      await showAgain(at(5), { ...DEFAULT_SETTINGS, badge: 'left' }, 900, focus)
      expect(world.badges).toEqual(['4m', '25m'])
    })

    test('says so in its title, without drawing the icon anew, also for a new worker', async () => {
      const { showAgain } = await started()
      await showAgain(at(0))
      await showAgain(at(5), DEFAULT_SETTINGS, null, focus)
      await showAgain(at(1505), DEFAULT_SETTINGS, null, focus)
      expect(world.titles).toEqual(['icon_recording', 'icon_focus', 'icon_break'])
      const next = await started()
      await next.showAgain(at(1510), DEFAULT_SETTINGS, null, focus)
      expect(world.icons).toHaveLength(1)
    })
  })

  test('is cleared when nothing has the person’s attention', async () => {
    const { show } = await started()
    await show(at(0))
    await show(at(5, null))
    expect(world.badges).toEqual(['a', ''])
  })
})
