import { describe, expect, test } from 'vitest'
import { reportOf } from './report/render'
import { type Measured, readResults } from './report/results'
import type { Row } from './report/row'

const row = (facts: Partial<Row>): Row => ({
  what: 'a popup',
  budget: '≤ 10 ms',
  unit: 'ms',
  measured: [12],
  met: false,
  reason: 'It opens a database.',
  ...facts,
})

const measured = (...rows: Row[]): Measured => ({
  title: 'Popup',
  method: 'With a clock.',
  measuredAt: '2026-11-23T10:00:00.000Z',
  load: 1,
  machine: { processor: 'P', cores: 2, memoryGb: 4, system: 'S', node: '24.9.0', browsers: ['C'] },
  rows,
})

const reportWith = (...rows: Row[]) =>
  reportOf({ popup: measured(...rows) }, { popup: { method: 'With a clock.' } })

describe('the report', () => {
  test('lists the reasons for missed budgets under the table, each once', () => {
    const other = row({ what: 'another', reason: 'It reads a day.' })
    expect(reportWith(row({}), row({}), other)).toContain(
      '|\n\nWhy the budget is missed: It opens a database. It reads a day.\n\n`popup`,',
    )
  })

  test('leaves out the reason if the budget is met or there is none', () => {
    const report = reportWith(row({ met: true }), row({ met: null }))
    expect(report).not.toContain('Why the budget is missed')
    expect(report).not.toContain('It opens a database.')
  })

  test('marks results of an earlier method', () => {
    const results = { popup: measured(row({})) }
    const mark = '## Popup (measured with an earlier method)\n'
    expect(reportOf(results, { popup: { method: 'With a clock.' } })).not.toContain(mark)
    expect(reportOf(results, { popup: { method: 'With two clocks.' } })).toContain(mark)
  })
})

describe('the stored results', () => {
  test.each(Object.entries(readResults()))(
    'of %s have a reason for each missed budget',
    (_name, { rows }) => {
      const missed = rows.filter(({ met }) => met === false)
      expect(missed.filter(({ reason }) => !reason).map(({ what }) => what)).toEqual([])
    },
  )

  test.each(Object.entries(readResults()))(
    'of %s name the system without its kernel version',
    (_name, { machine }) => {
      expect(machine.system).not.toMatch(/\d\.\d/)
    },
  )
})
