import fc from 'fast-check'
import { getDomain } from 'tldts'
import { expect, test } from 'vitest'
import { registrableDomain } from '../../../domain/surface/registrable-domain'
import { SUFFIX_LIST } from '../../../domain/surface/suffix-list'

/** By the package that the list is made from (`node scripts/suffixes.mjs`). */
const expected = (host: string) => getDomain(host, { allowPrivateDomains: true, extractHostname: false })

const labelsIn = (text: string): string[] => text.trim().split(' ')

const rules = SUFFIX_LIST.trim()
  .split('\n')
  .flatMap((line) => {
    const colon = line.indexOf(':')
    const ending = line.slice(0, colon)
    const [near = '', ...groups] = line.slice(colon + 1).split('|')
    const far = groups.flatMap((group) => {
      const [rest = '', labels = ''] = group.split(':')
      return labelsIn(labels).map((label) => `${label}.${rest}.${ending}`)
    })
    return [...labelsIn(near).map((label) => `${label}.${ending}`), ...far]
  })
  .filter((rule) => !rule.startsWith('.'))

test('the list has the rules of the whole public suffix list', () => {
  expect(rules.length).toBeGreaterThan(8_000)
  expect(rules).toEqual(expect.arrayContaining(['co.uk', '*.ck', '!www.ck', 'github.io', 'myshopify.com']))
})

test('every rule of the list separates sites as in the package it is made from', () => {
  const wrong = rules.flatMap((rule) => {
    const name = rule.replace(/^!/, '').replace(/^\*/, 'any')
    const hosts = [name, `site.${name}`]
    return hosts.filter((host) => registrableDomain(host) !== expected(host))
  })
  expect(wrong).toEqual([])
})

test('hosts of any labels separate as in the package that the list is made from', () => {
  const label = fc.constantFrom(
    '',
    'a',
    'www',
    'com',
    'co',
    'uk',
    'jp',
    'kawasaki',
    'city',
    'github',
    'io',
    'ck',
    '1',
    '-b',
  )
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), (labels) => {
      const host = labels.join('.').replace(/\.+$/, '')
      fc.pre(host !== '')
      expect(registrableDomain(host)).toBe(expected(host))
    }),
    { numRuns: 2_000 },
  )
})

test.each(['127.0.0.1', '[::1]', 'com', 'co.uk', 'localhost', 'github.io'])(
  '%s has no registrable domain',
  (host) => {
    expect(registrableDomain(host)).toBeNull()
  },
)
