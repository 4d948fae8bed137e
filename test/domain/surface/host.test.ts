import { describe, expect, test } from 'vitest'
import { isHost, isHostOf } from '../../../domain/surface/host'

describe('a host', () => {
  test.each([
    'coursera.org',
    'www.coursera.org',
    '-name-.tumblr.com',
    'my_host.example.com',
    'xn--mller-kva.de',
    'localhost',
    'file',
    '127.0.0.1',
    '[::1]',
  ])('can be %s', (text) => {
    expect(isHost(text)).toBe(true)
  })

  test.each([
    '',
    'www.duolingo.com@evil.example',
    'evil.example/login',
    'evil.example:80',
    'evil.example?x',
    'evil.example#x',
    'evil.example\\x',
    '%65vil.example',
    'evil example',
    'evil.example\u202e',
    'Coursera.org',
    'ｃoursera.org',
    '1.2',
    '[evil.example]',
  ])('cannot be %j', (text) => {
    expect(isHost(text)).toBe(false)
  })
})

test('a host belongs to its own site alone', () => {
  expect(isHostOf('www.coursera.org', 'coursera.org')).toBe(true)
  expect(isHostOf('coursera.org', 'coursera.org')).toBe(true)
  expect(isHostOf('evil.example', 'coursera.org')).toBe(false)
  expect(isHostOf('evilcoursera.org', 'coursera.org')).toBe(false)
  expect(isHostOf('coursera.org.evil.example', 'coursera.org')).toBe(false)
  expect(isHostOf('evil.example/.coursera.org', 'coursera.org')).toBe(false)
})
