import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { KINDS, type Kind } from '../../../domain/surface/kind'
import { ASSUMED_WORTH, worthName, worthOf, WORTHS } from '../../../domain/surface/worth'
import english from '../../../public/_locales/en/messages.json'

describe("worth is the person's word, else the mean of ratings, else assumed", () => {
  test.each<[own: number | undefined, ratings: number[], kind: Kind, quarters: number, source: string]>([
    [8, [0, 0], 'feed', 8, 'own'],
    [0, [8], 'learning', 0, 'own'],
    [undefined, [0, 4, 8], 'feed', 4, 'rated'],
    [undefined, [2, 4], 'feed', 3, 'rated'],
    [undefined, [0], 'learning', 0, 'rated'],
    [undefined, [4, 4, 6], 'feed', 14 / 3, 'rated'],
    [undefined, [], 'learning', 6, 'assumed'],
    [undefined, [], 'feed', 0, 'assumed'],
  ])('own %s, rated %j, kind %s: %d quarters, %s', (own, ratings, kind, worthQuarters, source) => {
    expect(worthOf(own, ratings, kind)).toEqual({ worthQuarters, source })
  })
})

test('every assumed worth is one of the named steps', () => {
  const steps = WORTHS.map(({ worthQuarters }) => worthQuarters)
  expect(KINDS.filter((kind) => !steps.some((step) => step === ASSUMED_WORTH[kind]))).toEqual([])
})

test.each([
  [0, 'wasted'],
  [0.9, 'wasted'],
  [1, 'wasted'],
  [1.1, 'little'],
  [2, 'little'],
  [4, 'fair'],
  [14 / 3, 'fair'],
  [6, 'worthIt'],
  [7.5, 'investment'],
  [8, 'investment'],
  [100, 'investment'],
] as const)('%d quarters are called %s', (quarters, name) => {
  expect(worthName(quarters)).toBe(name)
})

test('the README lists each worth with its percentage', () => {
  const readme = readFileSync(`${import.meta.dirname}/../../../README.md`, 'utf8')
  for (const { name, worthQuarters } of WORTHS)
    expect(readme).toContain(`${english[`worth_${name}`].message} (${worthQuarters * 25} %)`)
})
