import { join } from 'node:path'
import { expect, test } from 'vitest'
import { slowestOf, timesOf } from '../../scripts/slowest.mjs'
import { ROOT } from '../../scripts/tools.mjs'

const report = {
  testResults: [
    {
      name: join(ROOT, 'test', 'a.test.ts'),
      assertionResults: [
        { fullName: 'a quick', duration: 3 },
        { fullName: 'a slow', duration: 12_340 },
        { fullName: 'a skipped', duration: null },
      ],
    },
    { name: join(ROOT, 'test', 'b.test.ts'), assertionResults: [{ fullName: 'b middling', duration: 900 }] },
  ],
}

test('the slowest tests are named with file, title and seconds, the slowest first', () => {
  expect(slowestOf(timesOf(report), 2)).toEqual([
    '  12.3 s  test/a.test.ts – a slow',
    '   0.9 s  test/b.test.ts – b middling',
  ])
})

test('a test without a time counts as 0 s', () => {
  expect(slowestOf(timesOf(report), 10).at(-1)).toBe('   0.0 s  test/a.test.ts – a skipped')
})
