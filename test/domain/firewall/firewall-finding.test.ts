import { expect, test } from 'vitest'
import { firewallFinding } from '../../../domain/firewall/firewall-finding'
import type { Strictness } from '../../../domain/firewall/rule'

const rule = (
  facts: {
    isSpent?: boolean
    passUntil?: number
    leftMs?: number
    strictness?: Strictness
    isOn?: boolean
  } = {},
) => ({
  isSpent: facts.isSpent ?? false,
  passUntil: facts.passUntil ?? null,
  leftMs: facts.leftMs ?? null,
  rule: { strictness: facts.strictness ?? 'wall', isOn: facts.isOn ?? true },
})

test('without rules there is nothing to say', () => {
  expect(firewallFinding([])).toBeNull()
})

test('a rule that is used up counts as closed, unless it only warns or pauses, or a pass has opened it', () => {
  const rules = [
    rule({ isSpent: true, strictness: 'lock' }),
    rule({ isSpent: true, strictness: 'pause' }),
    rule({ isSpent: true, strictness: 'notice' }),
    rule({ isSpent: true, passUntil: 1 }),
    rule(),
  ]
  expect(firewallFinding(rules)).toEqual({ count: 5, closed: 1, leastLeftMs: null })
})

test('a rule that is switched off counts in nothing', () => {
  const off = [rule({ isSpent: true, isOn: false }), rule({ leftMs: 60_000, isOn: false })]
  expect(firewallFinding([...off, rule({ leftMs: 720_000 })])).toEqual({
    count: 1,
    closed: 0,
    leastLeftMs: 720_000,
  })
  expect(firewallFinding(off)).toBeNull()
})

test('the least time left is that of a rule that is not used up', () => {
  const rules = [
    rule({ leftMs: 0, isSpent: true, strictness: 'notice' }),
    rule({ leftMs: 720_000 }),
    rule({ leftMs: 900_000 }),
  ]
  expect(firewallFinding(rules)).toEqual({ count: 3, closed: 0, leastLeftMs: 720_000 })
})
