import { beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.resetModules())

const idn = () => import('../../../domain/surface/idn')

test.each([
  ['xn--mller-kva.de', 'müller.de'],
  ['blog.xn--mller-kva.de', 'blog.müller.de'],
  ['xn--d1abbgf6aiiy.xn--p1ai', 'президент.рф'],
  ['example.com', 'example.com'],
  ['xn--0.pt', 'xn--0.pt'],
  ['[::1]', '[::1]'],
  ['', ''],
])('%s is shown as %s', async (host, readable) => {
  const { prepareNames, readableHost } = await idn()
  await prepareNames(['example.com', 'xn--mller-kva.de'])
  expect(readableHost(host)).toBe(readable)
})

test('hosts stay encoded until a host that needs decoding is prepared', async () => {
  const { prepareNames, readableHost } = await idn()
  await prepareNames(['example.com', '', 'localhost'])
  expect(readableHost('xn--mller-kva.de')).toBe('xn--mller-kva.de')
})
