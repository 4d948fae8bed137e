import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { DAY_MS, HOUR_MS } from '../../../domain/time/local-time'
import { EVERY_MS, freshMark } from '../../../domain/file/weekly-backup'
import { type BackupPlace, backUpIfDue, exportAll, wholeFile } from '../../../storage/bulk/weekly-backup'
import { importing } from '../../../storage/bulk/in-bulk'
import { readBackupMark, writeBackupMark } from '../../../storage/said/backup-mark'
import { emptyDatabase, record } from '../../fixtures/database'
import { ALWAYS, contentOf } from '../../fixtures/export'
import { spanOf } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

/** Noon UTC; the person is an hour ahead. */
const NOON = Date.UTC(2026, 10, 30, 12)
const nowAfter = (days: number, changes = {}) => ({
  at: NOON + days * DAY_MS,
  offset: 60,
  settings: { ...DEFAULT_SETTINGS, ...changes },
})

const saved: { name: string; content: Blob }[] = []
const downloads: BackupPlace<Blob> = {
  folder: null,
  everyMs: EVERY_MS.downloads,
  isOpen: async () => true,
  write: wholeFile,
  save: async (name, content) => void saved.push({ name, content }),
  tidy: async () => undefined,
}
const backUpAfter = (days: number, changes = {}) => backUpIfDue(nowAfter(days, changes), downloads)
const names = () => saved.map(({ name }) => name)

beforeEach(async () => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  saved.length = 0
  await emptyDatabase()
  await fakeBrowser.storage.local.set({ device: '1a2b3c4d' })
  await record(spanOf({ start: NOON - 1000, ms: 1000, surface: 'coursera.org' }))
})

describe('a weekly backup', () => {
  test('comes a week after the first look, then each week, and holds everything', async () => {
    expect(await backUpAfter(0)).toBeNull()
    expect(await backUpAfter(6.9)).toBeNull()
    const file = { at: NOON + 7 * DAY_MS, name: 'zeitwert-2026-12-07-1a2b3c4d.json', folder: null }
    expect(await backUpAfter(7)).toEqual(file)
    expect(await readBackupMark()).toEqual({ since: NOON, files: [file], trying: null })
    expect(await backUpAfter(13.9)).toBeNull()
    expect(await backUpAfter(14)).toMatchObject({ name: 'zeitwert-2026-12-14-1a2b3c4d.json' })

    const content = contentOf(await saved[0]!.content.text())
    expect(content).toMatchObject({ exportedAt: file.at, settings: DEFAULT_SETTINGS })
    expect(content.days.map(({ surfaces }) => surfaces)).toEqual([['coursera.org']])
  })

  test('comes once after the browser was closed for months', async () => {
    await backUpAfter(0)
    await backUpAfter(90)
    await backUpAfter(90.1)
    expect(names()).toEqual(['zeitwert-2027-02-28-1a2b3c4d.json'])
  })

  test('has the date of the person’s day', async () => {
    await backUpAfter(0)
    const { at, ...now } = nowAfter(8)
    await backUpIfDue({ at: at + 14 * HOUR_MS, ...now }, downloads)
    expect(names()).toEqual(['zeitwert-2026-12-08-1a2b3c4d.json'])
  })

  test('does not come while it is switched off', async () => {
    await backUpAfter(0)
    expect(await backUpAfter(30, { weeklyBackup: false })).toBeNull()
    expect(names()).toEqual([])
  })

  test('does not come while nothing is recorded', async () => {
    await emptyDatabase()
    await backUpAfter(0)
    expect(await backUpAfter(30)).toBeNull()
  })

  test('comes once if two pages are opened at once', async () => {
    await backUpAfter(0)
    await Promise.all([backUpAfter(8), backUpAfter(8)])
    expect(names()).toHaveLength(1)
  })

  test('waits for an import to end', async () => {
    await backUpAfter(0)
    await importing(async () => expect(await backUpAfter(8)).toBeNull())
    expect(await backUpAfter(8)).not.toBeNull()
  })

  test('is not handed over if its mark cannot be written, so that not each page saves one', async () => {
    await backUpAfter(0)
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QuotaExceededError'))
    await expect(backUpAfter(8)).rejects.toThrow('QuotaExceededError')
    expect(names()).toEqual([])
    vi.restoreAllMocks()
    expect(await backUpAfter(8)).not.toBeNull()
  })

  test('begins anew if its mark is spoiled', async () => {
    await fakeBrowser.storage.local.set({ backups: { since: 'yesterday' } })
    expect(await backUpAfter(8)).toBeNull()
    expect(await backUpAfter(15)).not.toBeNull()
  })
})

test('a file that the person exports counts as the last backup', async () => {
  await writeBackupMark(freshMark(NOON))
  const file = await exportAll(nowAfter(5), downloads, ALWAYS)
  expect(names()).toEqual([file?.name])
  expect(await backUpAfter(8)).toBeNull()
  expect(await backUpAfter(12)).not.toBeNull()
})

describe('a backup in a folder', () => {
  const folder = (changes: Partial<BackupPlace<Blob>>): BackupPlace<Blob> => ({
    ...downloads,
    folder: 'Sync',
    everyMs: EVERY_MS.folder,
    ...changes,
  })

  test('comes every day and is marked with its folder', async () => {
    await backUpAfter(0)
    expect(await backUpIfDue(nowAfter(0.9), folder({}))).toBeNull()
    expect(await backUpIfDue(nowAfter(1), folder({}))).toMatchObject({ folder: 'Sync' })
    expect(await backUpIfDue(nowAfter(1.9), folder({}))).toBeNull()
    expect(await backUpIfDue(nowAfter(2), folder({}))).not.toBeNull()
    expect((await readBackupMark())?.files).toMatchObject([{ folder: 'Sync' }])
  })

  test('waits while the person has to allow it', async () => {
    await backUpAfter(0)
    expect(await backUpIfDue(nowAfter(1), folder({ isOpen: async () => false }))).toBe('closed')
    expect(names()).toEqual([])
    expect(await backUpIfDue(nowAfter(1), folder({}))).not.toBeNull()
  })

  test('that cannot be written is not marked, so that the next page tries again', async () => {
    await backUpAfter(0)
    const gone = folder({ save: () => Promise.reject(new Error('NotFoundError')) })
    await expect(backUpIfDue(nowAfter(1), gone)).rejects.toThrow('NotFoundError')
    expect(await readBackupMark()).toEqual(freshMark(NOON))
  })

  test('is due although everything was exported to the downloads today', async () => {
    await backUpAfter(0)
    await exportAll(nowAfter(1), downloads, ALWAYS)
    expect(await backUpIfDue(nowAfter(1), folder({}))).not.toBeNull()
  })

  test('is marked before older ones are deleted, whether that works or not', async () => {
    await backUpAfter(0)
    const stuck = folder({ tidy: () => Promise.reject(new Error('NotAllowedError')) })
    await expect(backUpIfDue(nowAfter(1), stuck)).rejects.toThrow('NotAllowedError')
    expect(await backUpIfDue(nowAfter(1), stuck)).toBeNull()
    expect(names()).toHaveLength(1)
  })

  test('that does not end keeps nobody from importing or erasing', async () => {
    await backUpAfter(0)
    const saving = Promise.withResolvers<void>()
    const whenSaved = backUpIfDue(nowAfter(1), folder({ save: () => saving.promise }))
    await vi.waitFor(async () => expect((await readBackupMark())?.trying).not.toBeNull())
    expect(await importing(async () => 'imported')).toBe('imported')
    saving.resolve()
    await whenSaved
  })
})
