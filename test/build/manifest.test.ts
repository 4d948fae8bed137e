import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FEED_GUIDES } from '../../domain/insight/data/feed-guides'
import { BUILDS, type Build, files, manifest, read } from './built'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

/** Where links to the settings of platforms lead, once the person clicks them. */
const GUIDED = new Set(
  FEED_GUIDES.flatMap(({ steps }) => steps.flatMap(({ ways }) => ways)).flatMap(({ link }) =>
    link === undefined ? [] : new URL(link).origin,
  ),
)

/**
 * The permissions in the README's table for a browser. A row is: `tabs` | why | both, or Chromium; a row of the optional
 * ones ends with `if you switch it on`.
 */
function promised(build: Build, more = ''): string[] {
  const rows = [...README.matchAll(/^\| `([a-zA-Z]+)`[^|]*\|[^|]*\|\s*([^|]*?)\s*\|$/gm)]
  return rows
    .filter(
      ([, , where]) => where === `both${more}` || (where === `Chromium${more}` && build === 'chrome-mv3'),
    )
    .map(([, name]) => name as string)
    .sort()
}

describe.each(BUILDS)('%s', (build) => {
  test('asks for exactly the permissions that the README explains', () => {
    expect((manifest(build).permissions as string[]).toSorted()).toEqual(promised(build))
    const optional = (manifest(build)['optional_permissions'] as string[]).toSorted()
    expect(optional).toEqual(promised(build, ', if you switch it on'))
  })

  test('has no host permission, no content script and no web-accessible resource', () => {
    const keys = ['host_permissions', 'optional_host_permissions', 'content_scripts']
    expect(
      Object.keys(manifest(build)).filter((key) => [...keys, 'web_accessible_resources'].includes(key)),
    ).toEqual([])
  })

  test('has a security policy that allows no connection and no foreign code', () => {
    const { extension_pages: policy } = manifest(build).content_security_policy as { extension_pages: string }
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "connect-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
  })

  test('has no page with a placeholder that only the manifest can translate', () => {
    const pages = files(build).filter((path) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.filter((path) => read(build, path).includes('__MSG_'))).toEqual([])
    expect(manifest(build)['action']).toMatchObject({ default_title: 'Zeitwert' })
  })

  test('contains no unknown server address', () => {
    const known = /^https?:\/\/(www\.w3\.org|github\.com)\b/
    const addresses = files(build)
      .filter((path) => /\.(js|html|css)$/.test(path))
      .flatMap((path) => read(build, path).match(/https?:\/\/[\w.-]+\.\w+/g) ?? [])
    expect(addresses.filter((address) => !known.test(address) && !GUIDED.has(address))).toEqual([])
  })
})

test('the manifests require Chromium 120 or Firefox 140, and declare to Firefox that no data is collected', () => {
  expect(manifest('chrome-mv3').minimum_chrome_version).toBe('120')
  const { gecko } = manifest('firefox-mv3').browser_specific_settings as { gecko: Record<string, unknown> }
  expect(gecko.strict_min_version).toBe('140.0')
  expect(gecko.data_collection_permissions).toEqual({ required: ['none'] })
})

test('the worker is a module in Chromium, so that the browser does not keep every function compiled', () => {
  expect(manifest('chrome-mv3')['background']).toEqual({ service_worker: 'background.js', type: 'module' })
  expect(manifest('firefox-mv3')['background']).toEqual({ scripts: ['background.js'] })
})
