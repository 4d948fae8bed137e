import { expect, test } from 'vitest'
import { statementCsv } from '../../domain/statement-csv'
import { statementJson } from '../../domain/statement-json'
import { statementFacts } from '../fixtures/statement-facts'

const golden = (name: string) => `${import.meta.dirname}/../fixtures/statements/${name}`

test('as CSV: the total, then each kind and each surface, in machines’ English', async () => {
  await expect(statementCsv(statementFacts())).toMatchFileSnapshot(golden('week.csv'))
})

test('as JSON: everything that the page says', async () => {
  await expect(statementJson(statementFacts())).toMatchFileSnapshot(golden('week.json'))
})

test('without a rate the columns of money are empty', () => {
  const facts = statementFacts()
  const { statement } = facts.stated
  const bare = { ...statement.total, money: null }
  const unpriced = { ...statement, total: bare, kinds: [], surfaces: [] }
  const csv = statementCsv({
    ...facts,
    currency: null,
    hourMinor: null,
    stated: { ...facts.stated, statement: unpriced },
  })
  expect(csv.split('\r\n')[1]).toMatch(/,total,,,25140,,,,,,,$/)
})
