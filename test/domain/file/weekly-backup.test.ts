import { describe, expect, test } from 'vitest'
import {
  backupDueAt,
  backupName,
  isBackupDue,
  backupNamed,
  backupsOfOthers,
  EVERY_MS,
  isBackupMark,
  replacedBackups,
  type BackupMark,
} from '../../../domain/file/weekly-backup'
import { DAY_MS } from '../../../domain/time/local-time'

const NOON = Date.UTC(2026, 10, 30, 12)
const WEEK = EVERY_MS.downloads
const daysAfter = (days: number): number => NOON + days * DAY_MS

const fresh: BackupMark = { since: NOON, last: null }
const saved: BackupMark = {
  since: daysAfter(-100),
  last: { at: NOON, name: 'zeitwert-2026-11-30-a.json', folder: null },
}

describe('a weekly backup', () => {
  test.each([fresh, saved])('is due a week after the beginning or the last one', (mark) => {
    expect(backupDueAt(mark, WEEK)).toBe(daysAfter(7))
    expect(isBackupDue(mark, WEEK, daysAfter(7) - 1)).toBe(false)
    expect(isBackupDue(mark, WEEK, daysAfter(7))).toBe(true)
    expect(isBackupDue(mark, WEEK, daysAfter(700))).toBe(true)
  })

  test('is not due again because the clock was set back by a few days', () => {
    expect(isBackupDue(saved, WEEK, daysAfter(-7))).toBe(false)
  })

  test('does not wait for a date that a wrong clock has left far in the future', () => {
    expect(isBackupDue(saved, WEEK, daysAfter(-8))).toBe(true)
    expect(isBackupDue(saved, WEEK, daysAfter(-1000))).toBe(true)
  })

  test('is named by date and device', () => {
    expect(backupName('2026-11-30', '1a2b3c4d')).toBe('zeitwert-2026-11-30-1a2b3c4d.json')
  })
})

test.each<[unknown, boolean]>([
  [fresh, true],
  [saved, true],
  [{ since: 1, last: { at: 1 } }, false],
  [{ since: 1, last: { at: 1, name: 'a' } }, false],
  [{ since: 1, last: { at: 1, name: 'a', folder: 'Sync' } }, true],
  [{ last: null }, false],
  [{ since: Number.NaN, last: null }, false],
  [{ since: 1 }, false],
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
    ['zeitwert-2026-11-30-1a2b3c4d (1).json', null],
    ['zeitwert-2026-11-30-1a2b3c4d.sync-conflict.json', null],
    ['zeitwert-2026-02-31-1a2b3c4d.json', null],
    ['zeitwert-2026-11-30.json', null],
    ['notes.txt', null],
  ])('%s is a backup, or none', (name, named) => {
    expect(backupNamed(name)).toEqual(named)
  })

  test('of this device only the newest five stay', () => {
    const names = [7, 3, 1, 2, 6, 5, 4].map((day) => fileOf(mine, day))
    expect(replacedBackups([...names, fileOf(desk, 1), 'notes.txt'], mine)).toEqual([
      fileOf(mine, 2),
      fileOf(mine, 1),
    ])
  })

  test('of each other device the newest is offered, newest first', () => {
    const names = [fileOf(desk, 3), fileOf(old, 9), fileOf(mine, 30), fileOf(desk, 12), 'notes.txt']
    expect(backupsOfOthers(names, mine)).toEqual([fileOf(desk, 12), fileOf(old, 9)])
  })
})
