import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../../../../domain/file/foreign/sha256'

const byNode = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

test('the digest of any text is that of the standard', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(byNode(text))
    }),
  )
})

test.each([0, 55, 56, 63, 64, 119, 120, 100_000])('of %d letters as well', (length) => {
  expect(sha256('x'.repeat(length))).toBe(byNode('x'.repeat(length)))
})
