import { describe, expect, test } from 'vitest'
import {
  backupDueAt,
  backupName,
  isBackupDue,
  backupNamed,
  backupsOfOthers,
  EVERY_MS,
  freshMark,
  isBackupMark,
  markWith,
  replacedBackups,
  type BackupMark,
} from '../../../domain/file/weekly-backup'
import { DAY_MS, MINUTE_MS } from '../../../domain/time/local-time'

const NOON = Date.UTC(2026, 10, 30, 12)
const PLACE = { folder: null, everyMs: EVERY_MS.downloads }
const daysAfter = (days: number): number => NOON + days * DAY_MS

const fresh = freshMark(NOON)
const saved: BackupMark = markWith(freshMark(daysAfter(-100)), { at: NOON, name: 'a.json', folder: null })

describe('a weekly backup', () => {
  test.each([fresh, saved])('is due a week after the beginning or the last one', (mark) => {
    expect(backupDueAt(mark, PLACE)).toBe(daysAfter(7))
    expect(isBackupDue(mark, PLACE, daysAfter(7) - 1)).toBe(false)
    expect(isBackupDue(mark, PLACE, daysAfter(7))).toBe(true)
    expect(isBackupDue(mark, PLACE, daysAfter(700))).toBe(true)
  })

  test('is not due again because the clock was set back by a few days', () => {
    expect(isBackupDue(saved, PLACE, daysAfter(-7))).toBe(false)
  })

  test('does not wait for a date that a wrong clock has left far in the future', () => {
    expect(isBackupDue(saved, PLACE, daysAfter(-8))).toBe(true)
    expect(isBackupDue(saved, PLACE, daysAfter(-1000))).toBe(true)
  })

  test('is named by date and device', () => {
    expect(backupName('2026-11-30', '1a2b3c4d')).toBe('zeitwert-2026-11-30-1a2b3c4d.json')
  })
})

test('each place has a rhythm of its own', () => {
  const folder = { folder: 'Sync', everyMs: EVERY_MS.folder }
  const mark = markWith(saved, { at: daysAfter(3), name: 'b.json', folder: 'Sync' })
  expect(backupDueAt(mark, PLACE)).toBe(daysAfter(7))
  expect(backupDueAt(mark, folder)).toBe(daysAfter(4))
  const later = markWith(mark, { at: daysAfter(7), name: 'c.json', folder: null })
  expect(later.files.map(({ name }) => name)).toEqual(['b.json', 'c.json'])
})

test('a backup that a closed page has begun is due again ten minutes later', () => {
  const trying = { ...fresh, trying: daysAfter(8) }
  expect(isBackupDue(trying, PLACE, daysAfter(8) + 10 * MINUTE_MS - 1)).toBe(false)
  expect(isBackupDue(trying, PLACE, daysAfter(8) + 10 * MINUTE_MS)).toBe(true)
})

const file = { at: 1, name: 'a', folder: null }
test.each<[unknown, boolean]>([
  [fresh, true],
  [saved, true],
  [{ since: 1, files: [{ ...file, folder: 'Sync' }], trying: 2 }, true],
  [{ since: 1, files: [{ at: 1 }], trying: null }, false],
  [{ since: 1, files: [{ at: 1, name: 'a' }], trying: null }, false],
  [{ since: 1, files: file, trying: null }, false],
  [{ since: 1, files: [] }, false],
  [{ since: Number.NaN, files: [], trying: null }, false],
  [null, false],
  ['', false],
])('%j as a stored mark of backups is accepted: %s', (value, isMark) => {
  expect(isBackupMark(value)).toBe(isMark)
})

describe('the files in a folder', () => {
  const fileOf = (device: string, day: number) =>
    backupName(`2026-11-${String(day).padStart(2, '0')}`, device)
  const [mine, desk, old] = ['aaaaaaaa', '0000000b', 'cccccccc']

  test.each([
    ['zeitwert-2026-11-30-1a2b3c4d.json', { day: '2026-11-30', device: '1a2b3c4d' }],
    ['zeitwert-2026-11-30-1a2b3c4d (1).json', { day: '2026-11-30', device: '1a2b3c4d' }],
    ['zeitwert-2026-11-30-1a2b3c4d(2).json', { day: '2026-11-30', device: '1a2b3c4d' }],
    ['zeitwert-2026-11-30-1a2b3c4d.sync-conflict.json', null],
    ['zeitwert-2026-02-31-1a2b3c4d.json', null],
    ['zeitwert-2026-11-30.json', null],
    ['notes.txt', null],
  ])('%s is a backup, or none', (name, named) => {
    expect(backupNamed(name)).toEqual(named)
  })

  test('of this device the one just saved and the four before it stay', () => {
    const names = [7, 3, 1, 2, 6, 5, 4].map((day) => fileOf(mine, day))
    const copy = fileOf(mine, 1).replace('.json', ' (1).json')
    expect(replacedBackups([...names, copy, fileOf(desk, 1), 'notes.txt'], fileOf(mine, 7))).toEqual([
      fileOf(mine, 2),
      fileOf(mine, 1),
    ])
  })

  test('the one just saved stays, and files with a later day go first', () => {
    const future = [1, 2, 3, 4, 5].map((day) => `zeitwert-2036-01-0${day}-${mine}.json`)
    const names = [...future, fileOf(mine, 29), fileOf(mine, 30)]
    const replaced = replacedBackups(names, fileOf(mine, 30))
    expect(replaced).toEqual(['zeitwert-2036-01-02-aaaaaaaa.json', 'zeitwert-2036-01-01-aaaaaaaa.json'])
  })

  test('of each other device the newest is offered, newest first', () => {
    const names = [fileOf(desk, 3), fileOf(old, 9), fileOf(mine, 30), fileOf(desk, 12), 'notes.txt']
    expect(backupsOfOthers(names, mine)).toEqual([fileOf(desk, 12), fileOf(old, 9)])
  })
})
