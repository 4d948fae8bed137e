import { describe, expect, test } from 'vitest'
import { hostSurface } from '../../../domain/surface/host-place'
import { partsToChoose } from '../../../domain/surface/parts-to-choose'
import { isOpenPart } from '../../../domain/surface/open-part'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { splitOf } from '../../../domain/surface/address'

describe('the surface of a host', () => {
  test.each([
    ['www.youtube.com', 'youtube.com/?'],
    ['youtube.com', 'youtube.com/?'],
    ['music.youtube.com', 'youtube.com/music'],
    ['docs.google.com', 'google.com/docs'],
    ['mail.google.com', 'google.com/mail'],
    ['www.google.co.uk', 'google.co.uk/?'],
    ['de.wikipedia.org', 'wikipedia.org'],
    ['foo.github.io', 'foo.github.io'],
    ['192.168.178.1', '192.168.178.1'],
    ['localhost', 'localhost'],
    ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    ['www.bbc.co.uk', 'bbc.co.uk/?'],
    ['not a host', null],
    ['a.example/path', null],
    ['', null],
  ])('of %s is %s', (host, surface) => {
    expect(hostSurface(host, [])).toBe(surface)
  })

  test('of a site that the person divided by path is its unknown part', () => {
    const split = splitOf('a.example/blog')!
    expect(hostSurface('www.a.example', [split])).toBe('a.example/?')
    expect(hostSurface('www.a.example', [])).toBe('a.example')
    expect(partsToChoose('a.example', [split])).toEqual(['a.example', 'a.example/blog'])
  })
})

test('an unknown part is of the kind other, even of a site that is a feed', () => {
  const profileOf = surfaceBook([])
  expect(profileOf('instagram.com').kind).toBe('feed')
  expect(profileOf('instagram.com/?')).toMatchObject({ kind: 'other', name: 'Instagram', part: '?' })
  expect(profileOf('instagram.com/?').worth.worthQuarters).toBeGreaterThan(0)
})

test('an unknown part can be made to count as another part', () => {
  const profileOf = surfaceBook([{ surface: 'youtube.com/?', joined: 'youtube.com/watch' }])
  expect(profileOf('youtube.com/?')).toMatchObject({ surface: 'youtube.com/watch', kind: 'video' })
})

test('no part that a person can split off is the unknown part', () => {
  expect(splitOf('a.example/?')).toBeNull()
  expect(isOpenPart('a.example/?')).toBe(true)
  expect(isOpenPart('a.example')).toBe(false)
})

test('the choices for an unknown part are the site and its parts, without sign-in', () => {
  const choices = partsToChoose('youtube.com', [])
  expect(choices[0]).toBe('youtube.com')
  expect(choices).toContain('youtube.com/watch')
  expect(choices).not.toContain('youtube.com/sign-in')
})
