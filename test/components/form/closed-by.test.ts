import { expect, test } from 'vitest'
import { closedBy } from '../../../components/form/closed-by'

test('a form that ended closes itself, and no form that was opened since', () => {
  const mine = { id: 'a' }
  const other = { id: 'a' }
  expect(closedBy(mine, mine)).toBeNull()
  expect(closedBy(mine, other)).toBe(other)
  expect(closedBy<typeof mine | null>(mine, null)).toBeNull()
})
