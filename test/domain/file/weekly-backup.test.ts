import { describe, expect, test } from 'vitest'
import {
  backupDueAt,
  backupName,
  isBackupDue,
  isBackupMark,
  type BackupMark,
} from '../../../domain/file/weekly-backup'
import { DAY_MS } from '../../../domain/time/local-time'

const NOON = Date.UTC(2026, 10, 30, 12)
const daysAfter = (days: number): number => NOON + days * DAY_MS

const fresh: BackupMark = { since: NOON, last: null }
const saved: BackupMark = { since: daysAfter(-100), last: { at: NOON, name: 'zeitwert-2026-11-30-a.json' } }

describe('a weekly backup', () => {
  test.each([fresh, saved])('is due a week after the beginning or the last one', (mark) => {
    expect(backupDueAt(mark)).toBe(daysAfter(7))
    expect(isBackupDue(mark, daysAfter(7) - 1)).toBe(false)
    expect(isBackupDue(mark, daysAfter(7))).toBe(true)
    expect(isBackupDue(mark, daysAfter(700))).toBe(true)
  })

  test('is not due again because the clock was set back by a few days', () => {
    expect(isBackupDue(saved, daysAfter(-7))).toBe(false)
  })

  test('does not wait for a date that a wrong clock has left far in the future', () => {
    expect(isBackupDue(saved, daysAfter(-8))).toBe(true)
    expect(isBackupDue(saved, daysAfter(-1000))).toBe(true)
  })

  test('is named by date and device', () => {
    expect(backupName('2026-11-30', '1a2b3c4d')).toBe('zeitwert-2026-11-30-1a2b3c4d.json')
  })
})

test.each<[unknown, boolean]>([
  [fresh, true],
  [saved, true],
  [{ since: 1, last: { at: 1 } }, false],
  [{ last: null }, false],
  [{ since: Number.NaN, last: null }, false],
  [{ since: 1 }, false],
  [null, false],
  ['', false],
])('%j as a stored mark of backups is accepted: %s', (value, isMark) => {
  expect(isBackupMark(value)).toBe(isMark)
})
