import { expect, test } from 'vitest'
import { readAny } from '../../../domain/file/read-any'
import { foreignBytes, TODAY } from '../../fixtures/foreign-files'

const BY = { today: TODAY, opinions: [], offsetAt: () => 60 }
const read = (text: string, by = BY) => readAny(new Uint8Array(Buffer.from(text)), by)

test('a file of ours is read as ours, whatever its encoding', () => {
  const own = '{"format":"zeitwert","version":1,"exportedAt":"2026-11-20T10:00:00.000Z"}'
  expect(read(own)).toMatchObject({ content: { exportedAt: Date.parse('2026-11-20T10:00:00Z') }, bad: [] })
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${own}`, 'utf16le'))
  expect(readAny(utf16, BY)).toEqual(read(own))
})

test.each([
  ['a broken one of ours', '{"format":"zeitwert","version":1,', { refused: 'not_json' }],
  ['an empty one', '', { refused: 'empty' }],
  ['a newer one of ours', '{"format":"zeitwert","version":9}', { refused: 'newer' }],
  ['one of nothing but brackets', '['.repeat(1_000_000), { refused: 'not_json' }],
  ['JSON of nobody', '{"tabs":[]}', { refused: 'other_program' }],
  ['text of nobody', 'Dear reader', { foreignRefused: { refusal: 'unknown' } }],
  ['options of LeechBlock without sites', '{"setName1":"a"}', { foreignRefused: { refusal: 'noLimits' } }],
])('%s is refused by name', (_name, text, refusal) => {
  expect(read(text)).toMatchObject(refusal)
})

test('a file of another tool brings its sites', () => {
  const reading = readAny(foreignBytes('time-tracker/timer_backup_20261122_112453.json'), BY)
  expect(reading).toMatchObject({ foreign: [{ source: 'time-tracker' }] })
})

test('a file of which every site is excluded brings nothing', () => {
  const text = 'Date,WebSite,Time(sec),Sessions\r\n11/21/2026,a.example,61,2'
  expect(read(text)).toHaveProperty('foreign')
  const excluded = { ...BY, opinions: [{ surface: 'a.example', excluded: 1 }] }
  expect(readAny(new Uint8Array(Buffer.from(text)), excluded)).toMatchObject({
    foreignRefused: { refusal: 'nothing', tool: 'watt' },
  })
})

test('five years of forty sites are read in three seconds', () => {
  const lines = ['Date,Domain,Site Name,Duration,Visits']
  for (let day = 0; day < 5 * 365; day += 1) {
    const date = new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '')
    for (let site = 0; site < 40; site += 1) lines.push(`${date},www.s${site}.example,,${site * 30},3`)
  }
  const text = lines.join('\r\n')
  // A machine under load takes several times as long, now and then.
  const took = [1, 2, 3].map(() => {
    const began = performance.now()
    const reading = read(text)
    expect('foreign' in reading && reading.foreign[0]!.rows.length).toBe(5 * 365 * 39)
    return performance.now() - began
  })
  expect(Math.min(...took)).toBeLessThan(3000)
})
