import { expect, test } from 'vitest'
import { hostIn, isBrowserPage } from '../../../../domain/file/foreign/hosts'

test.each([
  ['WWW.Example.COM', 'www.example.com'],
  ['localhost:3000', 'localhost'],
  ['https://a.example', 'a.example'],
  ['a.example.', 'a.example'],
  [' a.example ', 'a.example'],
  ['[::1]:8080', '[::1]'],
  ['file:///C:/Users/Anna/secret.pdf', 'file:'],
  ['bürgeramt-münchen.example', 'xn--brgeramt-mnchen-zvbj.example'],
  ['münchen.de@evil.example', 'münchen.de@evil.example'],
  ['a.example/ä', 'a.example/ä'],
])('the host %j is %j', (written, host) => {
  expect(hostIn(written)).toBe(host)
})

test.each([
  ['newtab', true],
  ['about:addons', true],
  ['chrome://extensions/?id=a', true],
  ['moz-extension://x/popup.html', true],
  ['cfhdojbkjhnklbpkdaibdccddilifddb', true],
  ['7f3d1c2a-1b2c-4d5e-8f90-123456789abc', true],
  ['settings.example', false],
  ['a.example', false],
  ['localhost', false],
])('that %j is a page of the browser is %s', (host, isPage) => {
  expect(isBrowserPage(host)).toBe(isPage)
})
