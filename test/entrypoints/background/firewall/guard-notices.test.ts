/** The texts of notifications, which others read on the screen. */
import { beforeEach, expect, test, vi } from 'vitest'
import type { Standing } from '../../../../domain/firewall/limits'
import type { Target } from '../../../../domain/firewall/rule'
import { catalogSites } from '../../../../domain/surface/catalog/catalog'
import { guardNotices } from '../../../../entrypoints/background/firewall/guard-notices'
import { ruleOf } from '../../../fixtures/rules'

const told = vi.hoisted(() => [] as string[])

vi.mock('../../../../platform/notices', () => ({
  notify: (_key: string, ...texts: string[]) => Promise.resolve(void told.push(...texts)),
}))
vi.mock('../../../../platform/i18n', async () => {
  const { wordIn } = await import('../../../fixtures/words')
  return { locale: () => 'en-GB', t: (key: string, ...values: string[]) => wordIn('en-GB', key, ...values) }
})

beforeEach(() => {
  told.length = 0
})

const opinions = [{ surface: 'club.example', kind: 'adult', name: 'Secret Club' }]
const notices = guardNotices({
  facts: () => Promise.resolve({ opinions }),
} as unknown as Parameters<typeof guardNotices>[0])

async function textsFor(targets: readonly Target[]): Promise<string> {
  const rule = ruleOf({ targets })
  const standing = { rule } as Standing
  for (const minutesLeft of [0, 5]) await notices.tell({ standing, key: 'x', minutesLeft })
  await notices.tellOfRule(rule)
  return told.join('\n')
}

const sites = [...catalogSites()].filter(([, { kind }]) => kind === 'adult' || kind === 'gambling')

test('a notification about a rule for sites of discreet kinds names only the kinds, each once', async () => {
  const targets = sites.flatMap(([site]): Target[] => [
    { type: 'site', site },
    { type: 'surface', surface: `${site}/sign-in` },
    { type: 'owner', owner: `Owner of ${site}`, sites: [site] },
  ])
  await textsFor([...targets, { type: 'site', site: 'club.example' }])
  for (const text of told.filter((one) => one.includes('Adult')))
    expect(text.split('\n')[0]).toBe('Adult, Other and Gambling')
  expect(
    told.filter((text) => sites.some(([site, { name }]) => text.includes(site) || text.includes(name))),
  ).toEqual([])
  expect(told.join()).not.toContain('Secret Club')
})

test('a notification about a rule for other sites names them', async () => {
  expect(await textsFor([{ type: 'site', site: 'reddit.com' }])).toContain('Reddit')
})
