import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { freshMark, markWith } from '../../../domain/file/weekly-backup'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { DAY_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { backUpByAlarm, keepBackupAlarm, restoreBackupAlarm } from '../../../entrypoints/background/backup'
import { openBackupChannel, type ToBackupPage, type ToWorker } from '../../../platform/backup-channel'
import { readBackupMark, writeBackupMark } from '../../../storage/said/backup-mark'
import { changeSettings } from '../../../storage/said/settings'
import { emptyDatabase, record } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'

const world = vi.hoisted(() => ({ may: true, saved: [] as string[], fails: false, answer: {} as ToWorker }))

vi.mock('wxt/browser', async () => {
  const { fakeBrowser: browser } = await import('wxt/testing/fake-browser')
  return { browser: Object.assign(browser, { offscreen: { hasDocument: async () => false } }) }
})
vi.mock('../../../platform/downloads', () => ({
  DOWNLOAD_FOLDER: 'Zeitwert',
  maySaveDownloads: async () => world.may,
  saveDownload: async (url: string, name: string) => {
    if (world.fails) throw new Error('error_download')
    world.saved.push(`${url.slice(0, 5)} ${name}`)
  },
  deleteDownloads: async () => undefined,
}))

const NOON = Date.UTC(2026, 10, 30, 12)
const daysAfter = (days: number): number => NOON + days * DAY_MS

/** In days after noon; null without an alarm. */
const alarmAt = async () => {
  const alarm = await fakeBrowser.alarms.get('backup')
  return alarm ? (alarm.scheduledTime - NOON) / DAY_MS : null
}
const at = (days: number) => vi.setSystemTime(daysAfter(days))

/** Stands in for the page without a window, which the worker asks for the file. */
function answering() {
  const page = openBackupChannel<ToWorker, ToBackupPage>(() => page.say(world.answer))
  Object.assign(fakeBrowser, {
    offscreen: { hasDocument: async () => false, createDocument: async () => page.say('ready') },
  })
  return page
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  at(0)
  fakeBrowser.reset()
  Object.assign(world, { may: true, saved: [], fails: false, answer: { url: 'blob:x' } })
  await emptyDatabase()
  await fakeBrowser.storage.local.set({ device: '1a2b3c4d' })
  await record(spanOf({ start: NOON - 1000, ms: 1000 }))
  const page = answering()
  return () => {
    page.close()
    vi.useRealTimers()
  }
})

describe('the alarm of a backup', () => {
  test('comes a week after the first start, and starts do not move it', async () => {
    for (const day of [0, 3, 6]) {
      at(day)
      await restoreBackupAlarm()
      await keepBackupAlarm(DEFAULT_SETTINGS)
    }
    expect(await alarmAt()).toBe(7)
  })

  test('comes at once if a backup is overdue, also by a clock that was wrong', async () => {
    const soon = 0.5 / 1440
    await writeBackupMark(freshMark(daysAfter(-30)))
    await keepBackupAlarm(DEFAULT_SETTINGS)
    expect(await alarmAt()).toBeCloseTo(soon, 6)
    await writeBackupMark(freshMark(daysAfter(3650)))
    await keepBackupAlarm(DEFAULT_SETTINGS)
    expect(await alarmAt()).toBeCloseTo(soon, 6)
  })

  test('is not set without the permission, and cleared with the setting', async () => {
    world.may = false
    await restoreBackupAlarm()
    expect(await alarmAt()).toBeNull()
    world.may = true
    await restoreBackupAlarm()
    await keepBackupAlarm({ ...DEFAULT_SETTINGS, weeklyBackup: false })
    expect(await alarmAt()).toBeNull()
  })
})

describe('when the alarm comes', () => {
  beforeEach(() => writeBackupMark(freshMark(daysAfter(-8))))

  test('one file is saved, and the next alarm is a week later', async () => {
    await backUpByAlarm()
    expect(world.saved).toEqual(['blob: zeitwert-2026-11-30-1a2b3c4d.json'])
    expect((await readBackupMark())?.files).toMatchObject([{ folder: 'Zeitwert' }])
    expect(await alarmAt()).toBe(7)
  })

  test('a failure is told, leaves no mark, and is tried again a day later', async () => {
    world.fails = true
    await expect(backUpByAlarm()).rejects.toThrow('error_download')
    expect(await readBackupMark()).toEqual(freshMark(daysAfter(-8)))
    expect(await alarmAt()).toBe(1)
  })

  test('a page without a window that fails is a failure', async () => {
    world.answer = { failed: 'QuotaExceededError' }
    await expect(backUpByAlarm()).rejects.toThrow('QuotaExceededError')
    expect(world.saved).toEqual([])
  })

  test('with nothing recorded it comes again a day later, not at once', async () => {
    await emptyDatabase()
    await backUpByAlarm()
    expect(world.saved).toEqual([])
    expect(await alarmAt()).toBe(1)
  })

  test('a backup that another life of the worker has just begun is left alone', async () => {
    await writeBackupMark({ ...freshMark(daysAfter(-8)), trying: NOON - MINUTE_MS })
    await backUpByAlarm()
    expect(world.saved).toEqual([])
  })

  test('a backup in a folder of the person does not stand in for it', async () => {
    const file = { at: NOON, name: 'a.json', folder: 'Sync' }
    await writeBackupMark(markWith(freshMark(daysAfter(-8)), file))
    await backUpByAlarm()
    expect(world.saved).toHaveLength(1)
  })

  test('it ends once the person has switched backups off', async () => {
    await changeSettings({ weeklyBackup: false })
    await backUpByAlarm()
    expect([world.saved, await alarmAt()]).toEqual([[], null])
  })
})
