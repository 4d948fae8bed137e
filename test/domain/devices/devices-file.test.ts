import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DevicesFile,
  devicesFile,
  devicesFileName,
  devicesFileNamed,
  devicesFileText,
  isSameFile,
  mayRewrite,
  MOST_DEVICES_BYTES,
  readDevicesFile,
} from '../../../domain/devices/devices-file'
import { backupNamed, backupsOfOthers, replacedBackups } from '../../../domain/file/weekly-backup'
import { DAY_MS, HOUR_MS } from '../../../domain/time/local-time'

const NOW = Date.UTC(2026, 10, 30, 12)
const HEAD = { version: 1, salt: `${'A'.repeat(22)}==`, check: 'YWJj' } as const
const FILE: DevicesFile = {
  writtenAt: NOW,
  device: '1a2b3c4d',
  head: HEAD,
  items: { 'zeitwert.1a2b3c4d.use': 'YWJj', 'zeitwert.0000ffff.days2026-11-23': 'ZGVm' },
}
const fields = JSON.parse(devicesFileText(FILE)) as Record<string, unknown>
const read = (text: string, now = NOW) => readDevicesFile(text, now)
const withFields = (more: object) => JSON.stringify({ ...fields, ...more })

describe('a file for devices', () => {
  test('is read as it was written, also a clock ahead and whatever else is in it', () => {
    expect(read(devicesFileText(FILE))).toEqual(FILE)
    expect(read(devicesFileText(FILE), NOW - 300 * DAY_MS)).toEqual(FILE)
    expect(read(withFields({ more: [1] }))).toEqual(FILE)
    expect(fields).toMatchObject({
      format: 'zeitwert-devices',
      version: 1,
      writtenAt: '2026-11-30T12:00:00.000Z',
    })
  })

  test('has what is sealed in the area, and nothing else', () => {
    const { items, ...head } = FILE
    const area = {
      ...items,
      zeitwert: HEAD,
      'zeitwert.00000001.erased': '',
      'zeitwert.00000002.use': 7,
      other: 'YWJj',
    }
    expect(devicesFile(area, head)).toEqual(FILE)
  })

  test.each([
    ['nothing', '', 'error_file_damaged'],
    ['cut off', devicesFileText(FILE).slice(0, -9), 'error_file_damaged'],
    ['a backup', '{"format":"zeitwert","version":1}', 'error_file_backup'],
    ['a statement', '{"format":"zeitwert-statement","version":1}', 'error_file_foreign'],
    ['of another program', '{"version":1,"tabs":[]}', 'error_file_foreign'],
    ['a list', '[1,2]', 'error_file_foreign'],
    ['null', 'null', 'error_file_foreign'],
    ['a number', '7', 'error_file_foreign'],
    ['of a newer version', withFields({ version: 2 }), 'error_file_newer'],
    ['of no version', withFields({ version: 'one' }), 'error_file_damaged'],
    ['without a time', withFields({ writtenAt: 'soon' }), 'error_file_damaged'],
    ['of no device', withFields({ device: '../../x' }), 'error_file_damaged'],
    ['without a head', withFields({ head: null }), 'error_file_damaged'],
    ['with a salt that is none', withFields({ head: { ...HEAD, salt: '%' } }), 'error_file_damaged'],
    ['with a check that is none', withFields({ head: { ...HEAD, check: '' } }), 'error_file_damaged'],
    ['without items', withFields({ items: 'all' }), 'error_file_damaged'],
    ['with a list of items', withFields({ items: [] }), 'error_file_damaged'],
    [
      'with more items than an area has',
      withFields({ items: Object.fromEntries(Array.from({ length: 513 }, (_, at) => [`k${at}`, ''])) }),
      'error_file_damaged',
    ],
    ['too big', ' '.repeat(MOST_DEVICES_BYTES + 1), 'error_file_too_big'],
  ])('is refused if it is %s', (_name, text, error) => {
    expect(() => read(text)).toThrow(error)
  })

  test('is refused once what was taken back since may be forgotten', () => {
    expect(read(devicesFileText(FILE), NOW + 90 * DAY_MS)).toEqual(FILE)
    expect(() => read(devicesFileText(FILE), NOW + 90 * DAY_MS + 1)).toThrow('error_file_old')
  })

  test.each([
    ['a key of something else', { settings: 'YWJj' }],
    ['that a device was erased, which anybody could write', { 'zeitwert.00000001.erased': '' }],
    ['what is no text', { 'zeitwert.00000001.use': { a: 1 } }],
    ['what is not sealed', { 'zeitwert.00000001.use': '<b>' }],
    ['what no area holds', { 'zeitwert.00000001.use': 'A'.repeat(8192) }],
    ['a prototype', JSON.parse('{"__proto__":{"zeitwert.00000001.use":"YWJj"}}') as object],
  ])('is read without %s', (_name, more) => {
    expect(read(withFields({ items: { ...FILE.items, ...more } }))).toEqual(FILE)
  })

  test('never fails with anything but an own error', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.dictionary(fc.constantFrom(...Object.keys(fields)), fc.jsonValue())),
        (any) => {
          const text = typeof any === 'string' ? any : withFields(any)
          try {
            expect(Object.keys(read(text))).toEqual(['writtenAt', 'device', 'head', 'items'])
          } catch (error) {
            expect(String(error)).toMatch(/error_file_/)
          }
        },
      ),
    )
  })
})

describe('the name of a file for devices', () => {
  const name = devicesFileName('1a2b3c4d')

  test('names its device', () => {
    expect(name).toBe('zeitwert-devices-1a2b3c4d.json')
    expect(devicesFileNamed(name)).toBe('1a2b3c4d')
  })

  test.each([
    'zeitwert-devices-1a2b3c4d (1).json',
    'zeitwert-2026-11-30-1a2b3c4d.json',
    'zeitwert-devices-1a2b3c4d.json.tmp',
    'zeitwert-devices-.json',
  ])('is not %s', (other) => expect(devicesFileNamed(other)).toBeNull())

  test('is no name of a backup, so that it is neither offered nor deleted as one', () => {
    expect(backupNamed(name)).toBeNull()
    expect(backupsOfOthers([name], '00000000')).toEqual([])
    const days = [1, 2, 3, 4, 5, 6, 7].map((day) => `zeitwert-2026-11-0${day}-1a2b3c4d.json`)
    expect(replacedBackups([name, ...days], days[6]!)).not.toContain(name)
  })
})

describe('the file in a folder', () => {
  test('is written again by itself an hour later, and at once if a clock was far ahead', () => {
    expect(mayRewrite(null, NOW)).toBe(true)
    expect(mayRewrite(FILE, NOW + HOUR_MS - 1)).toBe(false)
    expect(mayRewrite(FILE, NOW - HOUR_MS + 1)).toBe(false)
    expect(mayRewrite(FILE, NOW + HOUR_MS)).toBe(true)
    expect(mayRewrite(FILE, NOW - 5 * DAY_MS)).toBe(true)
  })

  test('says the same whatever the time is and however its items are ordered', () => {
    const items = Object.fromEntries(Object.entries(FILE.items).toReversed())
    expect(isSameFile(FILE, { ...FILE, writtenAt: NOW + 1, items })).toBe(true)
    expect(isSameFile(FILE, { ...FILE, items: { ...items, 'zeitwert.1a2b3c4d.use': 'ZZZZ' } })).toBe(false)
    expect(isSameFile(FILE, { ...FILE, head: { ...HEAD, salt: `${'B'.repeat(22)}==` } })).toBe(false)
  })
})
