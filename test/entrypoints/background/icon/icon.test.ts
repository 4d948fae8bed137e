import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../../../domain/settings/settings'
import type { Span } from '../../../../domain/record/span'
import type { Facts } from '../../../../entrypoints/background/context'
import { attention } from '../../../fixtures/database'
import { spanOf } from '../../../fixtures/spans'

const world = vi.hoisted(() => ({
  icons: [] as string[],
  titles: [] as string[],
  title: '',
  badges: [] as string[],
  noted: [] as unknown[],
  counted: 0,
}))

vi.mock('wxt/browser', () => ({
  browser: {
    action: {
      setIcon: async ({ path }: { path: Record<string, string> }) => world.icons.push(path[16] ?? ''),
      getTitle: async () => world.titles.at(-1) ?? world.title,
      setTitle: async ({ title }: { title: string }) => world.titles.push(title),
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
      setBadgeText: async ({ text }: { text: string }) => world.badges.push(text),
    },
  },
}))
vi.mock('../../../../platform/i18n', () => ({ t: (key: string) => key }))
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
  const { showOnIcon, showFailureOnIcon } = await import('../../../../entrypoints/background/icon/icon')
  const facts = { settings: DEFAULT_SETTINGS, rules: { countedWith: (surface: string) => [surface] } }
  return {
    show: (state = at(0), trouble: unknown = null, settings: Partial<Settings> = {}) =>
      showOnIcon(
        { ...facts, settings: { ...DEFAULT_SETTINGS, ...settings } } as unknown as Facts,
        state,
        trouble,
      ),
    showAgain: (state: ReturnType<typeof at>) => showOnIcon(facts as unknown as Facts, state, null),
    showFailureOnIcon,
  }
}

beforeEach(() => {
  Object.assign(world, { icons: [], titles: [], title: '', badges: [], noted: [], counted: 0 })
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

  test('is cleared when nothing has the person’s attention', async () => {
    const { show } = await started()
    await show(at(0))
    await show(at(5, null))
    expect(world.badges).toEqual(['a', ''])
  })
})
